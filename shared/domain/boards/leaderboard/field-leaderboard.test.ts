// A leaderboard whose rows are the values of a field.
import { describe, expect, test } from 'vitest'
import { LeaderboardBoard, LeaderboardView } from '../../../wire/boards/leaderboard-board.ts'
import { createEngine } from '../../counting/engine.ts'
import { createNumbers } from '../../standing/numbers.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
  wins,
} from '../../test-support/test-floor.ts'
import { createBoardView } from '../board-view.ts'
import { floorReferenceFaults } from '../floor-references.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const base = {
  floor: { breakdowns: ['product', 'fields.Segment'] },
  roles: [{ id: 'ae', name: 'AE' }],
  teams: [team('east'), team('west')],
  people: [person('ana', { team: 'east', role: 'ae' }), person('bo', { team: 'west', role: 'ae' })],
  metrics: [
    calls,
    revenue,
    wins,
    metricOf('average', { ratio: ['revenue', 'wins'] }, { unit: 'money' }),
    metricOf(
      'sent-back',
      { from: 'deal', where: [{ field: 'status', is: 'lost' }], date: 'closedAt' },
      { better: 'lower' },
    ),
  ],
  goals: [
    { metric: 'revenue', window: 'quarter', org: true, value: 1000 },
    { metric: 'revenue', window: 'quarter', rep: 'ana', value: 500 },
  ],
}
const boardOf = (more: object = {}) =>
  LeaderboardBoard.parse({
    id: 'b',
    title: 'B',
    kind: 'leaderboard',
    metric: 'revenue',
    window: 'quarter',
    by: 'product',
    ...more,
  })
const sold = (rep: string, dollars: number, product: string | null, more: object = {}) =>
  win(rep, '2026-11-18T10:00:00Z', dollars, { product, ...more })

const floorWith = (floor: object = {}) =>
  createTestFloor(floorOf({ ...base, floor: { ...base.floor, ...floor } }))
const viewOf = (floor: ReturnType<typeof floorWith>, more: object = {}, at = now) =>
  LeaderboardView.parse(createBoardView(floor.numbers, boardOf(more)).compute(at))
const rowsOf = (rows: LeaderboardView['rows']) =>
  Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([key, { name, value, rank }]) => [key, name, value, rank])

