// A goal that fills, with the tick of where it should be by now.
import type { Standing, ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { Bar, useCrossing } from '../../../wall/bar.tsx'
import { toneOf } from '../alarm.ts'
import { paceAt } from './pace-at.ts'

interface GoalBarProps {
  readonly standing: Standing
  readonly indicator: ViewMetric['indicator']
}

/** How much of the track is filled. */
export const filledOf = ({ attainment, goal }: Pick<Standing, 'attainment' | 'goal'>): number =>
  goal === null || goal <= 0 ? 0 : Math.min(1, Math.max(0, attainment ?? 0))

export const GoalBar = ({ standing, indicator }: GoalBarProps) => {
  const { goal, pace, state } = standing
  const fraction = filledOf(standing)
  const crossedAfterMs = useCrossing(fraction, 1)
  const tick = paceAt({ goal, pace })
  return (
    <Bar
      fraction={fraction}
      reached={state === 'reached'}
      crossedAfterMs={crossedAfterMs}
      tone={toneOf(state, indicator)}
      burstAt={1}
    >
      {tick !== null && <span className="pace-tick" style={{ insetInlineStart: `${tick * 100}%` }} />}
    </Bar>
  )
}
