import { describe, expect, test } from 'vitest'
import { BirdsEyeBoard, BirdsEyeView } from '../../../wire/boards/birds-eye-board.ts'
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
import { birdsEyeFaults } from './birds-eye-faults.ts'
import { createBirdsEyeView } from './birds-eye-view.ts'

/** A Wednesday at one: in a week from Monday half of the working time is over. */
const now = Date.parse('2026-11-18T13:00:00Z')
const average = metricOf('average', { ratio: ['revenue', 'wins'] }, { unit: 'money' })
const weekly = (value: number | string, subject: object) => ({
  metric: 'revenue',
  window: 'week',
  value,
  ...subject,
})
const file = (more: Record<string, unknown> = {}) =>
  floorOf({
    roles: [{ id: 'ae', name: 'AE' }],
    teams: [
      team('east', { name: 'East', office: 'Boston' }),
      team('north', { parent: 'east' }),
      team('south', { name: 'South', office: 'Boston' }),
      team('west', { name: 'West', office: 'Reno' }),
    ],
    people: [
      person('ana', { team: 'north' }),
      person('bo', { team: 'south' }),
      person('cy', { team: 'west' }),
    ],
    goals: [
      weekly(400, { org: true }),
      weekly(100, { team: 'east' }),
      weekly(60, { team: 'south' }),
      { metric: 'calls', window: 'week', team: 'east', value: 4 },
    ],
    metrics: [calls, revenue, wins, average],
    ...more,
  })

const boardOf = (more: object = {}) =>
  BirdsEyeBoard.parse({
    id: 'b',
    title: 'Is the org seeing results?',
    kind: 'birds-eye',
    metric: 'revenue',
    window: 'week',
    ...more,
  })

const floorWithWins = (more: Record<string, unknown> = {}) => {
  const under = createTestFloor(file(more))
  under.write(win('ana', '2026-11-16', 60), win('bo', '2026-11-17', 20), win('cy', '2026-11-18', 40))
  under.write(win('ana', '2026-11-10', 30), call('ana', '2026-11-17T10:00:00Z'))
  return under
}

const viewOf = (under: ReturnType<typeof createTestFloor>, more: object = {}, at = now): BirdsEyeView =>
  BirdsEyeView.parse(createBirdsEyeView(under.numbers, boardOf(more)).compute(at))

