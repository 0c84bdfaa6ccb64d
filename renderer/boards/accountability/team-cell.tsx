import type {
  AccountabilityColumn,
  AccountabilityView,
} from '../../../shared/wire/boards/accountability-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'

interface TeamCellProps {
  readonly column: AccountabilityColumn
  readonly period: AccountabilityView['period']
}

/** "5 of 8 at goal": whose is nobody's business in this line. */
export const TeamCell = ({ column: { atGoal, withGoal, notDue, unjudged }, period }: TeamCellProps) => {
  if (withGoal === 0)
    return (
      <span className="work-sum">
        <span className="work-sum-rest">
          {notDue > 0 ? 'nothing due yet' : unjudged > 0 ? '–' : 'no goal set'}
        </span>
      </span>
    )
  return (
    <span className="work-sum" data-all={atGoal === withGoal || undefined} {...phrase}>
      {atGoal === withGoal && <Star />}
      <span className="work-sum-figure">{atGoal}</span>
      <span className="work-sum-rest">
        of {withGoal} {period === 'mid-week' ? 'on pace' : 'at goal'}
      </span>
    </span>
  )
}
