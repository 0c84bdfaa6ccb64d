// How many of those with a goal have reached it, in one sentence.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { BoardAnswer } from './board-answer.ts'

/** `over`: one at least. */
export const lineAnswer = (over: number, withGoal: number, { say, value }: Format): BoardAnswer =>
  over === withGoal && over > 1
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
          { people: value(withGoal, 'count') },
        ),
      }
