import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BoardView } from '../../../shared/wire/view.ts'
import { openTestFloor, testClock } from '../../../test/floors/open-test-floor.ts'
import { type BoardDesk, createBoardDesk } from './board-desk.ts'

const clock = testClock('2026-11-20T20:00:00Z')
/** Of each board that is computed. */
let costMs: number
let title: string
let computed: number
let sent: number[]
let desk: BoardDesk

beforeEach(async () => {
  const floor = await openTestFloor(clock)
  const view = floor.floor.boardView('over')
  await floor.close()
  if (!('kind' in view)) throw new Error(view.message)
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  costMs = 2
  title = 'Before'
  computed = 0
  sent = []
  desk = createBoardDesk(clock, (_board, error) => expect(error).toBeNull())
  const compute = (id: string) => (): BoardView => {
    computed += 1
    vi.advanceTimersByTime(costMs)
    return { ...view, id, title }
  }
  desk.setBoards(
    ['wall', 'other'].map((id) => ({ id, title: id, source: () => ({ bases: [1], compute: compute(id) }) })),
  )
  desk.watch('wall')
  desk.current('wall')
  desk.listen({
    patch: ({ board }) => void (board === 'wall' && sent.push(performance.now())),
    board: () => undefined,
    error: () => undefined,
  })
})
afterEach(() => {
  desk.close()
  vi.useRealTimers()
})

/** A past comes in, fact by fact, that shows on no board; returns how often a board was computed for it. */
const pastFor = (ms: number): number => {
  const before = computed
  const until = performance.now() + ms
  while (performance.now() < until) {
    vi.advanceTimersByTime(1)
    desk.touch([1])
  }
  return computed - before
}
/** How long a change takes until it is sent, ms. */
const changeNow = (): number => {
  title = `${title} and more`
  const since = performance.now()
  desk.touch([1])
  vi.advanceTimersByTime(200)
  return (sent.at(-1) ?? Number.POSITIVE_INFINITY) - since
}

test('[N38] what comes to nothing on a board delays no change of it by a tick, and takes a tenth of the time', () => {
  const looks = pastFor(2000)
  expect(looks * costMs).toBeLessThanOrEqual(2000 / 10 + costMs)
  expect(looks).toBeGreaterThan(50)
  expect(sent).toEqual([])
  expect(changeNow()).toBeLessThanOrEqual(10 * costMs)
})

test('[N38] boards that cost much are computed no oftener than ten times a second, however many there are', () => {
  costMs = 15
  desk.watch('other')
  desk.current('other')
  expect(pastFor(2000)).toBeLessThanOrEqual((2 * 2000) / 100 + 2)
})

test('what does change it is sent ten times a second at most', () => {
  for (let change = 0; change < 500; change += 1) {
    title = `Change ${change}`
    desk.touch([1])
    vi.advanceTimersByTime(4)
  }
  vi.advanceTimersByTime(200)
  const gaps = sent.slice(1).map((at, index) => at - (sent[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100)
  expect(sent.length).toBeGreaterThan(15)
})

test('[N47] a past that changes a board takes turns of its own: news is sent at once, ten times a second at most', () => {
  const waits: number[] = []
  for (let ms = 0; ms < 3000; ms += 1) {
    title = `Past ${ms}`
    desk.touch([1], false)
    if (ms % 250 === 17) {
      const since = performance.now()
      title = `News at ${ms}`
      desk.touch([1])
      waits.push((sent.at(-1) ?? 0) - since)
    }
    vi.advanceTimersByTime(1)
  }
  expect(waits).toHaveLength(12)
  expect(Math.max(...waits)).toBeLessThanOrEqual(costMs)
  // Of the past alone ten a second, and of the news four.
  expect(sent.length).toBeLessThanOrEqual(3 * (10 + 4) + 1)
})

test('[N47] news that comes while a past waits for its turn is not kept waiting by it', () => {
  desk.touch([1], false)
  title = 'Past'
  desk.touch([1], false)
  title = 'News'
  const since = performance.now()
  desk.touch([1])
  expect(sent).toEqual([since + costMs])
  vi.advanceTimersByTime(500)
  expect(sent).toHaveLength(1)
})
