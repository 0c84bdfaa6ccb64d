import { expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { contrastOn, leastContrast } from '../words/brand-colour.ts'
import { stageOf } from './screen-stage.ts'

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
