// The bar of whoever runs for a goal: full at the goal, or beyond it where it has room for that; its white tick where they
// should be by now.
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Bar, type BarProps, useCrossing } from '../../wall/bar.tsx'
import { toneOf } from './alarm.ts'
import { paceWithin } from './pace-within.ts'

interface StandingBarProps extends Pick<BarProps, 'hollow' | 'sweeps'> {
  readonly standing: Standing
  readonly indicator: ViewMetric['indicator']
  /** Where on the bar the goal is, 0 to 1, with a line of its own where there is more beyond it; left out, at its end. */
  readonly goalAt?: number
}

/**
 * Short of the goal it ends before it. Where fewer are better, none at all has no attainment and is as good as it gets.
 */
export const filledBy = (
  { state, attainment }: Pick<Standing, 'state' | 'attainment'>,
  goalAt = 1,
): number =>
  state === 'reached'
    ? Math.min(1, Math.max(1, attainment ?? 1) * goalAt)
    : Math.min(0.99, Math.max(0, attainment ?? 0)) * goalAt

export const StandingBar = ({ standing, indicator, goalAt = 1, ...bar }: StandingBarProps) => {
  const fraction = filledBy(standing, goalAt)
  const crossedAfterMs = useCrossing(fraction, goalAt)
  const tick = paceWithin(standing)
  return (
    <Bar
      fraction={fraction}
      reached={standing.state === 'reached'}
      crossedAfterMs={crossedAfterMs}
      tone={toneOf(standing.state, indicator)}
      burstAt={goalAt}
      {...bar}
    >
      {goalAt < 1 && standing.goal !== null && (
        <span className="bar-goal" style={{ insetInlineStart: `${goalAt * 100}%` }} />
      )}
      {tick !== null && (
        <span className="pace-tick" style={{ insetInlineStart: `${tick * goalAt * 100}%` }} />
      )}
    </Bar>
  )
}
