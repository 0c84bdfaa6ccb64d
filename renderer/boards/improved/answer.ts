// The board in a sentence: who has come furthest beyond their own past.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { ImprovedView } from '../../../shared/wire/boards/improved-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null while nobody has. */
export const improvedAnswer = (
  { rows, improved, relative }: Pick<ImprovedView, 'rows' | 'improved' | 'relative'>,
  format: Format,
): BoardAnswer | null => {
  const [first] = Object.values(rows).sort((a, b) => a.place - b.place)
  if (!first) return null
  const change = relative ? format.change(first.change) : format.delta(first.change, improved.unit)
  return { word: first.short, alarm: undefined, rest: `${first.change < 0 ? '▼' : '▲'} ${change}` }
}
