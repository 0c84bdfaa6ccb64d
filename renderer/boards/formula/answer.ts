// The board in a sentence: how many have done what their own plan asks of the first step.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { FormulaView } from '../../../shared/wire/boards/formula-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Until the first is over, how many plans there are; null where nothing is planned for anybody. */
export const formulaAnswer = (
  { columns, reached, rows }: Pick<FormulaView, 'columns' | 'reached' | 'rows'>,
  { say, value }: Format,
): BoardAnswer | null => {
  const [first] = columns
  if (!first || first.withGoal === 0 || Object.keys(rows).length === 0) return null
  if (first.atGoal === 0)
    return {
      word: value(first.withGoal, 'count'),
      alarm: undefined,
      rest: say(
        {
          id: 'formula.plans-ahead',
          defaultMessage: '{plans, plural, one {plan for today.} other {plans for today.}}',
        },
        { plans: first.withGoal },
      ),
    }
  if (reached)
    return {
      word: say({ id: 'formula.everybody', defaultMessage: 'Everybody is over their line' }),
      alarm: 'reached',
      rest: '',
    }
  return {
    word: value(first.atGoal, 'count'),
    alarm: first.atGoal === first.withGoal ? 'reached' : undefined,
    rest: say(
      { id: 'formula.of-over', defaultMessage: 'of {people} over their line' },
      { people: first.withGoal },
    ),
  }
}
