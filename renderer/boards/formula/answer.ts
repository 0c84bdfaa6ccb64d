// The board in a sentence: how many have done what their own plan asks of the first step.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { FormulaView } from '../../../shared/wire/boards/formula-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null where nothing is planned for anybody, and until the first is over. */
export const formulaAnswer = (
  { columns, reached, rows }: Pick<FormulaView, 'columns' | 'reached' | 'rows'>,
  { say, value }: Format,
): BoardAnswer | null => {
  const [first] = columns
  if (!first || first.atGoal === 0 || Object.keys(rows).length === 0) return null
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
