import { describe, expect, test } from 'vitest'
import type { LeaderboardView } from '../../wire/boards/leaderboard-board.ts'
import type { OverTheLineView } from '../../wire/boards/over-the-line-board.ts'
import type { TeamProgressView } from '../../wire/boards/team-progress-board.ts'
import { Board } from '../../wire/floor.ts'
import type { BoardView } from '../../wire/view.ts'
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
} from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'

const now = '2026-11-18T12:00:00Z'
const roles = [
  { id: 'ae', name: 'Account executive' },
  { id: 'sdr', name: 'SDR' },
]
const teams = [
  team('east', { name: 'East' }),
  team('north', { parent: 'east', name: 'North' }),
  team('west', { name: 'West' }),
]
const people = [
  person('ana', { name: 'Ana Lopez', team: 'north', role: 'ae' }),
  person('bo', { name: 'Bo Berg', team: 'east', role: 'ae' }),
  person('cy', { name: 'Cy', team: 'west', role: 'sdr' }),
]
const goals = [
  { metric: 'calls', window: 'week', role: 'ae', value: 4 },
  { metric: 'revenue', window: 'month', rep: 'ana', value: 100 },
  { metric: 'revenue', window: 'month', rep: 'bo', value: 50 },
  { metric: 'revenue', window: 'month', team: 'east', value: 300 },
]
const low = metricOf(
  'low',
  { from: 'activity', date: 'at', where: [{ field: 'kind', is: 'miss' }] },
  { better: 'lower' },
)
const decided = metricOf('decided', {
  from: 'deal',
  date: 'closedAt',
  where: [{ field: 'status', in: ['won', 'lost'] }],
})
const rate = metricOf('rate', { ratio: ['wins', 'decided'] }, { unit: 'percent' })

const floor = (more: { floor?: object } & Record<string, unknown> = {}) =>
  createTestFloor(
    floorOf({ roles, teams, people, goals, metrics: [calls, wins, revenue, low, decided, rate], ...more }),
  )

const viewOf = (under: ReturnType<typeof floor>, board: object, at = now): BoardView =>
  createBoardView(
    under.numbers,
    Board.parse({ id: 'b', title: 'B', metric: 'revenue', window: 'month', ...board }),
  ).compute(Date.parse(at))

const leaderboard = (under: ReturnType<typeof floor>, board: object = {}, at = now): LeaderboardView => {
  const view = viewOf(under, { kind: 'leaderboard', ...board }, at)
  if (view.kind !== 'leaderboard') throw new Error(view.kind)
  return view
}
const overTheLine = (under: ReturnType<typeof floor>, board: object = {}): OverTheLineView => {
  const view = viewOf(under, { kind: 'over-the-line', ...board })
  if (view.kind !== 'over-the-line') throw new Error(view.kind)
  return view
}
const progress = (under: ReturnType<typeof floor>, board: object = {}, at = now): TeamProgressView => {
  const view = viewOf(under, { kind: 'team-progress', ...board }, at)
  if (view.kind !== 'team-progress') throw new Error(view.kind)
  return view
}

const inOrder = (rows: Readonly<Record<string, { readonly place: number }>>): string[] =>
  Object.entries(rows)
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([id]) => id)

