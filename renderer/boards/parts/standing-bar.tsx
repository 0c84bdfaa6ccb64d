// The bar of whoever runs for a goal: full at the goal, its white tick where they should be by now.
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { Bar, type BarProps, useCrossing } from '../../wall/bar.tsx'
import { toneOf } from './alarm.ts'
import { paceWithin } from './pace-within.ts'

interface StandingBarProps extends Pick<BarProps, 'hollow' | 'sweeps'> {
  readonly standing: Standing
  readonly indicator: ViewMetric['indicator']
}

/**
 * Short of the goal it is never full. Where fewer are better, none at all has no attainment and is as good as it gets.
 */
export const filledBy = ({ state, attainment }: Standing): number =>
  state === 'reached' ? 1 : Math.min(0.99, Math.max(0, attainment ?? 0))

export const StandingBar = ({ standing, indicator, ...bar }: StandingBarProps) => {
  const fraction = filledBy(standing)
  const crossedAfterMs = useCrossing(fraction, 1)
  const tick = paceWithin(standing)
  return (
    <Bar
      fraction={fraction}
      reached={standing.state === 'reached'}
      crossedAfterMs={crossedAfterMs}
      tone={toneOf(standing.state, indicator)}
      burstAt={1}
      {...bar}
    >
      {tick !== null && <span className="pace-tick" style={{ insetInlineStart: `${tick * 100}%` }} />}
    </Bar>
  )
}
