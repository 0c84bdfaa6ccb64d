// A team goal in a sentence: how all of them together stand, and what is left.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'
import { amountText } from '../parts/ask-text.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { totalAnswer } from '../parts/total-answer.ts'

type Asked = Pick<TeamGoalView, 'metric' | 'value' | 'goal' | 'pace' | 'state' | 'attainment' | 'isOver'>

/** Null while the value is unknown, and where there is neither a goal nor anything added. */
export const teamGoalAnswer = (asked: Asked, format: Format, locale: string): BoardAnswer | null => {
  const { value, goal, state, isOver, metric } = asked
  const { say } = format
  const written = (amount: number): string => amountText(amount, metric, format, locale)
  if (value === null || (goal === null && value === 0)) return null
  if (goal === null)
    return {
      word: written(value),
      alarm: undefined,
      rest: say({ id: 'team-goal.together', defaultMessage: 'together.' }),
    }
  if (isOver && state !== 'reached')
    return {
      word: say(
        { id: 'team-goal.short', defaultMessage: '{amount} short of the goal.' },
        { amount: written(goal - value) },
      ),
      alarm: 'behind',
      rest: '',
    }
  // While nothing is due there is nothing to judge, and something to do all the same.
  if (state === null)
    return {
      word: say({ id: 'answer.to-go', defaultMessage: '{amount} to go.' }, { amount: written(goal - value) }),
      alarm: undefined,
      rest: '',
    }
  return totalAnswer(asked, metric, format, written)
}
