// A tug of war in a sentence: who leads. By how many lines to how many stands between the two.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HeadToHeadRow, HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Nothing on either side is no draw. */
const isTold = ({ leads, left }: HeadToHeadRow): boolean =>
  leads !== null && (leads !== 'level' || left.value !== 0)

/** Null while no line can be told. */
export const headToHeadAnswer = (
  { left, right, rows }: Pick<HeadToHeadView, 'left' | 'right' | 'rows'>,
  { say }: Format,
): BoardAnswer | null => {
  if (!Object.values(rows).some(isTold)) return null
  if (left.won === right.won)
    return { word: say({ id: 'race.level', defaultMessage: 'Neck and neck' }), alarm: undefined, rest: '' }
  const first = left.won > right.won ? left : right
  return {
    word: first.of === 'team' ? first.name : first.short,
    alarm: undefined,
    rest: say({ id: 'race.leads', defaultMessage: 'is in front' }),
  }
}
