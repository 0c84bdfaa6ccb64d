// What is written so that an award hangs somewhere, and what goes with one that is removed.
import { placeLast } from '../../../../shared/domain/screens/board-places.ts'
import type { Award } from '../../../../shared/wire/awards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { newId } from '../../api/new-id.ts'

/** Ids of its boards. */
export const boardsOfAward = ({ boards }: FloorFile, award: string): readonly string[] =>
  boards.flatMap((board) => (board.kind === 'award' && board.award === award ? [board.id] : []))

/** A board of it at the end of each of these playlists, by their ids. */
export const placeAward = (
  file: FloorFile,
  { id, name }: Award,
  playlists: readonly string[],
): readonly FloorEdit[] => {
  if (playlists.length === 0) return []
  const board = newId(
    name,
    file.boards.map((each) => each.id),
    'award',
  )
  return [
    { do: 'add', list: 'boards', entry: { id: board, kind: 'award', title: name, award: id }, before: null },
    ...file.playlists.filter((each) => playlists.includes(each.id)).map((each) => placeLast(each, board)),
  ]
}

/** The award with its boards. */
export const removeAward = (file: FloorFile, award: string): readonly FloorEdit[] => [
  ...boardsOfAward(file, award).map(
    (id): FloorEdit => ({ do: 'remove', list: 'boards', id, everywhere: true }),
  ),
  { do: 'remove', list: 'awards', id: award, everywhere: true },
]
