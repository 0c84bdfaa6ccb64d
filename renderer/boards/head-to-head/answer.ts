// A tug of war in a sentence: who leads, and by how many lines to how many.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null while no line can be told. */
export const headToHeadAnswer = (
  { left, right, rows }: Pick<HeadToHeadView, 'left' | 'right' | 'rows'>,
  { say }: Format,
): BoardAnswer | null => {
  if (Object.values(rows).every(({ leads }) => leads === null)) return null
  if (left.won === right.won)
    return { word: say({ id: 'race.level', defaultMessage: 'Neck and neck' }), alarm: undefined, rest: '' }
  const [first, second] = left.won > right.won ? [left, right] : [right, left]
  return {
    word: `${first.won} : ${second.won}`,
    alarm: undefined,
    // The name stands last: a long one is cut, and a figure must not be.
    rest: say(
      { id: 'head-to-head.for', defaultMessage: 'for {name}' },
      { name: first.of === 'team' ? first.name : first.short },
    ),
  }
}
