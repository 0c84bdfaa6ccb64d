import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { meetingsWith, placeCopy, placeLast, placesFor, playlistsWith, screensWith } from './board-places.ts'

const items = (...boards: string[]) => boards.map((board) => ({ board, seconds: 15 }))
const floor = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  teams: [
    { id: 'east', name: 'East' },
    { id: 'north', name: 'North', parent: 'east' },
    { id: 'west', name: 'West' },
  ],
  playlists: [
    { id: 'shared', name: 'Shared', items: items('wins', 'east-board') },
    { id: 'own', name: 'Own', items: items('wins') },
    {
      id: 'versions',
      name: 'Versions',
      items: items('wins'),
      versions: [{ team: 'west', items: items('west-board') }],
    },
  ],
  screenGroups: [{ id: 'all', name: 'All', schedule: [{ playlist: 'versions', days: ['monday'] }] }],
  screens: [
    { id: 'e', name: 'E', playlist: 'shared', team: 'east' },
    { id: 'n', name: 'N', playlist: 'own', team: 'north', group: 'all' },
    { id: 'w', name: 'W', playlist: 'shared', team: 'west', group: 'all' },
  ],
  cadences: [{ id: 'monday', name: 'Monday', day: 'monday', at: '09:00', boards: ['wins'] }],
})
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const placeOf = (team: string, playlist: string, source = 'east-board') => {
  const place = placesFor(floor, team, source).find((each) => each.playlist.id === playlist)
  if (!place) throw new Error(playlist)
  return placeCopy(floor, place, team, source, 'copy')
}

test('[H91] a board is used by playlists, by screens where it comes round for their team, and by meetings', () => {
  expect(ids(playlistsWith(floor, 'west-board'))).toEqual(['versions'])
  expect(ids(screensWith(floor, 'west-board'))).toEqual(['w'])
  expect(ids(screensWith(floor, 'wins'))).toEqual(['e', 'n', 'w'])
  expect(ids(meetingsWith(floor, 'wins'))).toEqual(['monday'])
  expect(playlistsWith(floor, 'nowhere')).toEqual([])
})

test('[H89] a copy can go where the team’s own screens are', () => {
  expect(
    placesFor(floor, 'east', 'east-board').map(({ playlist, screens, isShared, hasSource }) => [
      playlist.id,
      ids(screens),
      isShared,
      hasSource,
    ]),
  ).toEqual([
    ['shared', ['e'], true, true],
    ['own', ['n'], false, false],
    ['versions', ['n'], true, false],
  ])
})

test('[H89] where others show the playlist too, the team gets a version with the copy in the board’s place', () => {
  expect(placeOf('west', 'shared')).toEqual({
    do: 'set',
    list: 'playlists',
    id: 'shared',
    fields: { versions: [{ team: 'west', items: items('wins', 'copy') }] },
  })
  // A version of its own is changed and not doubled.
  expect(placeOf('west', 'versions')).toMatchObject({
    fields: { versions: [{ team: 'west', items: [{ board: 'west-board' }, { board: 'copy' }] }] },
  })
  expect(placeOf('east', 'versions')).toMatchObject({
    fields: { versions: [{ team: 'west' }, { team: 'east', items: [{ board: 'wins' }, { board: 'copy' }] }] },
  })
})

test('[H89] a playlist that nobody else shows takes it itself', () => {
  expect(placeOf('east', 'own')).toMatchObject({ fields: { items: [{ board: 'wins' }, { board: 'copy' }] } })
  const [playlist] = floor.playlists
  if (!playlist) throw new Error('no playlist')
  expect(placeLast(playlist, 'made')).toMatchObject({ id: 'shared', fields: { items: { length: 3 } } })
})
