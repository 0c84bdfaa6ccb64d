// A gold tick for each day of a streak, those for which there is no room as a number, and an open place for today while it can
// still be had.
import { memo } from 'react'
import type { Streak } from '../../../../shared/wire/boards/improved-board.ts'
import { phrase } from '../../../ui/phrase.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import './streak-marks.css'

interface StreakMarksProps extends Streak {
  /** As many as there is room for. */
  readonly most: number
}

/** How many ticks the number of the others takes the room of. */
const roomOfNumber = 2

/** Of a streak: the days that are drawn, and those that are counted beside them. */
export const marksOf = (days: number, most: number): { readonly ticks: number; readonly more: number } => {
  const ticks = days <= most ? days : most - roomOfNumber
  return { ticks, more: days - ticks }
}

export const StreakMarks = memo(({ days, capped, today, most }: StreakMarksProps) => {
  const { format } = useSurroundings()
  const open = today === 'open'
  const { ticks, more } = marksOf(days, open ? most - 1 : most)
  return (
    <span className="streak-marks" aria-hidden="true">
      {Array.from({ length: ticks }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks are alike, and only their number changes
        <span className="streak-mark" key={index}>
          <Tick />
        </span>
      ))}
      {more > 0 && (
        <span className="streak-more" {...phrase}>
          {`+${format.value(more, 'count')}${capped ? '+' : ''}`}
        </span>
      )}
      {open && <span className="streak-mark" data-open />}
    </span>
  )
})
StreakMarks.displayName = 'StreakMarks'

/** Drawn, not typed: every font has another tick. */
export const Tick = () => (
  <svg className="tick" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M5 12.8l4.6 4.7L19 7.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

/** "12", or "250+" where counting ends. */
export const StreakDays = ({ days, capped }: Pick<Streak, 'days' | 'capped'>) => {
  const { format } = useSurroundings()
  return `${format.value(days, 'count')}${capped ? '+' : ''}`
}
