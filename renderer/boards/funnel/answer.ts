// The board in a sentence: where the funnel leaks, or that it does not.
import { isEnough } from '../../../shared/domain/boards/funnel/funnel-leak.ts'
import type { Format } from '../../../shared/domain/words/format.ts'
import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null while too few deals have left a stage to tell. */
export const funnelAnswer = (
  { rows, leak }: Pick<FunnelView, 'rows' | 'leak'>,
  { say, value }: Format,
): BoardAnswer | null => {
  const stage = leak === null ? undefined : rows[leak]
  if (!stage)
    return Object.values(rows).some(isEnough)
      ? { word: say({ id: 'funnel.sound', defaultMessage: 'No leak.' }), alarm: 'ahead', rest: '' }
      : null
  return {
    word: say({ id: 'funnel.leak', defaultMessage: 'Leak:' }),
    alarm: 'behind',
    // The name stands last: a long one is cut, and a figure must not be.
    rest: say(
      { id: 'funnel.lost-at', defaultMessage: '{share} lost at {stage}' },
      { share: value(stage.conversion === null ? null : 1 - stage.conversion, 'percent'), stage: stage.name },
    ),
  }
}