describe('a bird’s-eye view', () => {
  test('[B51] has the org’s own goal above: pace, what it is ahead by, and where the run-rate leads', () => {
    expect(viewOf(floorWithWins()).headline).toEqual({
      name: 'Floor',
      value: 12_000,
      goal: 40_000,
      attainment: 0.3,
      pace: 20_000,
      state: 'behind',
      ahead: -8000,
      projected: 24_000,
    })
  })

  test('[B51] of a team it shows that team, and beneath it the teams right below', () => {
    const { headline, rows, scope } = viewOf(floorWithWins(), { scope: { team: 'east' } })
    expect([headline.name, headline.goal, scope]).toEqual(['East', 10_000, 'East'])
    expect(Object.keys(rows)).toEqual(['north'])
  })

  test('[B51] nothing is projected of a window that is over, nor of a rate', () => {
    const under = floorWithWins()
    expect(viewOf(under, { window: 'last week' }).headline).toMatchObject({ value: 3000, projected: null })
    expect(viewOf(under, { metric: 'average' }).headline.projected).toBeNull()
  })

  test('[B51] something is projected on a free evening before the window ends', () => {
    const under = floorWithWins()
    const evening = Date.parse('2026-11-20T22:00:00Z')
    const { headline, rows } = viewOf(under, {}, evening)
    expect([headline.projected, rows['east']?.projected]).toEqual([12_000, 6000])
    const monday = Date.parse('2026-11-23T00:30:00Z')
    expect(viewOf(under, { window: '2026-11-16..2026-11-23' }, monday).headline.projected).toBeNull()
  })

  test('[B56] every card shows the days that the head tells, wherever it is tomorrow already, or still yesterday', () => {
    const edges = [
      {
        zone: 'America/New_York',
        office: 'Asia/Tokyo',
        at: '2026-11-30T23:00:00Z',
        head: 'November 2026',
        days: 30,
        value: 2000,
      },
      {
        zone: 'Asia/Tokyo',
        office: 'America/New_York',
        at: '2026-11-30T23:00:00Z',
        head: 'December 2026',
        days: 1,
        value: 0,
      },
    ]
    for (const { zone, office, at, head, days, value } of edges) {
      const under = createTestFloor(
        file({
          floor: { timeZone: zone },
          teams: [team('far', { timeZone: office }), team('near')],
          people: [person('ana', { team: 'near' }), person('bo', { team: 'far' })],
          goals: [{ metric: 'revenue', window: 'month', team: 'far', value: 40 }],
        }),
      )
      under.write(win('bo', '2026-11-17', 20))
      const { window, rows, headline } = viewOf(under, { window: 'month' }, Date.parse(at))
      expect([window.label, headline.value]).toEqual([head, value])
      expect(rows['far']).toMatchObject({ value, goal: 4000, window: null })
      expect(rows['far']?.trend).toHaveLength(days)
    }
  })

  test('[B52] a card for each team at the top, with its goal, or none', () => {
    const { rows } = viewOf(floorWithWins())
    expect(Object.keys(rows)).toEqual(['east', 'south', 'west'])
    expect(rows['east']).toMatchObject({
      name: 'East',
      value: 6000,
      goal: 10_000,
      state: 'on pace',
      ahead: 1000,
    })
    expect(rows['west']).toMatchObject({ value: 4000, goal: null, state: null, ahead: null, projected: 8000 })
  })

  test('[B52] inputs beneath have their own windows, goals and states', () => {
    const { rows } = viewOf(floorWithWins(), {
      inputs: [{ metric: 'calls' }, { metric: 'wins', window: 'month' }],
    })
    expect(rows['east']?.inputs).toMatchObject([
      { metric: { id: 'calls' }, value: 1, goal: 4, state: 'well behind', window: null },
      { metric: { id: 'wins' }, value: 2, goal: null, state: null, window: 'November 2026' },
    ])
  })

  test('[B53] an office is its topmost teams together, its goal theirs added up when each has one', () => {
    const { rows } = viewOf(floorWithWins(), { by: 'office' })
    expect(Object.keys(rows)).toEqual(['office Boston', 'office Reno'])
    expect(rows['office Boston']).toMatchObject({
      name: 'Boston',
      value: 8000,
      goal: 16_000,
      state: 'on pace',
    })
    expect(rows['office Reno']).toMatchObject({ value: 4000, goal: null })
    const goals = [weekly(100, { team: 'east' })]
    expect(viewOf(floorWithWins({ goals }), { by: 'office' }).rows['office Boston']?.goal).toBeNull()
  })

  test('[B53] an office’s rate is taken after summing, and has a goal when its teams share it', () => {
    const rate = (teamId: string, value: number) => ({
      metric: 'average',
      window: 'week',
      team: teamId,
      value,
    })
    const of = (south: number) =>
      viewOf(floorWithWins({ goals: [rate('east', 50), rate('south', south)] }), {
        by: 'office',
        metric: 'average',
      }).rows['office Boston']
    expect(of(50)).toMatchObject({ value: 4000, goal: 5000 })
    expect(of(60)?.goal).toBeNull()
  })

  test('[B54] a chosen card has its own subject, metric, window, title and inputs, else the board’s', () => {
    const { rows } = viewOf(floorWithWins(), {
      inputs: [{ metric: 'calls' }],
      cards: [
        { team: 'north' },
        { office: 'Boston', title: 'All of Boston', window: 'month' },
        { metric: 'wins', title: 'Deals', inputs: [] },
      ],
    })
    const cards = Object.values(rows)
    expect(
      cards.map(({ name, value, metric, window, inputs }) => [name, value, metric.id, window, inputs.length]),
    ).toEqual([
      ['north', 6000, 'revenue', null, 1],
      ['All of Boston', 11_000, 'revenue', 'November 2026', 1],
      ['Deals', 3, 'wins', null, 0],
    ])
  })

  test('[B55] the line so far runs against the whole window before, which is left out where nothing was', () => {
    const { rows } = viewOf(floorWithWins())
    expect(rows['east']).toMatchObject({
      trend: [6000, 6000, 6000],
      before: [0, 3000, 3000, 3000, 3000, 3000, 3000],
    })
    expect(rows['east']?.reach).toBeCloseTo(3 / 7)
    expect(rows['south']?.before).toEqual([])
  })

  test('[B55] a rate that was unknown at first begins on its own day, in the window before too', () => {
    const { rows } = viewOf(floorWithWins(), { metric: 'average' })
    expect(rows['south']?.trend).toEqual([null, 2000, 2000])
    expect(rows['east']?.before).toEqual([null, 3000, 3000, 3000, 3000, 3000, 3000])
    expect(rows['south']?.before).toEqual([])
  })

  test('[B55] the days before a window that is no period are as many', () => {
    const { rows } = viewOf(floorWithWins(), { window: 'last 7 days' })
    expect([rows['east']?.before.length, rows['east']?.reach]).toEqual([7, 1])
    expect(viewOf(floorWithWins(), { window: 'all' }).rows['east']).toMatchObject({ trend: [], before: [] })
  })

  test('is recomputed for the facts of everything it shows', () => {
    const { numbers } = createTestFloor(file())
    const board = boardOf({ inputs: [{ metric: 'calls' }], cards: [{ metric: 'average' }] })
    expect([...createBirdsEyeView(numbers, board).bases].sort()).toEqual([0, 1, 2])
  })
})