describe('a leaderboard', () => {
  test('[R1][R2] ranks equals alike and shows first who was there first', () => {
    const under = floor()
    under.write(win('bo', '2026-11-16', 10), win('ana', '2026-11-17', 10), win('cy', '2026-11-18', 5))
    const { rows } = leaderboard(under)
    expect(inOrder(rows)).toEqual(['bo', 'ana', 'cy'])
    expect(['bo', 'ana', 'cy'].map((id) => rows[id]?.rank)).toEqual([1, 1, 3])
  })

  test('[R6] ranked by attainment, each stands by their own goal and those without one last', () => {
    const under = floor()
    under.write(win('ana', '2026-11-16', 60), win('bo', '2026-11-17', 40), win('cy', '2026-11-17', 999))
    const { rows } = leaderboard(under, { rankBy: 'attainment' })
    expect(inOrder(rows)).toEqual(['bo', 'ana', 'cy'])
    expect(rows['cy']?.rank).toBeNull()
    expect(rows['bo']?.attainment).toBe(0.8)
  })

  test('[R5][R6] where lower is better, nothing at all stands first', () => {
    const under = floor({ goals: [{ metric: 'low', window: 'month', role: 'ae', value: 2 }] })
    under.write(call('ana', '2026-11-17', { kind: 'miss' }))
    for (const rankBy of ['value', 'attainment'])
      expect(inOrder(leaderboard(under, { metric: 'low', rankBy, scope: { role: 'ae' } }).rows)).toEqual([
        'bo',
        'ana',
      ])
  })

  test('[R6] where lower is better, nothing at all stands first beside a goal of nothing too', () => {
    const goalOf = (rep: string, value: number) => ({ metric: 'low', window: 'month', rep, value })
    const under = floor({ goals: [goalOf('ana', 2), goalOf('bo', 0)] })
    under.write(call('ana', '2026-11-17', { kind: 'miss' }))
    const { rows } = leaderboard(under, { metric: 'low', rankBy: 'attainment', scope: { role: 'ae' } })
    expect(rows['ana']?.attainment).toBe(2)
    expect(inOrder(rows)).toEqual(['bo', 'ana'])
  })

  test('[R6] a goal of nothing puts nobody first', () => {
    const under = floor({ goals: [...goals, { metric: 'revenue', window: 'month', rep: 'cy', value: 0 }] })
    under.write(win('ana', '2026-11-16', 60))
    expect(inOrder(leaderboard(under, { rankBy: 'attainment' }).rows)).toEqual(['ana', 'bo', 'cy'])
  })

  test('[R7] ranked by improvement, per working day on the four weeks before', () => {
    const under = floor()
    // Twenty working days before the week of the 16th; by Wednesday noon the week has had two and three eighths.
    for (let day = 19; day < 24; day++)
      under.write(call('ana', `2026-10-${day}`), call('bo', `2026-10-${day}`))
    for (let day = 26; day < 31; day++)
      under.write(call('ana', `2026-10-${day}`), call('bo', `2026-10-${day}`))
    under.write(call('bo', '2026-11-16'), call('bo', '2026-11-17'), call('ana', '2026-11-17'))
    const { rows } = leaderboard(under, { metric: 'calls', window: 'week', rankBy: 'improvement' })
    expect(inOrder(rows)).toEqual(['bo', 'ana', 'cy'])
    expect(rows['bo']?.improvement).toBeCloseTo(2 / ((10 / 20) * 2.375) - 1, 12)
    expect(rows['cy']?.improvement).toBeNull()
  })

  test('[R7] a rate improves by its difference', () => {
    const under = floor()
    under.write(
      win('ana', '2026-10-20', 1),
      { ...win('ana', '2026-10-21', 1), status: 'lost' },
      win('ana', '2026-11-17', 1),
    )
    expect(
      leaderboard(under, { metric: 'rate', window: 'week', rankBy: 'improvement' }).rows['ana']?.improvement,
    ).toBe(0.5)
  })

  test('[B3] shows who climbed since today began', () => {
    const under = floor()
    under.write(
      win('bo', '2026-11-16', 10),
      win('ana', '2026-11-17', 5),
      win('cy', '2026-11-18T08:00:00Z', 20),
    )
    const { rows } = leaderboard(under)
    expect(['cy', 'bo', 'ana'].map((id) => rows[id]?.climbed)).toEqual([2, -1, -1])
  })

  test('[B3] on the first day of a window nobody climbs or falls', () => {
    const under = floor()
    under.write(win('bo', '2026-11-18', 10), win('ana', '2026-11-18', 5))
    expect(Object.values(leaderboard(under, { window: 'day' }).rows).map(({ climbed }) => climbed)).toEqual([
      0, 0, 0,
    ])
  })

  test('[B1] lists those who are here while the window runs, and those who were once it is over', () => {
    const more = [
      ...people,
      person('dee', { endedOn: '2026-11-17' }),
      person('eli', { startedOn: '2026-11-19' }),
      person('flo', { endedOn: '2026-09-30' }),
    ]
    const under = floor({ people: more })
    expect(Object.keys(leaderboard(under).rows)).toEqual(['ana', 'bo', 'cy'])
    expect(Object.keys(leaderboard(under, { window: 'last month' }).rows)).toEqual(['ana', 'bo', 'cy', 'dee'])
    expect(Object.keys(leaderboard(under, {}, '2026-11-17T23:00:00Z').rows)).toContain('dee')
    expect(Object.keys(leaderboard(under, {}, '2026-11-19T00:00:00Z').rows)).toContain('eli')
  })

  test('[B2] within a team people show what they did on it', () => {
    const moved = [person('ana', { team: [{ team: 'west' }, { team: 'east', from: '2026-11-10' }] })]
    const under = floor({ people: moved })
    under.write(win('ana', '2026-11-09', 10), win('ana', '2026-11-10', 7))
    expect(leaderboard(under, { scope: { team: 'east' } }).rows['ana']?.value).toBe(700)
    expect(leaderboard(under).rows['ana']?.value).toBe(1700)
  })

  test('[B4] the segments of the team’s bar add up to it, best first, others at the end', () => {
    const left = [...people, person('dee', { team: 'east', endedOn: '2026-11-15' })]
    const under = floor({ people: left })
    under.write(
      win('bo', '2026-11-16', 30),
      win('ana', '2026-11-17', 50),
      win('cy', '2026-11-17', 20),
      win('dee', '2026-11-02', 7),
    )
    const { team: bar } = leaderboard(under, { scope: { team: 'east' } })
    expect(bar).toMatchObject({ name: 'East', value: 8700, goal: 30_000 })
    expect(bar?.segments.map(({ id, value }) => [id, value])).toEqual([
      ['ana', 5000],
      ['bo', 3000],
      ['others', 700],
    ])
  })

  test('[B4] the bar of another team is filled with what was done on it', () => {
    const under = floor()
    under.write(win('bo', '2026-11-16', 30), win('ana', '2026-11-17', 50), win('cy', '2026-11-17', 20))
    const { team: bar } = leaderboard(under, { goalOf: 'north' })
    expect(bar).toMatchObject({ name: 'North', value: 5000, segments: [{ id: 'ana', value: 5000 }] })
    expect(
      leaderboard(under, { goalOf: 'org', scope: { team: 'west' } }).team?.segments.map(({ id }) => id),
    ).toEqual(['cy', 'others'])
  })

  test('[B4] neither a rate nor what is wanted low has segments', () => {
    const under = floor()
    under.write(win('bo', '2026-11-16', 30), call('bo', '2026-11-16', { kind: 'miss' }))
    expect(leaderboard(under, { metric: 'rate' }).team?.segments).toEqual([])
    expect(leaderboard(under, { metric: 'low' }).team?.segments).toEqual([])
  })

  test('[B5] a role’s bar is of those who left too, and counts once what people share with full credit', () => {
    const left = person('dee', { team: 'east', role: 'ae', endedOn: '2026-11-10' })
    const under = floor({ people: [...people, left], floor: { credit: 'full' } })
    const shared = { credits: [{ rep: 'dee' }, { rep: 'bo' }] }
    under.write(win('', '2026-11-05', 30, shared), win('dee', '2026-11-06', 7))
    const { rows, team: bar } = leaderboard(under, { scope: { role: 'ae' } })
    expect(Object.keys(rows)).toEqual(['ana', 'bo'])
    expect(bar).toMatchObject({ value: 3700, goal: 15_000 })
    expect(bar?.segments.map(({ id, value }) => [id, value])).toEqual([
      ['bo', 3000],
      ['others', 700],
    ])
  })

  test('[B5] a role’s bar adds up its people and their goals', () => {
    const under = floor()
    under.write(win('bo', '2026-11-16', 30), win('ana', '2026-11-17', 50), win('cy', '2026-11-17', 20))
    const { team: bar, scope } = leaderboard(under, { scope: { role: 'ae' } })
    expect(bar).toMatchObject({ name: 'Account executive', value: 8000, goal: 15_000 })
    expect(scope).toBe('Account executive')
    expect(bar?.ahead).toBe(8000 - (bar?.pace ?? 0))
  })

  test('[G10] has its pair beside it, with how many reached their goal', () => {
    const under = floor()
    under.write(...[1, 2, 3, 4].map(() => call('bo', '2026-11-16')), call('cy', '2026-11-16'))
    const { pair } = leaderboard(under, { pair: { metric: 'calls', window: 'week' } })
    expect(pair).toMatchObject({ atGoal: 1, withGoal: 2 })
    expect(inOrder(pair?.rows ?? {})).toEqual(['bo', 'cy', 'ana'])
    expect(pair?.rows['cy']?.goal).toBeNull()
  })

  test('[B10] tells the latest deal of its people, for a week', () => {
    const under = floor()
    under.write(
      win('ana', '2026-11-17T10:00:00Z', 9, { account: 'Acme' }),
      win('cy', '2026-11-18T11:00:00Z', 5),
    )
    expect(leaderboard(under, { scope: { team: 'east' } }).latest).toMatchObject({
      rep: 'Ana Lopez',
      account: 'Acme',
      amount: 900,
    })
    expect(leaderboard(under, {}, '2026-11-25T11:00:00Z').latest?.rep).toBe('Cy')
    expect(leaderboard(under, {}, '2026-11-25T11:00:00.001Z').latest).toBeNull()
    expect(leaderboard(under, { metric: 'calls' }).latest).toBeNull()
  })

  test('[W7] says in which window it stands and how far it is', () => {
    const { window } = leaderboard(floor())
    expect(window).toEqual({
      start: '2026-11-01',
      end: '2026-12-01',
      label: 'November 2026',
      progress: 'day 18 of 30',
    })
    expect(leaderboard(floor(), { window: 'week' }).window.progress).toBe('working day 3 of 5')
    expect(leaderboard(floor(), { window: 'last month' }).window.progress).toBe('closed')
    expect(leaderboard(floor(), { window: 'next month' }).window.progress).toBe('starts in 13 days')
    expect(leaderboard(floor(), { window: 'overdue' }).window).toMatchObject({
      start: null,
      end: '2026-11-18',
      progress: '',
    })
  })
})

