// One of their goals: how far, of what, and what is left. What is behind is told without alarm: no colour and no tick.

import { memo, useRef } from 'react'
import type { Standing, ViewMetric, ViewWindow } from '../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { Badge } from '../parts/badge.tsx'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { ofGoalWords } from '../parts/of-goal-words.ts'
import { filledBy, StandingBar } from '../parts/standing-bar.tsx'
import { useGoalPassed } from '../parts/use-goal-passed.ts'
import { windowLabel } from '../parts/window-label.ts'
import { GoalWord } from './goal-word.tsx'

const unknown: Standing = { value: null, goal: null, attainment: null, pace: null, state: null }

interface SpotGoalProps {
  /** Whose it is, and of what. */
  readonly id: string
  readonly isQuiet: boolean | undefined
  readonly metric: ViewMetric
  readonly window: ViewWindow
  readonly standing: Standing | undefined
}

/** How far they are, and not where they should be. */
const unjudged = (standing: Standing): Standing =>
  alarmOf(standing.state) === 'behind' ? { ...standing, pace: null, state: null } : standing

export const SpotGoal = memo(({ id, isQuiet, metric, window, standing = unknown }: SpotGoalProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { value, goal } = standing
  const line = useRef<HTMLDivElement>(null)
  const { state } = useGoalPassed(line, {
    id,
    standing,
    fraction: filledBy(standing),
    goalAt: 1,
    isQuiet,
  })
  const isLong = isLongBeside(standing, metric.unit, format)
  const ofGoal =
    goal === null
      ? say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })
      : ofGoalWords(goalBeside(goal, metric.unit, isLong, format), metric.better, say)
  return (
    <div className="spot-goal" ref={line} data-reached={state === 'reached' || undefined}>
      <span className="spot-goal-head">
        <Badge indicator={metric.indicator} />
        <span className="spot-goal-name line" dir="auto">
          {metric.name}
        </span>
        <span className="spot-goal-window line" dir="auto">
          {windowLabel(window, say)}
        </span>
        <GoalWord metric={metric} standing={{ ...standing, state }} />
      </span>
      <span className="spot-goal-numbers">
        <span
          className="spot-goal-figures fitting-pair"
          style={fittingFigure(format.value(value, metric.unit), ofGoal)}
          {...phrase}
        >
          <CountingNumber className="spot-goal-value fitting-figure" amount={value} unit={metric.unit} />
          <span className="spot-goal-goal fitting-beside">{ofGoal}</span>
        </span>
        <StandingBar
          standing={unjudged(standing)}
          indicator={metric.indicator}
          hollow={standing.state === null}
        />
      </span>
    </div>
  )
})
SpotGoal.displayName = 'SpotGoal'
