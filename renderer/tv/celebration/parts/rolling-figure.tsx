// A figure whose digits roll: all at once, and the highest settles first.
import type { CSSProperties } from 'react'
import { textWidth } from '../../../../shared/domain/words/text-width.ts'
import { useTiming } from '../takeover/timing.ts'
import type { Track } from '../takeover/tracks.ts'
import { type Column, takeApart } from './figure-columns.ts'
import { Part } from './part.tsx'
import './rolling-figure.css'

/** Set wide and heavy, letters are this much wider than those whose width is known. */
const heavier = 1.11
/** Of the whole roll, until the first digit settles. */
const firstShare = 0.42

/** Once all digits have settled the figure is one text again. */
const takesOver = (at: number, isWhole: boolean): Track => [
  { at: at + 20, opacity: isWhole ? 0 : 1 },
  { at: at + 21, opacity: isWhole ? 1 : 0 },
]

interface RollingFigureProps {
  readonly text: string
  /** Ms after the start. */
  readonly from: number
  readonly to: number
}

export const RollingFigure = ({ text, from, to }: RollingFigureProps) => {
  const { isStill } = useTiming()
  const { before, columns, after } = takeApart(text)
  const digits = columns.filter(({ kind }) => kind === 'digit').length
  const settlesAt = (nth: number): number =>
    from + (to - from) * (firstShare + (1 - firstShare) * ((nth + 1) / digits))
  const style = { '--ems': (heavier * textWidth(text)).toFixed(2) } as CSSProperties
  if (isStill)
    return (
      <span className="figure-whole" style={style}>
        {text}
      </span>
    )
  return (
    <div className="figure-whole" style={style}>
      <Part className="figure-read" track={takesOver(to, true)}>
        {text}
      </Part>
      <Part className="figure-seen" track={takesOver(to, false)}>
        {before}
        <bdo dir="ltr" className="figure-columns">
          {columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <RollingColumn key={at} column={column} from={from} settlesAt={settlesAt} />
          ))}
        </bdo>
        {after}
      </Part>
    </div>
  )
}

interface RollingColumnProps {
  readonly column: Column
  readonly from: number
  readonly settlesAt: (nth: number) => number
}

const turns = 2

const RollingColumn = ({ column, from, settlesAt }: RollingColumnProps) => {
  if (column.kind === 'still') return <span>{column.text}</span>
  const { digits, value, nth } = column
  const last = digits[value] ?? ''
  const to = settlesAt(nth)
  // From some digit, through all ten twice, to its own; the lines are above one another, the last on top.
  const lines = [
    ...Array.from({ length: turns * 10 }, (_, at) => digits[(value + 7 * nth + at * 3 + 1) % 10]),
    last,
  ]
  const share = (line: number) => `translateY(${(-100 * line) / lines.length}%)`
  return (
    <span className="figure-digit">
      <span className="figure-room">{last}</span>
      <Part
        className="figure-strip"
        track={[
          { at: from, opacity: 0.2, transform: share(0), easing: 'cubic-bezier(0.2, 0.3, 0.3, 1)' },
          {
            at: from + (to - from) * 0.72,
            opacity: 0.75,
            transform: share(lines.length - 2.6),
            easing: 'cubic-bezier(0.2, 0.7, 0.3, 1.06)',
          },
          { at: to, opacity: 1, transform: share(lines.length - 1) },
        ]}
      >
        {lines.join('\n')}
      </Part>
    </span>
  )
}