describe('everyone over the line', () => {
  test('[B6] is shown alike, by name, with the smallest step to the next and nobody’s name on it', () => {
    const under = floor()
    under.write(win('bo', '2026-11-16', 50), win('ana', '2026-11-17', 100))
    const view = overTheLine(under)
    expect(inOrder(view.rows)).toEqual(['ana', 'bo'])
    expect(view).toMatchObject({ withGoal: 2, nearest: null })
    const { id } = { ...win('bo', '2026-11-16', 1), id: 'minus' }
    under.write({ ...win('bo', '2026-11-16', 1), id, amount: { minor: -700, currency: 'USD' } })
    expect(overTheLine(under)).toMatchObject({ withGoal: 2, nearest: 700 })
    expect(Object.keys(overTheLine(under).rows)).toEqual(['ana'])
  })

  test('[G7] does not hold who is asked for nothing yet', () => {
    const started = [person('ana', { role: 'ae', startedOn: '2026-11-16', ramp: [0] })]
    const view = overTheLine(floor({ people: started, goals: [] }), { metric: 'calls', window: 'week' })
    expect(view).toMatchObject({ rows: {}, withGoal: 0, nearest: null })
  })
})

describe('team progress', () => {
  test('[B9] draws each team’s line day by day, today last', () => {
    const under = floor()
    under.write(win('bo', '2026-11-02', 10), win('ana', '2026-11-17', 5), win('cy', '2026-11-18', 2))
    const { rows } = progress(under)
    expect(Object.keys(rows)).toEqual(['east', 'west'])
    expect(rows['east']?.trend).toEqual([0, ...Array.from({ length: 15 }, () => 1000), 1500, 1500])
    expect(rows['west']?.trend.at(-1)).toBe(200)
    expect(rows['east']).toMatchObject({ value: 1500, goal: 30_000, state: 'well behind' })
  })

  test('[B9] thins long lines and ends them today', () => {
    const under = floor()
    under.write(win('bo', '2026-11-18', 10))
    const trend = progress(under, { window: 'year' }).rows['east']?.trend ?? []
    expect(trend.length).toBeLessThanOrEqual(60)
    expect(trend.slice(-2)).toEqual([0, 1000])
    expect(progress(under, { window: 'all' }).rows['east']?.trend).toEqual([])
    expect(progress(under, { window: '..2027-01-01' }).rows['east']?.trend).toEqual([])
  })

  test('[P6] projects once a tenth of the working time is over', () => {
    const under = floor()
    under.write(win('bo', '2026-11-02', 10))
    // November 2026 has 21 working days: two of them are not a tenth, three are.
    expect(progress(under, {}, '2026-11-03T18:00:00Z').rows['east']?.projected).toBeNull()
    expect(progress(under, {}, '2026-11-04T18:00:00Z').rows['east']?.projected).toBeCloseTo(7000, 6)
  })

  test('[X1] shows the named teams, or those below one, with their inputs', () => {
    const under = floor()
    under.write(call('ana', '2026-11-18'), call('cy', '2026-11-18'))
    const { rows, inputs } = progress(under, {
      scope: { team: 'east' },
      inputs: [{ metric: 'calls', window: 'week' }],
    })
    expect(Object.keys(rows)).toEqual(['north'])
    expect(rows['north']?.inputs).toEqual([{ value: 1 }])
    expect(inputs).toMatchObject([{ id: 'calls', window: 'Week of Nov 16' }])
    expect(Object.keys(progress(under, { teams: ['west', 'north'] }).rows).sort()).toEqual(['north', 'west'])
  })
})
