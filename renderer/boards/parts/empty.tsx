// A board with nothing on it yet says what will appear, and when.
import type { ReactNode } from 'react'
import './empty.css'

export const Empty = ({
  headline,
  children,
}: {
  readonly headline: string
  readonly children: ReactNode
}) => (
  <section className="empty">
    <h2 className="empty-headline">{headline}</h2>
    <p className="empty-text">{children}</p>
  </section>
)
