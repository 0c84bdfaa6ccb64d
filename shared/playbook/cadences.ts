// The rhythm of the week, ready-made: what is gone through on Monday, in the middle of the week, after a month and a quarter.
import type { z } from 'zod'
import type { Cadence } from '../wire/cadence.ts'
import { announcementId } from './boards/house.ts'
import { midWeek, monday, playlistsOf } from './playlists.ts'
import type { Shape } from './shape.ts'

type CadenceEntry = z.input<typeof Cadence>

/** Nobody goes through more in an hour. */
const mostBoards = 14
/** Of each role in a review of a month or a quarter. */
const mostResults = 5

export const cadencesOf = (shape: Shape): readonly CadenceEntry[] => {
  const playlists = playlistsOf(shape)
  const boardsOf = (id: string): readonly string[] => [
    ...new Set(
      playlists
        .filter((playlist) => playlist.id === id)
        .flatMap(({ items }) => items.map(({ board }) => board))
        .filter((board) => board !== announcementId),
    ),
  ]
  const birdsEye = shape.roles.flatMap((role) => boardsOf(`birds-eye-${role}`))
  const results = shape.roles.flatMap((role) => boardsOf(`results-${role}`).slice(0, mostResults))
  const some = (boards: readonly string[]): string[] => [...new Set(boards)].slice(0, mostBoards)
  return [
    { id: monday, name: 'Monday review', day: 'monday', at: '09:00', boards: some(boardsOf(monday)) },
    {
      id: midWeek,
      name: 'Mid-week check-in',
      day: 'wednesday',
      at: '13:00',
      boards: some(boardsOf(midWeek)),
    },
    {
      id: 'month-review',
      name: 'Review of the month',
      every: 'month',
      day: 1,
      at: '10:00',
      boards: some([...results, ...birdsEye]),
    },
    {
      id: 'quarter-review',
      name: 'Review of the quarter',
      every: 'quarter',
      day: 2,
      at: '10:00',
      boards: some([...birdsEye, ...results]),
    },
    { id: 'one-to-ones', name: 'One-to-ones', day: 'thursday', at: '14:00', oneToOnes: true },
  ]
}
