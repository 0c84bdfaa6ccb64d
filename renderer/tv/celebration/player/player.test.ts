import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CelebratedMessage, CelebrateMessage } from '../../../../shared/wire/celebrations/view.ts'
import { bigDeal } from '../../../boards/samples/celebration.ts'
import { createPlayer, type Showing } from './player.ts'
import { createShownIds } from './shown-ids.ts'

const begun = Date.UTC(2026, 10, 28, 14, 0)
/** The feed's clock is minutes ahead of this machine's. */
const feedNow = () => Date.now() + 420_000

beforeEach(() => {
  vi.useFakeTimers({ now: begun })
})
afterEach(() => {
  vi.useRealTimers()
})

const storageOf = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const open = (storage = storageOf(), isAsleep = () => false) => {
  const shown: (Showing | null)[] = []
  const reports: CelebratedMessage[] = []
  const stops: string[] = []
  const player = createPlayer({
    feedNow,
    running: () => Date.now() - begun,
    wallClock: () => Date.now(),
    shown: createShownIds(storage),
    isAsleep,
    onFrame: (work) => setTimeout(work, 16),
    play: ({ id }) => ({ state: Promise.resolve('played'), stop: () => void stops.push(id) }),
    show: (showing) => void shown.push(showing),
    report: (message) => void reports.push(message),
  })
  return { player, shown, reports, stops, on: () => shown.at(-1)?.message.id ?? null }
}

const message = (id: string, inMs: number, more: Partial<CelebrateMessage> = {}): CelebrateMessage => ({
  id,
  startsAt: feedNow() + inMs,
  ms: 8000,
  view: bigDeal,
  sound: 'own:gong',
  isTest: false,
  silent: false,
  ...more,
})

test('it starts at its instant, by the running time of the page, and is reported once it is over', async () => {
  const { player, shown, reports, on, stops } = open()
  player.celebrate(message('a', 150))
  expect(shown.at(-1)?.clock).toEqual({ startedAt: 150 })
  await vi.advanceTimersByTimeAsync(8000)
  expect(on()).toBe('a')
  await vi.advanceTimersByTimeAsync(1000)
  expect(on()).toBeNull()
  expect(stops).toEqual(['a'])
  expect(reports).toEqual([{ id: 'a', shownMs: 7983, lateMs: 17, sound: 'played' }])
})

test('one that is told late joins where the others are', async () => {
  const { player, shown, reports } = open()
  player.celebrate(message('a', -3000))
  expect(shown.at(-1)?.clock).toEqual({ startedAt: -3000 })
  await vi.advanceTimersByTimeAsync(6000)
  expect(reports).toEqual([{ id: 'a', shownMs: 4984, lateMs: 3016, sound: 'played' }])
})

test('what is over is not shown any more', () => {
  const { player, shown } = open()
  player.celebrate(message('a', -8000))
  expect(shown).toEqual([])
})

test('after a reload it is joined again, and never played a second time from its start', async () => {
  const storage = storageOf()
  const first = message('a', 100)
  open(storage).player.celebrate(first)
  await vi.advanceTimersByTimeAsync(2000)

  const reloaded = open(storage)
  reloaded.player.celebrate(first)
  expect(reloaded.on()).toBe('a')

  const restarted = open(storage)
  restarted.player.celebrate(message('a', 100))
  expect(restarted.shown).toEqual([])
})

test('the same id again changes the view and keeps its clock', async () => {
  const { player, shown } = open()
  const first = message('a', 0)
  player.celebrate(first)
  await vi.advanceTimersByTimeAsync(1000)
  player.celebrate({ ...first, view: { ...bigDeal, title: 'Bigger deal' } })
  expect(shown.at(-1)?.message.view.title).toBe('Bigger deal')
  expect(shown.at(-1)?.clock).toBe(shown[0]?.clock)
})

test('what is taken back leaves at once, and what it showed is reported', async () => {
  const { player, reports, on } = open()
  player.celebrate(message('a', 0))
  await vi.advanceTimersByTimeAsync(3000)
  player.retract('a')
  expect(on()).toBeNull()
  await vi.advanceTimersByTimeAsync(0)
  expect(reports).toMatchObject([{ id: 'a', shownMs: 2984 }])
})

test('a sleeping TV shows nothing, makes no sound and reports nothing', async () => {
  let asleep = true
  const { player, shown, reports, on } = open(storageOf(), () => asleep)
  player.celebrate(message('a', 0))
  await vi.advanceTimersByTimeAsync(2000)
  expect(shown).toEqual([])
  asleep = false
  player.look()
  expect(on()).toBe('a')
  asleep = true
  player.look()
  expect(on()).toBeNull()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(reports.length).toBeLessThanOrEqual(1)
})
