import { describe, expect, test } from 'vitest'
import type { OverTheLineView } from '../../shared/wire/boards/over-the-line-board.ts'
import { stageOf } from '../../test/renderer/stage.ts'
import {
  emptyWall,
  isHealthy,
  skippedTitles,
  type Wall,
  withBoard,
  withBoardError,
  withPatch,
  withStage,
  withTrip,
} from './wall.ts'

const view = (id: string): OverTheLineView => ({
  id,
  title: `Title of ${id}`,
  scope: 'Floor',
  window: { start: null, end: null, label: 'All', progress: '' },
  metric: {
    id: 'm',
    name: 'M',
    noun: 'm',
    objective: '',
    unit: 'count',
    indicator: 'output',
    better: 'higher',
  },
  changedAt: null,
  awaits: null,
  kind: 'over-the-line',
  rows: Object.fromEntries(
    ['ana', 'bo'].map((name, place) => [
      name,
      {
        name,
        short: name,
        initials: 'A',
        hue: 0,
        photo: null,
        value: 1,
        goal: 1,
        attainment: 1,
        pace: 1,
        state: 'reached',
        place,
      },
    ]),
  ),
  withGoal: 2,
  nearest: null,
})

const wall = withBoard(withBoard(emptyWall, { version: 1, view: view('a') }), { version: 7, view: view('b') })

describe('a patch', () => {
  const ops = [{ op: 'replace' as const, path: '/rows/ana/value', value: 2 }]

  test('changes what it names, and leaves the other rows the same objects', () => {
    const after = withPatch(wall, { board: 'b', from: 7, to: 8, ops })
    const rowsOf = (of: Wall | null) => {
      const view = of?.boards.get('b')?.view
      return view?.kind === 'over-the-line' ? view.rows : undefined
    }
    const [before, now] = [rowsOf(wall), rowsOf(after)]
    expect(now?.['ana']).toMatchObject({ value: 2 })
    expect(now?.['bo']).toBe(before?.['bo'])
    expect(after?.boards.get('a')).toBe(wall.boards.get('a'))
    expect(after?.boards.get('b')?.version).toBe(8)
  })

  test.each([
    ['of a version that is not there', { board: 'b', from: 6, to: 7, ops }],
    ['of an unknown board', { board: 'c', from: 1, to: 2, ops }],
    [
      'whose path leads nowhere',
      { board: 'b', from: 7, to: 8, ops: [{ op: 'remove' as const, path: '/rows/cy' }] },
    ],
    ['that makes no view', { board: 'b', from: 7, to: 8, ops: [{ op: 'remove' as const, path: '/rows' }] }],
    [
      'that renames the board',
      { board: 'b', from: 7, to: 8, ops: [{ op: 'replace' as const, path: '/id', value: 'a' }] },
    ],
  ])('%s is refused, so that the TV asks again', (_, patch) => {
    expect(withPatch(wall, patch)).toBeNull()
  })
})

describe('boards', () => {
  test('that the stage no longer names are forgotten', () => {
    const after = withStage(withBoardError(wall, { board: 'c', title: 'C', error: '' }), stageOf(['b']))
    expect([...after.boards.keys()]).toEqual(['b'])
    expect([...after.errors.keys()]).toEqual([])
  })

  test('may be called what objects inherit', () => {
    expect(isHealthy(wall, 'constructor', 0)).toBe(false)
    const named = withBoard(wall, { version: 1, view: view('constructor') })
    expect(isHealthy(named, 'constructor', 0)).toBe(true)
  })

  test('in error are passed over by their titles until a view of them comes', () => {
    const failed = withBoardError(wall, { board: 'a', title: 'Board A', error: 'no metric' })
    expect(isHealthy(failed, 'a', 0)).toBe(false)
    expect(skippedTitles(failed, ['a', 'b', 'a'], 0)).toEqual(['Board A'])
    expect(isHealthy(withBoard(failed, { version: 2, view: view('a') }), 'a', 0)).toBe(true)
  })

  test('that failed here get another try after a minute, when they have changed', () => {
    const tripped = withTrip(wall, 'a', 1000)
    const changed = withBoard(tripped, { version: 2, view: view('a') })
    expect(isHealthy(tripped, 'a', 1e9)).toBe(false)
    expect(isHealthy(changed, 'a', 2000)).toBe(false)
    expect(isHealthy(changed, 'a', 61_001)).toBe(true)
  })
})
