// A board with nothing on it yet says what will appear, and when.
import { createContext, type ReactNode, useContext } from 'react'
import './empty.css'

/** Whose the headline of a board is: its answer's, or that of what it says while it is empty. There is one. */
export type HeadlineOf = 'answer' | 'empty'

export const HeadlineOf = createContext<HeadlineOf>('empty')

interface EmptyProps {
  readonly headline: string
  /** The board's answer says it as well: it is said once. */
  readonly isAnswer?: boolean
  readonly children: ReactNode
}

export const Empty = ({ headline, isAnswer = false, children }: EmptyProps) => {
  const isHeadline = useContext(HeadlineOf) === 'empty'
  return (
    <section className="empty">
      {isHeadline ? (
        <h1 className="empty-headline">{headline}</h1>
      ) : (
        !isAnswer && <p className="empty-note">{headline}</p>
      )}
      <p className="empty-text">{children}</p>
    </section>
  )
}
