// The board in a sentence: how many people helped somebody.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ThanksView } from '../../../shared/wire/boards/thanks-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null where nobody has yet. */
export const thanksAnswer = (
  { helping }: Pick<ThanksView, 'helping'>,
  { say, value }: Format,
): BoardAnswer | null =>
  helping === 0
    ? null
    : {
        word: value(helping, 'count'),
        alarm: undefined,
        rest: say(
          {
            id: 'thanks.answer',
            defaultMessage: '{helpers, plural, one {person} other {people}} helped a colleague.',
          },
          { helpers: helping },
        ),
      }
