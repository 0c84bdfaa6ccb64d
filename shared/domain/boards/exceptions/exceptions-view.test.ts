import { describe, expect, test } from 'vitest'
import { ExceptionsView } from '../../../wire/boards/exceptions-board.ts'
import { Board } from '../../../wire/floor.ts'
import { createNumbers } from '../../standing/numbers.ts'
import type { OffThing } from '../../standing/off-book.ts'
import { createTestFloor, floorOf, person, team } from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { figuresOfBoard } from '../figures/board-figures.ts'
import { floorReferenceFaults } from '../floor-references.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const dayMs = 86_400_000
const parts = {
  roles: [{ id: 'ae', name: 'AE' }],
  teams: [team('north', { name: 'North' }), team('east', { name: 'East', parent: 'north' }), team('west')],
  people: [
    person('ana', { name: 'Ana Ruiz', team: 'east', role: 'ae' }),
    person('bo', { name: 'Bo Lind', team: 'west' }),
  ],
  exceptions: [
    { id: 'late', name: 'Close date passed', deal: { overdue: 0 } },
    { id: 'bare', name: 'No amount', deal: { missing: 'amount' } },
  ],
}
const thing = (id: string, days: number, more: Partial<OffThing> = {}): OffThing => ({
  ...{ id, rule: 'late', ruleName: 'Late', subject: { kind: 'deal', source: 'crm', id }, nth: 1 },
  ...{ title: `Deal ${id}`, owner: 'ana', ownerName: 'Ana Ruiz', team: 'east', teamNow: 'east' },
  why: { kind: 'overdue', on: '2026-11-13', days },
  ...{ since: now - days * dayMs - 1000, openedAt: now, seenAt: now, wrote: null, until: null },
  ...more,
})
const all = [
  thing('a', 3, { wrote: 'Dana W.' }),
  thing('b', 9, { nth: 2 }),
  thing('c', 5, { rule: 'bare', seenAt: null, why: { kind: 'missing', field: 'amount' } }),
  thing('d', 30, { owner: 'bo', ownerName: 'Bo Lind', team: 'west', teamNow: 'west' }),
  thing('e', 40, { until: now + dayMs }),
  thing('f', 50, { owner: null, ownerName: 'Somebody', team: null, teamNow: null }),
]
const viewOf = (board: object = {}, things = all, file = floorOf(parts)): ExceptionsView => {
  const { engine } = createTestFloor(file)
  const numbers = createNumbers(engine, undefined, undefined, undefined, undefined, { open: () => things })
  const parsed = Board.parse({ id: 'off', kind: 'exceptions', title: 'What is off', ...board })
  return ExceptionsView.parse(createBoardView(numbers, parsed).compute(now))
}
const listed = ({ rows }: ExceptionsView): readonly string[] =>
  Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id]) => id)

describe('a board of exceptions', () => {
  test('[B205] is for managers when it says nothing, and never for the floor', () => {
    const board = { id: 'off', kind: 'exceptions', title: 'Off' }
    expect(Board.parse(board).audience).toBe('managers')
    const refused = Board.safeParse({ ...board, audience: 'floor' })
    expect(refused.error?.issues[0]?.message).toBe(
      'must be managers or leadership: what is off never hangs on a wall',
    )
    const faults = floorReferenceFaults(
      floorOf({ ...parts, boards: [{ ...board, rules: ['late', 'lat', 'late'] }] }),
    )
    expect(faults.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'boards.0.rules.1 "lat" is no exception rule of this floor; did you mean "late"?',
      'boards.0.rules.2 is named twice',
    ])
  })

  test('[B206] has what is open with the people of its scope, the longest first: why, since when, how often, who wrote', () => {
    const view = viewOf()
    expect(view).toMatchObject({ named: true, total: 5, setAside: 1, hasRules: true })
    expect(listed(view)).toEqual(['f', 'd', 'b', 'c', 'a'])
    expect(view.rows['b']).toMatchObject({
      ...{
        title: 'Deal b',
        says: 'It was to close on Nov 13.',
        rule: 'Close date passed',
        owner: 'Ana Ruiz',
      },
      ...{ days: 9, times: 2, wrote: null, isNew: false, face: { name: 'Ana Ruiz' } },
    })
    expect(view.rows['a']).toMatchObject({ wrote: 'Dana W.', times: 1 })
    expect([view.rows['c']?.isNew, view.rows['f']?.face]).toEqual([true, null])
    expect(listed(viewOf({ scope: { team: 'north' } }))).toEqual(['b', 'c', 'a'])
    expect(viewOf({ scope: { team: 'west' } })).toMatchObject({ total: 1, setAside: 0 })
    expect(listed(viewOf({ scope: { role: 'ae' } }))).toEqual(['b', 'c', 'a'])
    expect(listed(viewOf({ rules: ['bare'] }))).toEqual(['c'])
    // A rule that is gone has nothing on a board any more; a floor without rules says so.
    expect(viewOf({}, all, floorOf({ ...parts, exceptions: [] }))).toMatchObject({
      total: 0,
      hasRules: false,
    })
  })

  test('[B207] has sums by rule for the leadership, and nobody’s name', () => {
    const view = viewOf({ audience: 'leadership' })
    expect(view).toMatchObject({
      ...{ named: false, total: 5 },
      rows: {
        late: { place: 0, title: 'Close date passed', count: 4, days: 50, times: 1 },
        bare: { place: 1, title: 'No amount', count: 1, days: 5, times: 0 },
      },
    })
    expect(JSON.stringify(view)).not.toMatch(/Ana|Bo Lind|Deal|Somebody|Dana|Nov 13/)
  })
})

test('[H120] what a board of exceptions counts is listed, by name where the board names it', () => {
  const figuresOf = (board: object) => {
    const { engine } = createTestFloor(floorOf(parts))
    const numbers = createNumbers(engine, undefined, undefined, undefined, undefined, { open: () => all })
    const parsed = Board.parse({ id: 'off', kind: 'exceptions', title: 'What is off', ...board })
    const { groups } = figuresOfBoard(numbers, parsed, now)
    return new Map(groups.flatMap(({ figures }) => figures).map((figure) => [figure.id, figure]))
  }
  const termsOf = (id: string, of: ReturnType<typeof figuresOf>) =>
    of.get(id)?.working?.terms.map(({ name, value }) => [name, value])
  const named = figuresOf({})
  expect(termsOf('total', named)).toEqual([
    ['Deal f', 50],
    ['Deal d', 30],
    ['Deal b', 9],
    ['Deal c', 5],
    ['Deal a', 3],
  ])
  expect(termsOf('set-aside', named)).toEqual([['Deal e', 40]])
  expect(named.get('b.days')?.note).toBe('It has been so since November 11, 2026 at 11:59 AM.')
  const summed = figuresOf({ audience: 'leadership' })
  expect(termsOf('late.times', summed)).toEqual([['Late', 9]])
  expect(JSON.stringify([...summed.values()])).not.toMatch(/Deal|Ana|Bo/)
})
