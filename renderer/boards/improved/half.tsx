// What both halves of the board are made of: what it counts, how many people, and their rows.
import type { CSSProperties, ReactNode } from 'react'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { Badge } from '../parts/badge.tsx'

interface HalfProps {
  readonly side: 'improved' | 'streaks'
  readonly metric: ViewMetric
  readonly sign: ReactNode
  /** People in all, on whichever page. */
  readonly people: number
  /** What they did, after their number: "beat their own past". */
  readonly deed: string
  /** Rows that the page has room for. */
  readonly slots: number
  readonly page: number
  readonly note?: ReactNode
  /** The rows; where there are none, what is said instead. */
  readonly children: ReactNode
}

const sizeOf = (slots: number): string => (slots === 1 ? 'poster' : slots <= 3 ? 'large' : 'medium')

export const Half = ({ side, metric, sign, people, deed, slots, page, note, children }: HalfProps) => (
  <section className="half" data-side={side} data-size={sizeOf(slots)}>
    <header className="half-head">
      <span className="eyebrow">
        <Badge indicator={metric.indicator} />
        <span className="half-topic eyebrow-text line" dir="auto" style={fitting(metric.name.toUpperCase())}>
          {metric.name}
        </span>
      </span>
      <h2 className="half-deed" {...phrase}>
        <span className="half-sign">{sign}</span>
        {people > 0 && <span className="half-people">{people}</span>} {deed}
      </h2>
    </header>
    {people > 0 ? (
      <ul className="half-rows" key={page} style={{ '--slots': slots } as CSSProperties}>
        {children}
      </ul>
    ) : (
      children
    )}
    {note}
  </section>
)

interface FreePlaceProps {
  readonly sign: ReactNode
  /** Null where the board's answer says it. */
  readonly headline: string | null
  readonly children: ReactNode
}

/** A half with nobody on it yet says who goes up there. */
export const FreePlace = ({ sign, headline, children }: FreePlaceProps) => (
  <div className="half-free">
    <span className="half-seat" aria-hidden="true">
      {sign}
    </span>
    {headline !== null && <span className="half-invitation">{headline}</span>}
    <p className="half-how">{children}</p>
  </div>
)
