import type {
  AccountabilityColumn,
  AccountabilityView,
} from '../../../shared/wire/boards/accountability-board.ts'
import { Star } from '../../ui/avatar.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

interface TeamCellProps {
  readonly column: AccountabilityColumn
  readonly period: AccountabilityView['period']
}

/** "5 of 8 at goal": whose is nobody's business in this line. */
export const TeamCell = ({ column: { atGoal, withGoal, notDue, unjudged }, period }: TeamCellProps) => {
  const { say } = useSurroundings().format
  if (withGoal === 0)
    return (
      <span className="work-sum">
        <span className="work-sum-rest">
          {notDue > 0
            ? say({ id: 'accountability.nothing-due', defaultMessage: 'nothing due yet' })
            : unjudged > 0
              ? '–'
              : say({ id: 'board.no-goal-set', defaultMessage: 'no goal set' })}
        </span>
      </span>
    )
  return (
    <span className="work-sum" data-all={atGoal === withGoal || undefined} {...phrase}>
      {atGoal === withGoal && <Star />}
      <span className="work-sum-figure">{atGoal}</span>
      <span className="work-sum-rest">
        {period === 'mid-week'
          ? say(
              { id: 'accountability.of-on-pace', defaultMessage: 'of {people} on pace' },
              { people: withGoal },
            )
          : say(
              { id: 'accountability.of-at-goal', defaultMessage: 'of {people} at goal' },
              { people: withGoal },
            )}
      </span>
    </span>
  )
}
