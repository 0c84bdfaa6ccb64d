// A gold tick for each day of a streak, and an open place for today while it can still be had.
import { memo } from 'react'
import type { Streak } from '../../../../shared/wire/boards/improved-board.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import './streak-marks.css'

interface StreakMarksProps extends Streak {
  /** As many as there is room for; a longer streak is told by its number. */
  readonly most: number
}

export const StreakMarks = memo(({ days, today, most }: StreakMarksProps) => {
  const open = today === 'open'
  const ticks = Math.min(days, open ? most - 1 : most)
  return (
    <span className="streak-marks" aria-hidden="true">
      {Array.from({ length: ticks }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the marks are alike, and only their number changes
        <span className="streak-mark" key={index}>
          <Tick />
        </span>
      ))}
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
