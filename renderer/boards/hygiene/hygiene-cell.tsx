// One count of one team: the fewer the better, and none at all is quietly gold.
import { memo } from 'react'
import type { HygieneCell as Cell, HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { filledTo } from '../../wall/bar.tsx'
import { useReach } from '../../wall/use-travel.ts'
import { type Alarm, alarmOf } from '../parts/alarm.ts'
import { around } from '../parts/around.ts'
import { StateSign } from '../parts/state-sign.tsx'
import { Blocks } from './blocks.tsx'
import { changeWords } from './change-words.ts'
import { Check } from './check.tsx'
import { isLongCount } from './long-count.ts'

interface HygieneCellProps {
  readonly cell: Cell
  readonly column: HygieneColumn
  /** The most that any team has in this column. */
  readonly most: number
  /** One block each instead of a bar. */
  readonly isPiled: boolean
}

const lookOf = ({ clear, state }: Cell): Alarm | undefined => (clear ? 'reached' : alarmOf(state))

export const HygieneCell = memo(({ cell, column, most, isPiled }: HygieneCellProps) => {
  const { format } = useSurroundings()
  const { value, goal, state, clear } = cell
  const { unit } = column.metric
  const change = changeWords(cell, column, format)
  const lying = Math.max(0, value ?? 0)
  const [beforeGoal, afterGoal] = around((whole) =>
    format.say({ id: 'hygiene.goal', defaultMessage: 'goal {goal}' }, { goal: whole }),
  )
  // A sign leaves the goal no room beside the figure where the wall is upright.
  const isSigned = goal !== null && value !== null && value < 0
  const isLong = isSigned || isLongCount(format.value(value, unit))
  return (
    <span
      className="hygiene-cell"
      data-alarm={lookOf(cell)}
      data-long={isLong || undefined}
      style={fittingFigure(format.value(value, unit))}
    >
      <span className="hygiene-figure" {...phrase}>
        {clear ? (
          <span className="hygiene-clear">
            <Check /> {format.say({ id: 'hygiene.cell-clear', defaultMessage: 'clear' })}
          </span>
        ) : (
          <CountingNumber className="hygiene-value fitting-figure" amount={value} unit={unit} />
        )}
        {goal !== null && goal > 0 && !clear && (
          <span className="hygiene-goal line">
            <StateSign state={state} /> {beforeGoal}
            {format.value(goal, unit)}
            {afterGoal}
          </span>
        )}
      </span>
      <span className="hygiene-change" data-turn={change?.turn}>
        {value === 0 && change?.turn === 'level' ? null : change?.short}
      </span>
      {isPiled ? <Blocks count={lying} /> : <Track share={lying / Math.max(1, most)} />}
    </span>
  )
})
HygieneCell.displayName = 'HygieneCell'

const Track = ({ share }: { readonly share: number }) => (
  <span className="hygiene-track">
    <span className="hygiene-fill" {...useReach(share, filledTo)} />
  </span>
)
