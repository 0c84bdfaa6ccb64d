import { expect, test } from 'vitest'
import { createPlayRecorder } from './play-recorder.ts'

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  key: (index: number) => [...kept.keys()][index] ?? null,
  get length() {
    return kept.size
  },
})
const open = (disk: Map<string, string>, window: Map<string, string>, name = 'tv-one-1', now = 0) =>
  createPlayRecorder({ storage: storageOf(disk), session: storageOf(window), newName: () => name, now })

const second = 1000
const hour = 3600 * second

test('what was on is told once it has gone, and until it is acknowledged', () => {
  const recorder = open(new Map(), new Map())
  recorder.show('revenue', 0)
  recorder.show('revenue', 5 * second)
  expect(recorder.next()).toBeNull()
  recorder.show('wins', 20 * second)
  recorder.show(null, 30 * second)
  recorder.show('wins', 90 * second)
  const sent = recorder.next()
  expect(sent).toEqual({
    tv: 'tv-one-1',
    plays: [
      { nth: 1, board: 'revenue', startedAt: 0, ms: 20 * second, goesOn: false },
      { nth: 2, board: 'wins', startedAt: 20 * second, ms: 10 * second, goesOn: false },
    ],
  })
  expect(recorder.next()).toEqual(sent)
  if (sent) recorder.acknowledge(sent)
  expect(recorder.next()).toBeNull()
})

test('a board that is on for hours is told in pieces of an hour, and came on once', () => {
  const recorder = open(new Map(), new Map())
  recorder.show('calm', 0)
  recorder.show('calm', 2.5 * hour)
  recorder.show('wins', 2.75 * hour)
  expect(recorder.next()?.plays.map(({ ms, goesOn }) => [ms / hour, goesOn])).toEqual([
    [1, false],
    [1, true],
    [0.75, true],
  ])
})

test('a reload loses nothing, and counts on', () => {
  const [disk, window] = [new Map(), new Map()]
  const before = open(disk, window)
  before.show('revenue', 0)
  before.show('wins', 20 * second)
  const after = open(disk, window, 'never-used')
  after.show('wins', 21 * second)
  after.show(null, 30 * second)
  expect(after.next()?.plays.map(({ nth, board }) => [nth, board])).toEqual([
    [1, 'revenue'],
    [2, 'wins'],
  ])
})

test('a window that was closed is spoken for by another one, under its own name', () => {
  const disk = new Map<string, string>()
  const closed = open(disk, new Map(), 'tv-closed')
  closed.show('revenue', 0)
  closed.show(null, 20 * second)
  expect(open(disk, new Map(), 'tv-early', 60 * second).next()).toBeNull()
  const later = open(disk, new Map(), 'tv-later', hour)
  const sent = later.next()
  expect(sent).toMatchObject({ tv: 'tv-closed', plays: [{ nth: 1, board: 'revenue' }] })
  if (sent) later.acknowledge(sent)
  expect(later.next()).toBeNull()
  expect([...disk.keys()]).not.toContain('floorboard:plays:tv-closed')
})

test('while the feed is away, so many are kept: the latest', () => {
  const plays = Array.from({ length: 1990 }, (_, index) => ({
    ...{ nth: index + 1, board: `b${index % 7}`, startedAt: index * second, ms: second, goesOn: false },
  }))
  // As a window leaves it that was reloaded after so many.
  const left = JSON.stringify({ tv: 'tv-one-1', nth: 1990, plays, savedAt: 1990 * second })
  const disk = new Map([['floorboard:plays:tv-one-1', left]])
  const recorder = open(disk, new Map())
  for (let nth = 1990; nth <= 2050; nth++) recorder.show(`b${nth % 7}`, nth * second)
  const sent = recorder.next()
  expect([sent?.plays.length, sent?.plays[0]?.nth]).toEqual([200, 51])
})
