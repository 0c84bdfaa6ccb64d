import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stageOf } from '../../test/renderer/stage.ts'
import { picture } from '../boards/leaderboard/gallery-states.ts'
import { pictureTime } from '../boards/samples/floor.ts'
import { keepLastGood, type LastGoodShelf, readLastGood, wallFromLastGood } from './last-good.ts'
import { createStore } from './store.ts'
import { emptyWall, type Wall, withBoard, withStage } from './wall.ts'

const stage = stageOf([picture.id])
const live: Wall = {
  ...withBoard(withStage(emptyWall, stage), { version: 3, view: picture }),
  link: { state: 'connected' },
}

const shelfOf = () => {
  const saved: string[] = []
  const shelf: LastGoodShelf = {
    load: async () => saved.at(-1) ?? null,
    save: (json) => void saved.push(json),
  }
  return { saved, shelf }
}
const keep = (wall: Wall, shelf: LastGoodShelf) => {
  const store = createStore(wall)
  const keeper = keepLastGood({ wall: store, shelf, heardAt: () => pictureTime, offsetMs: () => 250 })
  return { store, keeper }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the last good state', () => {
  test('[S77] comes back without a hold', async () => {
    const { shelf } = shelfOf()
    const hold = {
      kind: 'pin' as const,
      holder: { id: 'dana', name: 'Dana' },
      board: picture.id,
      page: null,
      since: 0,
      until: 8.64e15,
      huddle: null,
    }
    const { store } = keep({ ...live, stage: { ...stage, hold } }, shelf)
    store.set((wall) => ({ ...wall }))
    vi.advanceTimersByTime(5000)
    const last = readLastGood(await shelf.load())
    if (last === null) throw new Error('nothing was kept')
    expect(wallFromLastGood(last).stage).toEqual(stage)
  })

  test('comes back after a reboot, with its age and the error of the clock', async () => {
    const { saved, shelf } = shelfOf()
    const { store } = keep(live, shelf)
    store.set((wall) => ({ ...wall }))
    vi.advanceTimersByTime(5000)
    const last = readLastGood(await shelf.load())
    if (last === null) throw new Error('nothing was kept')
    const wall = wallFromLastGood(last)
    expect(saved).toHaveLength(1)
    expect(wall.boards.get(picture.id)).toEqual({ version: 3, view: picture, trip: null })
    expect(wall.link).toEqual({ state: 'gone', since: pictureTime, refused: null })
    expect(last.offsetMs).toBe(250)
  })

  test('is saved at most every five seconds, and not while the feed is gone', () => {
    const { saved, shelf } = shelfOf()
    const { store, keeper } = keep(live, shelf)
    for (let change = 0; change < 100; change += 1) {
      store.set((wall) => ({ ...wall }))
      vi.advanceTimersByTime(100)
    }
    expect(saved.length).toBeLessThanOrEqual(2)
    store.set((wall) => ({ ...wall, link: { state: 'gone', since: 0, refused: null } }))
    vi.advanceTimersByTime(5000)
    const before = saved.length
    store.set((wall) => ({ ...wall, boards: new Map() }))
    vi.advanceTimersByTime(60_000)
    expect(saved).toHaveLength(before)
    keeper.close()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('leaves out the biggest boards when all are too long', () => {
    const { saved, shelf } = shelfOf()
    const huge = { ...picture, id: 'huge', title: 'x'.repeat(2_000_000) }
    const { store } = keep(withBoard(live, { version: 1, view: huge }), shelf)
    store.set((wall) => ({ ...wall }))
    vi.advanceTimersByTime(5000)
    expect(readLastGood(saved[0] ?? null)?.boards.map((board) => board.view.id)).toEqual([picture.id])
    expect(saved[0]?.length).toBeLessThan(2_000_000)
  })

  test.each([null, '', '{', 'null', '{"format":2}', '[]'])('%s is no state', (json) => {
    expect(readLastGood(json)).toBeNull()
  })
})
