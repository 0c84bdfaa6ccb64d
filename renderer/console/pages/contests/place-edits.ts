// What is written so that a contest hangs somewhere, and what goes with one that is removed.
import { playlistsOfAlone, wallEdits } from '../../../../shared/domain/contests/making/contest-walls.ts'
import { placeLast } from '../../../../shared/domain/screens/board-places.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { Contest } from '../../../../shared/wire/contests/contest.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { FloorEdit } from '../../../../shared/wire/floor-edits.ts'
import { newId } from '../../api/new-id.ts'

/** `screens`: they are the contest's own for its time. `playlists`: its board is the last of each. By their ids. */
export type ContestPlaces =
  | { readonly screens: readonly string[] }
  | { readonly playlists: readonly string[] }

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id)

/** The boards of a contest that is there. */
export const boardsOfContest = ({ boards }: FloorFile, contest: string): readonly string[] =>
  idsOf(boards.filter((board) => 'contest' in board && board.contest === contest))

export const placeEdits = (
  file: FloorFile,
  contest: Contest,
  places: ContestPlaces,
): readonly FloorEdit[] => {
  const chosen = 'screens' in places ? places.screens : places.playlists
  if (chosen.length === 0) return []
  const { id, name } = contest
  const board = newId(name, idsOf(file.boards), 'contest')
  const add: FloorEdit = {
    do: 'add',
    list: 'boards',
    entry: { id: board, kind: 'contest', title: name, contest: id },
    before: null,
  }
  if ('playlists' in places)
    return [
      add,
      ...file.playlists.filter((each) => chosen.includes(each.id)).map((each) => placeLast(each, board)),
    ]
  const playlist = newId(name, idsOf(file.playlists), 'contest')
  return [add, ...wallEdits(file, contest, { screens: chosen, board, playlist }, createZone)]
}

/** The contest with its boards, and with the playlists and rules of screens that were made for it alone. */
export const removeEdits = (file: FloorFile, contest: string): readonly FloorEdit[] => {
  const boards = boardsOfContest(file, contest)
  const remove = (list: 'playlists' | 'boards' | 'contests', id: string): FloorEdit => ({
    do: 'remove',
    list,
    id,
    everywhere: true,
  })
  return [
    ...playlistsOfAlone(file, boards).map(({ id }) => remove('playlists', id)),
    ...boards.map((id) => remove('boards', id)),
    remove('contests', contest),
  ]
}
