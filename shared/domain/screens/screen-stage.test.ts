import { describe, expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { contrastOn, leastContrast } from '../words/brand-colour.ts'
import { sceneAt } from './rotation.ts'
import { stageOf } from './screen-stage.ts'
import { boardsOf } from './stage-boards.ts'

const noon = Date.UTC(2026, 10, 20, 12)
const screenOf = (file: ReturnType<typeof floorOf>, id: string | null) =>
  stageOf(createFloorModel(file), id, noon, 'build').screen

test('a screen has the theme of the floor, unless it names its own, and the brand as it can be read there', () => {
  const playlist = 'all'
  const file = floorOf({
    floor: { brand: ['#FFD400'] },
    playlists: [{ id: playlist, name: 'All', items: [{ board: 'a' }] }],
    screens: [
      { id: 'hall', name: 'Hall', playlist },
      { id: 'window', name: 'Window', playlist, theme: 'day' },
    ],
  })
  expect(screenOf(file, 'hall')).toMatchObject({ theme: 'night', brand: ['#ffd400'] })
  const window = screenOf(file, 'window')
  expect(window.theme).toBe('day')
  expect(contrastOn('day', window.brand[0] ?? '#ffffff')).toBeGreaterThanOrEqual(leastContrast)
})

test('a floor that says nothing of colours is dark and has no brand', () => {
  expect(screenOf(floorOf({}), null)).toMatchObject({ theme: 'night', brand: [] })
})

const wins = (id: string, audience?: string) => ({
  id,
  kind: 'wins',
  title: id,
  ...(audience && { audience }),
})
const mixed = {
  boards: [wins('open'), wins('said', 'floor'), wins('pay', 'managers'), wins('plan', 'leadership')],
  playlists: [
    { id: 'day', name: 'Day', items: ['open', 'pay', 'said', 'plan'].map((board) => ({ board })) },
    { id: 'review', name: 'Review', items: [{ board: 'pay' }, { board: 'plan' }] },
  ],
  screens: [
    { id: 'hall', name: 'Hall', playlist: 'day', schedule: [{ playlist: 'review', days: ['monday'] }] },
    { id: 'lobby', name: 'Lobby', playlist: 'day' },
  ],
}
const stage = (parts: object, id: string | null = null) =>
  stageOf(createFloorModel(floorOf({ ...parts })), id, noon, 'build')

test('[W22] hours across midnight are those of the day on which they begin', () => {
  const items = [{ board: 'open' }]
  const night = { playlist: 'night', days: ['friday'], hours: { from: '18:30', to: '08:00' } }
  const file = floorOf({
    boards: [wins('open')],
    playlists: [
      { id: 'day', name: 'Day', items },
      { id: 'night', name: 'Night', items },
    ],
    screens: [{ id: 'hall', name: 'Hall', playlist: 'day', schedule: [night] }],
  })
  // Noon is on a Friday.
  expect(stageOf(createFloorModel(file), 'hall', noon, 'build').turns.slice(0, 4)).toEqual([
    { from: Date.UTC(2026, 10, 19), playlist: 'day' },
    { from: Date.UTC(2026, 10, 20, 18, 30), playlist: 'night' },
    { from: Date.UTC(2026, 10, 21, 8), playlist: 'day' },
    { from: Date.UTC(2026, 10, 27, 18, 30), playlist: 'night' },
  ])
})

describe('[S66] versions of a playlist', () => {
  const shown = (team: string | undefined): readonly string[] =>
    boardsOf(
      stage({
        boards: ['all', 'emea', 'dublin'].map((id) => wins(id)),
        teams: [
          { id: 'emea', name: 'EMEA' },
          { id: 'dublin', name: 'Dublin', parent: 'emea' },
          { id: 'cork', name: 'Cork', parent: 'emea' },
          { id: 'us', name: 'US' },
        ],
        playlists: [
          {
            id: 'day',
            name: 'Day',
            items: [{ board: 'all' }],
            versions: ['emea', 'dublin'].map((version) => ({ team: version, items: [{ board: version }] })),
          },
        ],
        screens: [{ id: 'hall', name: 'Hall', playlist: 'day', ...(team && { team }) }],
      }),
    )

  test('a screen shows that of its active team, else that of the nearest team above it, else what all see', () => {
    expect(shown('dublin')).toEqual(['dublin'])
    expect(shown('cork')).toEqual(['emea'])
    expect(shown('us')).toEqual(['all'])
    expect(shown(undefined)).toEqual(['all'])
  })
})

test('[S60] a screen without a playlist of its own has that of its group, and its group’s rules', () => {
  const items = [{ board: 'open' }]
  const hall = stage({
    boards: [wins('open')],
    playlists: ['day', 'night'].map((id) => ({ id, name: id, items })),
    screenGroups: [
      { id: 'halls', name: 'Halls', playlist: 'day', schedule: [{ playlist: 'night', days: ['saturday'] }] },
    ],
    screens: [{ id: 'hall', name: 'Hall', group: 'halls' }],
  })
  expect(hall.turns.slice(0, 2).map(({ playlist }) => playlist)).toEqual(['day', 'night'])
  expect(Object.keys(hall.playlists)).toEqual(['day', 'night'])
})

describe('audiences', () => {
  test('[S1] a wall has the boards for the floor, in their order, and no other', () => {
    expect(boardsOf(stage(mixed, 'lobby'))).toEqual(['open', 'said'])
    expect(boardsOf(stage(mixed, 'hall'))).toEqual(['open', 'said'])
    expect(boardsOf(stage({ boards: mixed.boards }))).toEqual(['open', 'said'])
  })

  test('[S2] a playlist of which nothing is left keeps its hours, and is told apart from one that has no boards', () => {
    const hall = stage(mixed, 'hall')
    expect(hall.playlists['review']).toEqual([])
    expect(hall.withheld).toEqual(['review'])
    expect(new Set(hall.turns.map(({ playlist }) => playlist))).toEqual(new Set(['day', 'review']))
    expect(stage(mixed, 'lobby').withheld).toBeUndefined()
    expect(stage({ boards: [wins('pay', 'managers')] }).withheld).toEqual(['all'])
    expect(stage({}).withheld).toBeUndefined()
  })

  test('[S2] the rotation rests while such a playlist is on, and goes on with the next', () => {
    const monday = Date.UTC(2026, 10, 23, 12)
    const boards = { isHealthy: () => true, pages: () => 1 }
    const hall = stage(mixed, 'hall')
    const scene = sceneAt(hall, boards, monday)
    expect(scene).toMatchObject({ playlist: 'review', board: null, nextChangeAt: Date.UTC(2026, 10, 24) })
    expect(sceneAt(hall, boards, scene.nextChangeAt).playlist).toBe('day')
  })
})

test('[S240] a wall knows the floor’s quiet hours, where it has some', () => {
  const quietHours = { from: '18:30', to: '08:00' }
  expect(stage({ floor: { celebrations: { quietHours } } }).floor.quietHours).toEqual(quietHours)
  expect(stage({}).floor.quietHours).toBeUndefined()
})
