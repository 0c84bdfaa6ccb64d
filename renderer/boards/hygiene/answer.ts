// The board in a sentence: how much is left lying, or that nothing is.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HygieneView } from '../../../shared/wire/boards/hygiene-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { looseEnds } from './loose-ends.ts'

/** Null while one of the counts is unknown, or where there is nothing that could lie around. */
export const hygieneAnswer = (
  { total, clear, rows }: Pick<HygieneView, 'total' | 'clear' | 'rows'>,
  format: Format,
): BoardAnswer | null => {
  const { say } = format
  if (Object.keys(rows).length === 0) return null
  if (clear)
    return { word: say({ id: 'answer.all-clear', defaultMessage: 'All clear.' }), alarm: 'reached', rest: '' }
  if (total === null || total <= 0) return null
  return { word: format.value(total, 'count'), alarm: 'behind', rest: looseEnds(total, say) }
}
