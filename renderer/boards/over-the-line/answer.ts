// The board in a sentence: how many have reached their goal.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null while nobody has. */
export const overTheLineAnswer = (
  { rows, withGoal }: Pick<OverTheLineView, 'rows' | 'withGoal'>,
  { say, value }: Format,
): BoardAnswer | null => {
  const over = Object.keys(rows).length
  if (over === 0 || withGoal === 0) return null
  return over === withGoal && over > 1
    ? {
        word: say({ id: 'over-the-line.everybody', defaultMessage: 'Everybody' }),
        alarm: 'reached',
        rest: say({ id: 'over-the-line.is-over', defaultMessage: 'is over the line.' }),
      }
    : {
        word: value(over, 'count'),
        alarm: 'reached',
        rest: say(
          { id: 'over-the-line.of', defaultMessage: 'of {people} over the line' },
          { people: withGoal },
        ),
      }
}
