import type {
  AccountabilityColumn,
  AccountabilityView,
} from '../../../shared/wire/boards/accountability-board.ts'
import type { Standing } from '../../../shared/wire/view-parts.ts'
import { Star } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { keptOf } from './answer.ts'

interface TeamCellProps {
  readonly column: AccountabilityColumn
  /** Of everybody in it. */
  readonly cells: readonly Standing[]
  readonly period: AccountabilityView['period']
}

/** "5 of 8", counted as in the board's answer: whose is nobody's business in this line. */
export const TeamCell = ({ column, cells, period }: TeamCellProps) => {
  const { say } = useSurroundings().format
  const { kept, judged } = keptOf(cells, period)
  if (judged === 0)
    return (
      <span className="work-sum">
        <span className="work-sum-rest">
          {column.notDue > 0 || cells.some(({ value, pace }) => value !== null && pace === 0)
            ? say({ id: 'accountability.nothing-due', defaultMessage: 'nothing due yet' })
            : cells.some(({ goal }) => goal !== null)
              ? '–'
              : say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}
        </span>
      </span>
    )
  const all = column.withGoal > 0 && column.atGoal === column.withGoal
  return (
    <span className="work-sum" data-all={all || undefined} {...phrase}>
      {all && <Star />}
      <span className="work-sum-figure">{kept}</span>
      <span className="work-sum-rest">
        {say({ id: 'accountability.of', defaultMessage: 'of {people}' }, { people: judged })}
      </span>
    </span>
  )
}