describe('a leaderboard of the values of a field', () => {
  const floor = floorWith()
  floor.write(
    sold('ana', 300, 'Plan A'),
    sold('bo', 500, 'Plan B'),
    sold('ana', 200, 'Plan B'),
    sold('bo', 300, 'Extra'),
    sold('nobody', 2000, null),
    sold('ana', 900, 'Plan C', { closedAt: '2025-11-18' }),
    call('ana', '2026-11-18T10:00:00Z'),
  )

  test('[B192] has a row for each, best first, equal ones by name, and last what has none', () => {
    const { rows, by } = viewOf(floor)
    expect(rowsOf(rows)).toEqual([
      ['=Plan B', 'Plan B', 70_000, 1],
      ['=Extra', 'Extra', 30_000, 2],
      ['=Plan A', 'Plan A', 30_000, 2],
      ['=', 'No product', 200_000, null],
    ])
    expect(by).toEqual({ field: 'product', gathered: ['='] })
    expect(rows['=Plan B']).toMatchObject({
      goal: null,
      attainment: null,
      state: null,
      initials: '',
      photo: null,
    })
  })

  test('[B192] is of the team that is its scope, without what nobody known has won', () => {
    expect(rowsOf(viewOf(floor, { scope: { team: 'west' } }).rows)).toEqual([
      ['=Plan B', 'Plan B', 50_000, 1],
      ['=Extra', 'Extra', 30_000, 2],
    ])
  })

  test('[B192] has places climbed since today began', () => {
    const own = floorWith()
    own.write(
      sold('ana', 300, 'Plan A'),
      sold('ana', 200, 'Plan B'),
      sold('bo', 200, 'Plan B', { closedAt: '2026-11-20T09:00:00Z' }),
      sold('bo', 100, 'Plan C', { closedAt: '2026-11-20T09:00:00Z' }),
    )
    const climbed = (at: number) =>
      Object.entries(viewOf(own, {}, at).rows).map(([key, row]) => [key, row.climbed])
    expect(climbed(now)).toEqual([
      ['=Plan B', 1],
      ['=Plan A', -1],
      ['=Plan C', 0],
    ])
    expect(climbed(Date.parse('2026-11-21T12:00:00Z')).map(([, places]) => places)).toEqual([0, 0, 0])
  })

  test('[B192] a value keeps its colour while others pass it, and after a restart', () => {
    const own = floorWith()
    own.write(sold('ana', 300, 'Plan A'), sold('ana', 200, 'Plan B'))
    const huesOf = (rows: LeaderboardView['rows']) => [rows['=Plan A']?.hue, rows['=Plan B']?.hue]
    const before = huesOf(viewOf(own).rows)
    own.write(sold('ana', 900, 'Plan B'), sold('ana', 5000, 'Plan C'))
    const { engine } = own
    const again = createNumbers(createEngine(engine.model, structuredClone(engine.snapshot())))
    expect(huesOf(viewOf(own).rows)).toEqual(before)
    expect(huesOf(LeaderboardView.parse(createBoardView(again, boardOf()).compute(now)).rows)).toEqual(before)
  })

  test('[B192] takes any text as a value, also one that objects have a name for', () => {
    const own = floorWith()
    const awkward = ['__proto__', 'constructor', '7', 'a/b~c', '=']
    own.write(...awkward.map((product, index) => sold('ana', 100 - index, product)))
    expect(rowsOf(viewOf(own).rows).map(([key, name]) => [key, name])).toEqual(
      awkward.map((product) => [`=${product}`, product]),
    )
  })

  test('[B193] ranks by value whatever it is asked for, and says so', () => {
    for (const [rankBy, fallback] of [
      ['value', null],
      ['attainment', 'no goals'],
      ['improvement', 'no past'],
    ] as const) {
      const view = viewOf(floor, { rankBy })
      expect([view.rankBy, view.fallback]).toEqual(['value', fallback])
      expect(view.rows['=Plan B']?.rank).toBe(1)
    }
  })

  test('[B193] has the same values beside it, in their own order', () => {
    const own = floorWith()
    own.write(
      sold('ana', 300, 'Plan A'),
      sold('ana', 100, 'Plan B'),
      sold('ana', 50, null),
      call('bo', '2026-11-18T10:00:00Z'),
      sold('ana', 1, 'Plan B', { status: 'lost' }),
      sold('ana', 1, 'Plan C', { status: 'lost' }),
    )
    const { pair } = viewOf(own, { pair: { metric: 'calls' } })
    expect(Object.entries(pair?.rows ?? {}).map(([key, { value, place }]) => [key, value, place])).toEqual([
      ['=Plan A', 0, 0],
      ['=Plan B', 0, 1],
      ['=', 1, 2],
    ])
  })

  test('[B194] its foot is the goal of the whole, to which the values come', () => {
    for (const credit of ['split', 'full']) {
      const own = floorWith({ credit })
      const credits = [
        { rep: 'ana', share: 0.333333 },
        { rep: 'bo', share: 0.666667 },
      ]
      own.write(sold('ana', 100, 'Plan A', { credits }), sold('ana', 50, null), sold('bo', 10, 'Plan B'))
      const { team: foot } = viewOf(own)
      expect(foot).toMatchObject({ value: 16_000, goal: 100_000 })
      expect(foot?.segments).toEqual([
        { id: '=Plan A', hue: 0, value: 10_000 },
        { id: '=Plan B', hue: 2, value: 1000 },
        { id: '=', hue: -1, value: 5000 },
      ])
    }
  })

  test('[B194] its foot may be of another team, and is then of what that team did', () => {
    const { team: foot } = viewOf(floor, { goalOf: 'east' })
    expect(foot).toMatchObject({ name: 'east', value: 50_000, goal: null })
    expect(foot?.segments.map(({ id, value }) => [id, value])).toEqual([
      ['=Plan A', 30_000],
      ['=Plan B', 20_000],
    ])
  })

  test('[B194] a rate has no parts, and is divided after summing', () => {
    const { rows, team: foot } = viewOf(floor, { metric: 'average' })
    expect(rows['=Plan B']?.value).toBe(35_000)
    expect(foot?.segments).toEqual([])
  })

  test('[B194] its news is of the people whom the board is about', () => {
    const own = floorWith()
    own.write(
      sold('ana', 300, 'Plan A', { account: 'Acme' }),
      sold('bo', 100, 'Plan A', { account: 'Beta', closedAt: '2026-11-19T10:00:00Z' }),
    )
    expect(viewOf(own).latest).toMatchObject({ rep: 'bo', account: 'Beta' })
    expect(viewOf(own, { scope: { team: 'east' } }).latest).toMatchObject({ rep: 'ana', account: 'Acme' })
  })

  test('[S4][B192] is empty and unranked before the first fact', () => {
    const own = floorWith()
    expect(viewOf(own)).toMatchObject({ awaits: 'first fact', rows: {}, latest: null })
  })
})

describe('a field that a board cannot have', () => {
  const faultsOf = (more: object, breakdowns: readonly string[] = base.floor.breakdowns) =>
    floorReferenceFaults(floorOf({ ...base, floor: { breakdowns }, boards: [boardOf(more)] })).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )

  test('[B192] is told with those that there are, and the one that was meant', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ by: 'prodct' })).toEqual([
      `boards.0.by: "prodct" is none of the floor's breakdowns; it has "product", "fields.Segment"; did you mean "product"?`,
    ])
    for (const by of ['Segment', 'segment', 'fields.segment'])
      expect(faultsOf({ by })).toEqual([
        `boards.0.by: "${by}" is none of the floor's breakdowns; it has "product", "fields.Segment"; did you mean "fields.Segment"?`,
      ])
    expect(faultsOf({ by: 'source' })).toEqual([
      `boards.0.by: "source" is none of the floor's breakdowns; it has "product", "fields.Segment"; list it under floor.breakdowns`,
    ])
    expect(faultsOf({ by: 'amount' }, [])).toEqual([
      `boards.0.by: "amount" is none of the floor's breakdowns; it has none`,
    ])
  })

  test('[B192] a role is refused as the scope of one', () => {
    expect(faultsOf({ scope: { role: 'ae' } })).toEqual([
      'boards.0.scope.role: cannot be kept to with by: product: the values of a field are counted for teams and the whole; leave the role out',
    ])
  })
})
