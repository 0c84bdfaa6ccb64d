import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesOf, idOf } from '../raw-floor.ts'
import { floorChanges } from './floor-changes.ts'
import { isSame } from './same.ts'
import { undoneChanges } from './undo-changes.ts'

const words = { write: (value: unknown) => JSON.stringify(value), nameOf: (_: string, id: string) => id }

const Value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'))
const Item = fc.record({ board: fc.constantFrom('x', 'y'), seconds: fc.integer({ min: 3, max: 5 }) })
const Entry = fc.record(
  {
    id: fc.constantFrom('p', 'q', 'r', 's', 't'),
    name: Value,
    calm: Value,
    items: fc.array(Item, { maxLength: 3 }),
  },
  { requiredKeys: ['id'] },
)
const Entries = fc.uniqueArray(Entry, { maxLength: 5, selector: ({ id }) => id })
const Goals = fc.uniqueArray(
  fc.record({ metric: Value, window: Value, org: fc.constant(true), value: Value }),
  { maxLength: 3, selector: ({ metric, window }) => `${metric} ${window}` },
)
const Floor = fc.record(
  {
    floor: fc.record({ name: Value, more: Value }, { requiredKeys: ['name'] }),
    teams: Entries,
    screens: Entries,
    goals: Goals,
  },
  { requiredKeys: ['floor'] },
)
/** As it is parsed: no object has a prototype of its own. */
const clean = <T>(value: T): T => JSON.parse(JSON.stringify(value))

describe('undoing', () => {
  test('[F77] what was made last leads back to what was before', () => {
    fc.assert(
      fc.property(Floor, Floor, (before, after) => {
        const [was, is] = [clean(before), clean(after)]
        const undone = undoneChanges(was, is, is)
        const bare = (floor: object) =>
          Object.fromEntries(
            Object.entries(floor).filter(([, list]) => !Array.isArray(list) || list.length > 0),
          )
        expect(bare(undone)).toEqual(bare(was))
      }),
      { numRuns: 500 },
    )
  })

  test('[F77] what came since stays, where nothing of it touches the same', () => {
    fc.assert(
      fc.property(Floor, Entries, Entries, Floor, (before, teams, screens, later) => {
        const was = clean(before)
        const is = clean({ ...before, teams, screens })
        const since = { floor: clean(later.floor), goals: clean(later.goals ?? []) }
        const now = { ...is, ...since, screens: [...is.screens, { id: 'new' }] }
        const undone = undoneChanges(was, is, now)
        expect(undone).toMatchObject(since)
        expect(undone['teams'] ?? []).toEqual(was.teams ?? [])
        const left = entriesOf(undone, 'screens')
        expect(left.filter((screen) => idOf(screen) !== 'new')).toEqual(was.screens ?? [])
        expect(left).toContainEqual({ id: 'new' })
      }),
      { numRuns: 500 },
    )
  })
})

describe('changes', () => {
  test('[F76] are none exactly where both say the same', () => {
    fc.assert(
      fc.property(Floor, Floor, (before, after) => {
        const [was, is] = [clean(before), clean(after)]
        expect(floorChanges(was, was, words)).toEqual([])
        const bare = (floor: object) =>
          Object.fromEntries(
            Object.entries(floor).filter(([, list]) => !Array.isArray(list) || list.length > 0),
          )
        if (!isSame(bare(was), bare(is))) expect(floorChanges(was, is, words).length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('[F76] name as few moves as there were', () => {
    const list = (...ids: string[]) => ({ screens: ids.map((id) => ({ id, name: `Screen ${id}` })) })
    const moved = (before: object, after: object) =>
      floorChanges({ ...before }, { ...after }, words).map(({ what, name }) => `${what} ${name}`)
    expect(moved(list('a', 'b', 'c', 'd'), list('d', 'a', 'b', 'c'))).toEqual(['moved Screen d'])
    expect(moved(list('a', 'b', 'c', 'd'), list('a', 'c', 'x', 'd'))).toEqual([
      'removed Screen b',
      'added Screen x',
    ])
  })

  test('[F76] go down to one field of one item, and name the order of items that moved', () => {
    const day = (...items: object[]) => ({ playlists: [{ id: 'day', name: 'Day', items }] })
    const fields = (before: object, after: object) =>
      floorChanges({ ...before }, { ...after }, words)[0]?.fields
    const [x, y] = [
      { board: 'x', seconds: 20 },
      { board: 'y', seconds: 5 },
    ]
    expect(fields(day(x, y), day({ ...x, seconds: 30 }, y))).toEqual([
      { field: 'items › x › seconds', before: '20', after: '30' },
    ])
    expect(fields(day(x, y), day(y, x))).toEqual([{ field: 'items', before: 'x, y', after: 'y, x' }])
    expect(fields(day(x), day(x, x))).toEqual([{ field: 'items › x', before: null, after: '{"seconds":20}' }])
  })

  test('[F76] of goals name whose they are', () => {
    const goal = { metric: 'calls', window: 'week', team: 'east', value: 5 }
    expect(floorChanges({ goals: [goal] }, { goals: [{ ...goal, value: 6 }] }, words)).toEqual([
      {
        what: 'changed',
        list: 'goals',
        id: null,
        name: 'calls, week, east',
        fields: [{ field: 'value', before: '5', after: '6' }],
      },
    ])
  })
})
