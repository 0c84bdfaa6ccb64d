// What is in the team's hands beside what comes of it.
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { alarmOf } from '../parts/alarm.ts'
import { Badge } from '../parts/badge.tsx'
import { goalBeside, isLongBeside } from '../parts/beside-goal.ts'
import { StandingBar } from '../parts/standing-bar.tsx'
import { BehindSign } from '../parts/state-sign.tsx'
import { windowLabel } from '../parts/window-label.ts'
import './goal-pair.css'

/** Of the card, rem; less the gap between the metric's name and its figures. */
const line = 49

/** Smaller than this, in rem, its name is not read. */
const leastTitle = 3.4

/** With room for a star before them, rem. */
const figuresWidth = (value: string, ofGoal: string): number =>
  5 + textWidth(value) * 4.9 + textWidth(ofGoal) * 2.8

export const GoalPair = ({ pair }: { readonly pair: NonNullable<TeamGoalView['pair']> }) => {
  const { format } = useSurroundings()
  const { say } = format
  const { metric, value, goal, state } = pair
  const isLong = isLongBeside(pair, metric.unit, format)
  const ofGoal =
    goal === null
      ? say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })
      : metric.better === 'lower'
        ? `≤ ${goalBeside(goal, metric.unit, isLong, format)}`
        : say(
            { id: 'board.of-goal', defaultMessage: 'of {goal}' },
            { goal: goalBeside(goal, metric.unit, isLong, format) },
          )
  const figures = figuresWidth(format.value(value, metric.unit), ofGoal)
  const isBeneath = figures + textWidth(metric.name) * leastTitle > line
  return (
    <aside className="goal-pair" data-alarm={alarmOf(state)} data-beneath={isBeneath || undefined}>
      <span className="eyebrow">
        <Badge indicator={metric.indicator} />
        <span className="eyebrow-text line">{windowLabel(pair.window, say)}</span>
      </span>
      <h2 className="goal-pair-title fitting line" dir="auto" style={fitting(metric.name)}>
        {metric.name}
      </h2>
      <span className="goal-pair-figures" {...phrase}>
        {state === 'reached' && <Star />}
        {alarmOf(state) === 'behind' && (
          <span className="goal-pair-sign">
            <BehindSign />
          </span>
        )}
        <CountingNumber className="goal-pair-value" amount={value} unit={metric.unit} />
        <span className="goal-pair-of">{ofGoal}</span>
      </span>
      {goal !== null && <StandingBar standing={pair} indicator={metric.indicator} />}
    </aside>
  )
}
