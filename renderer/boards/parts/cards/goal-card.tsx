// One team's goal on a card: value, bar and pace, how it came about, and what goes into it.
import type { ReactNode } from 'react'
import type { Standing, ViewMetric } from '../../../../shared/wire/view-parts.ts'
import { CountingNumber } from '../../../ui/counting-number.tsx'
import { fittingFigure } from '../../../ui/fitting.ts'
import { useNameFitting } from '../../../ui/person-name.tsx'
import { phrase } from '../../../ui/phrase.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { goalBeside, isLongBeside } from '../beside-goal.ts'
import { PaceWord } from '../pace-word.tsx'
import { TeamMark } from '../team-mark.tsx'
import { useGoalPassed } from '../use-goal-passed.ts'
import { useGridPlace } from '../use-grid-place.ts'
import { type CardInput, CardInputs } from './card-inputs.tsx'
import { filledOf, GoalBar } from './goal-bar.tsx'

interface GoalCardProps {
  readonly id: string
  readonly row: Standing & { readonly name: string; readonly hue: number; readonly ahead: number | null }
  readonly slot: number
  readonly metric: ViewMetric
  readonly trend: ReactNode
  /** Below the number. */
  readonly note?: ReactNode
  readonly inputs: readonly CardInput[]
}

export const GoalCard = ({ id, row, slot, metric, trend, note, inputs }: GoalCardProps) => {
  const { format } = useSurroundings()
  const card = useGridPlace(slot)
  const { state } = useGoalPassed(card, { id, standing: row, fraction: filledOf(row), goalAt: 1 })
  const { say } = format
  const { goal } = row
  const isLong = isLongBeside(row, metric.unit, format)
  const ofGoal =
    goal === null
      ? null
      : say(
          { id: 'board.of-goal', defaultMessage: 'of {goal}' },
          { goal: goalBeside(goal, metric.unit, isLong, format) },
        )
  return (
    <li
      className="card"
      ref={card}
      style={{ order: slot }}
      data-state={state ?? undefined}
      data-hue={row.hue}
    >
      <span className="gold-light" />
      <div className="card-head">
        <span className="card-team">
          <TeamMark name={row.name} hue={row.hue} />
          <h2 className="card-name fitting line" dir="auto" style={useNameFitting(row.name)}>
            {row.name}
          </h2>
        </span>
        {goal === null ? (
          <span className="card-goalless">
            {say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}
          </span>
        ) : (
          <PaceWord paced={{ ...row, state }} metric={metric} />
        )}
      </div>
      <div className="card-middle">
        <span
          className="card-figures fitting-pair"
          data-long={isLong || undefined}
          style={fittingFigure(format.value(row.value, metric.unit), ofGoal ?? '')}
          {...phrase}
        >
          <CountingNumber className="card-value fitting-figure" amount={row.value} unit={metric.unit} />
          {ofGoal !== null && <span className="card-goal fitting-beside">{ofGoal}</span>}
        </span>
        {note}
        {trend}
      </div>
      {goal !== null && (
        <div className="card-bar">
          <GoalBar standing={row} indicator={metric.indicator} />
        </div>
      )}
      <CardInputs inputs={inputs} />
    </li>
  )
}