describe('the faults of a bird’s-eye view', () => {
  const faultsOf = (more: object, floor: Record<string, unknown> = {}) =>
    birdsEyeFaults(boardOf(more), file(floor), ['boards', 0]).map(({ path }) => path.join('.'))

  test('none where everything it names is there', () => {
    expect(faultsOf({ by: 'office', inputs: [{ metric: 'calls' }] })).toEqual([])
    expect(faultsOf({ cards: [{ team: 'north' }, { office: 'Reno' }, { metric: 'wins' }] })).toEqual([])
  })

  test('metrics, teams and offices that nobody knows, each at its place', () => {
    const cards = [
      { team: 'nowhere' },
      { office: 'Paris' },
      { metric: 'sales', inputs: [{ metric: 'dials' }] },
    ]
    expect(faultsOf({ metric: 'bookings', inputs: [{ metric: 'mails' }], cards })).toEqual([
      'boards.0.metric',
      'boards.0.cards.0.team',
      'boards.0.cards.1.office',
      'boards.0.cards.2.metric',
      'boards.0.cards.2.inputs.0.metric',
      'boards.0.inputs.0.metric',
    ])
  })

  test('a role, and a card of a team and an office at once', () => {
    expect(faultsOf({ scope: { role: 'ae' } })).toEqual(['boards.0.scope.role'])
    expect(faultsOf({ cards: [{ team: 'east', office: 'Boston' }] })).toEqual(['boards.0.cards.0.office'])
  })

  test('[B53] offices that no team names, or of which one lies within another', () => {
    expect(faultsOf({ by: 'office' }, { teams: [team('east')], people: [], goals: [] })).toEqual([
      'boards.0.by',
    ])
    const teams = [team('east', { office: 'Boston' }), team('north', { parent: 'east', office: 'Reno' })]
    expect(faultsOf({ by: 'office' }, { teams, people: [], goals: [] })).toEqual(['boards.0.by'])
  })
})
