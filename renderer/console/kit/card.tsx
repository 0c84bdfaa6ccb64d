// A card: a heading, a word beside it, and what belongs together.
import type { ReactNode } from 'react'
import './card.css'

interface CardProps {
  readonly title?: ReactNode
  /** At the end of the title's line: a count, a link. */
  readonly note?: ReactNode
  /** Whether lists in it reach its edges. */
  readonly flush?: boolean
  readonly children: ReactNode
}

export function Card({ title, note, flush = false, children }: CardProps) {
  return (
    <section className="card" data-flush={flush ? '' : undefined}>
      {(title || note) && (
        <div className="card-head">
          {title && <h2>{title}</h2>}
          {note && <span className="soft small">{note}</span>}
        </div>
      )}
      {children}
    </section>
  )
}
