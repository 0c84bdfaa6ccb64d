// One board, one period: offices on both sides of the date line at midnights, quarter ends and year ends.
import { describe, expect, test } from 'vitest'
import { Board } from '../../wire/floor.ts'
import { parseWindow } from '../../wire/window.ts'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  type TestFloor,
  team,
  win,
} from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'
import { answerMetric } from './metric-answer.ts'

const newYork = 'America/New_York'
const saigon = 'Asia/Ho_Chi_Minh'
const open = { field: 'status', is: 'open' }
const overdue = metricOf(
  'overdue',
  { from: 'deal', where: [open], date: 'expectedCloseOn' },
  { indicator: 'input', question: 'pipeline-hygiene', better: 'lower', window: 'overdue' },
)
const pipeline = metricOf(
  'pipeline',
  { from: 'deal', where: [open], date: 'expectedCloseOn', measure: { sum: 'amount' } },
  { unit: 'money' },
)

const quarterly = { metric: 'revenue', window: 'quarter' }
const goalOf = (more: object, value: number) => ({ ...quarterly, value, ...more })

/** A floor in New York with a team there, one in Tokyo and one in Pago Pago. */
const floor = (more: Record<string, unknown> = {}): TestFloor =>
  createTestFloor(
    floorOf({
      floor: { timeZone: newYork },
      teams: [
        team('york', { office: 'New York' }),
        team('tokyo', { office: 'Tokyo', timeZone: 'Asia/Tokyo' }),
        team('pago', { office: 'Pago Pago', timeZone: 'Pacific/Pago_Pago' }),
      ],
      people: [
        person('ny', { team: 'york' }),
        person('ken', { team: 'tokyo' }),
        person('sia', { team: 'pago' }),
      ],
      goals: [goalOf({ rep: 'ken' }, 50_000), goalOf({ org: true }, 400_000)],
      metrics: [calls, revenue, overdue, pipeline],
      ...more,
    }),
  )

const viewAt = (under: TestFloor, board: object, at: string) =>
  createBoardView(under.numbers, Board.parse({ id: 'b', title: 'B', ...board })).compute(Date.parse(at))

const ask = (
  { numbers }: TestFloor,
  question: { metric?: string; window?: string; by?: 'rep' | 'team' | 'org'; team?: string },
  at: string,
) => {
  const { model } = numbers
  const plan = model.metric(question.metric ?? 'revenue')
  if (!plan) throw new Error('no such metric')
  const { rows, total, window } = answerMetric(numbers, {
    plan,
    window: parseWindow(question.window ?? 'quarter'),
    by: question.by ?? 'rep',
    at: Date.parse(at),
    within: {
      team: question.team === undefined ? null : model.roster.subjectOf(question.team),
      role: null,
    },
  })
  return {
    label: window.label,
    total,
    values: Object.fromEntries(rows.map(({ subject, value }) => [subject, value])),
  }
}

describe('in the last hours of the floor’s year, when it is the next one in Tokyo', () => {
  const at = '2026-12-31T17:00:00Z'
  const sold = () => {
    const under = floor()
    under.write(
      win('ken', '2026-12-15', 80_000),
      win('ny', '2026-12-15', 20_000),
      // Tokyo's next quarter.
      win('ken', '2026-12-31T16:00:00Z', 7_000),
    )
    return under
  }

  test('[W13] the leaderboard ranks both on the quarter in its heading', () => {
    expect(viewAt(sold(), { kind: 'leaderboard', ...quarterly }, at)).toMatchObject({
      window: { label: 'Q4 2026', start: '2026-10-01', end: '2027-01-01' },
      rows: {
        ken: { rank: 1, value: 8_000_000, goal: 5_000_000, attainment: 1.6, state: 'reached' },
        ny: { rank: 2, value: 2_000_000 },
      },
      team: { value: 10_000_000, goal: 40_000_000 },
    })
  })

  test('[W13] over the line stands who reached the goal of that quarter', () => {
    const view = viewAt(sold(), { kind: 'over-the-line', ...quarterly }, at)
    expect(view).toMatchObject({ window: { label: 'Q4 2026' }, rows: { ken: { value: 8_000_000 } } })
    expect(view).toMatchObject({ withGoal: 1, nearest: null })
  })

  test('[W13] head to head each side is counted in that quarter', () => {
    for (const sides of [
      ['york', 'tokyo'],
      ['ny', 'ken'],
    ]) {
      const metrics = [{ metric: 'revenue' }, { metric: 'calls' }]
      const view = viewAt(sold(), { kind: 'head-to-head', sides, metrics, window: 'quarter' }, at)
      expect(view).toMatchObject({
        window: { label: 'Q4 2026' },
        rows: { 'revenue quarter': { left: { value: 2_000_000 }, right: { value: 8_000_000 } } },
      })
    }
  })

  test('[W13] the team goal is made of what both added', () => {
    expect(viewAt(sold(), { kind: 'team-goal', ...quarterly }, at)).toMatchObject({
      window: { label: 'Q4 2026' },
      value: 10_000_000,
      rows: { ken: { value: 8_000_000 }, ny: { value: 2_000_000 } },
      others: null,
    })
  })

  test('[W13] teams, offices and cards add up to the whole', () => {
    expect(viewAt(sold(), { kind: 'team-progress', ...quarterly }, at)).toMatchObject({
      rows: { york: { value: 2_000_000 }, tokyo: { value: 8_000_000 }, pago: { value: 0 } },
    })
    expect(viewAt(sold(), { kind: 'birds-eye', ...quarterly, by: 'office' }, at)).toMatchObject({
      window: { label: 'Q4 2026' },
      headline: { value: 10_000_000 },
      rows: { 'office Tokyo': { value: 8_000_000 }, 'office New York': { value: 2_000_000 } },
    })
    expect(
      viewAt(sold(), { kind: 'results', metric: 'revenue', period: 'quarter', pipeline: 'pipeline' }, at),
    ).toMatchObject({
      window: { label: 'Q4 2026' },
      rows: { ken: { current: { value: 8_000_000, goal: 5_000_000 }, last: { value: 0 } } },
      total: { current: { value: 10_000_000 } },
    })
  })

  test('[W13] the answers of the API are of the quarter that they name', () => {
    const under = sold()
    const expected = { label: 'Q4 2026', total: 10_000_000 }
    expect(ask(under, {}, at)).toEqual({ ...expected, values: { ken: 8_000_000, ny: 2_000_000, sia: 0 } })
    expect(ask(under, { by: 'team' }, at)).toEqual({
      ...expected,
      values: { tokyo: 8_000_000, york: 2_000_000, pago: 0 },
    })
    expect(ask(under, { by: 'org' }, at)).toEqual({ ...expected, values: { org: 10_000_000 } })
  })

  test('[W13] a board for one office rolls by that office', () => {
    const under = sold()
    expect(viewAt(under, { kind: 'leaderboard', ...quarterly, scope: { team: 'tokyo' } }, at)).toMatchObject({
      window: { label: 'Q1 2027' },
      rows: { ken: { value: 700_000 } },
      team: { value: 700_000 },
    })
    expect(ask(under, { team: 'tokyo' }, at)).toEqual({
      label: 'Q1 2027',
      total: 700_000,
      values: { ken: 700_000 },
    })
  })

  test('[W14][P8] Tokyo’s quarter is worked through, so that the whole goal is due', () => {
    const under = floor()
    under.write(win('ken', '2026-12-15', 40_000))
    expect(viewAt(under, { kind: 'leaderboard', ...quarterly }, at)).toMatchObject({
      rows: { ken: { pace: 5_000_000, state: 'behind' } },
    })
  })

  test('[W13][W14] when the floor’s year begins, Tokyo’s first deal of it is there', () => {
    const midnight = '2027-01-01T05:00:00Z'
    expect(viewAt(sold(), { kind: 'leaderboard', ...quarterly }, midnight)).toMatchObject({
      window: { label: 'Q1 2027' },
      rows: { ken: { rank: 1, value: 700_000 }, ny: { value: 0 } },
    })
  })
})

describe('in the first hours of the floor’s year, when it is still the old one in Pago Pago', () => {
  const at = '2027-01-01T06:00:00Z'

  test('[W14][P8] nothing of the new year counts there yet, and nobody is behind', () => {
    const under = floor({ goals: [goalOf({ rep: 'sia' }, 50_000)] })
    under.write(win('sia', '2026-12-31', 80_000), win('sia', '2027-01-01T05:30:00Z', 10_000))
    expect(viewAt(under, { kind: 'leaderboard', ...quarterly }, at)).toMatchObject({
      window: { label: 'Q1 2027' },
      rows: { sia: { value: 0, pace: 0, state: null } },
    })
    expect(viewAt(under, { kind: 'leaderboard', ...quarterly, scope: { team: 'pago' } }, at)).toMatchObject({
      window: { label: 'Q4 2026' },
      rows: { sia: { value: 9_000_000, state: 'reached' } },
    })
  })

  test('[W13][G3] the goal is that of the quarter shown', () => {
    const goals = [goalOf({ rep: 'sia' }, 50_000), goalOf({ rep: 'sia', from: '2027-01-01' }, 70_000)]
    const under = floor({ goals })
    expect(viewAt(under, { kind: 'leaderboard', ...quarterly }, at)).toMatchObject({
      rows: { sia: { goal: 7_000_000 } },
    })
    expect(
      viewAt(under, { kind: 'leaderboard', ...quarterly, window: 'previous quarter' }, at),
    ).toMatchObject({
      rows: { sia: { goal: 5_000_000 } },
    })
  })

  test('[W15] who is listed is who works there on the board’s date', () => {
    const people = [person('ny', { team: 'york' }), person('sia', { team: 'pago', endedOn: '2026-12-31' })]
    const listed = (kind: string, window: string) => {
      const view = viewAt(floor({ people, goals: [] }), { kind, metric: 'revenue', window }, at)
      return 'rows' in view ? Object.keys(view.rows) : []
    }
    expect(listed('leaderboard', 'quarter')).toEqual(['ny'])
    expect(listed('leaderboard', 'previous quarter')).toEqual(['ny', 'sia'])
  })

  test('[B151] a win that its source dates with the board’s date is there', () => {
    const under = floor()
    under.write(win('sia', '2027-01-01', 5), win('sia', '2027-01-02', 7))
    const board = { kind: 'wins', days: 7 }
    expect(viewAt(under, board, at)).toMatchObject({ deals: 1, total: 500 })
    expect(ask(under, { window: 'last 7 days' }, at).total).toBe(500)
  })
})

describe('where the day differs', () => {
  test('[W13] a board of the day is of one date', () => {
    const under = floor()
    // At one instant: the 20th in New York, the 21st in Tokyo.
    under.write(
      call('ny', '2026-11-20T20:00:00Z'),
      call('ken', '2026-11-20T20:00:00Z'),
      call('ken', '2026-11-20T14:00:00Z'),
    )
    const board = { kind: 'leaderboard', metric: 'calls', window: 'day' }
    expect(viewAt(under, board, '2026-11-20T21:00:00Z')).toMatchObject({
      window: { start: '2026-11-20' },
      rows: { ny: { value: 1 }, ken: { value: 1 } },
      team: { value: 2 },
    })
    expect(viewAt(under, board, '2026-11-21T05:00:00Z')).toMatchObject({
      window: { start: '2026-11-21' },
      rows: { ny: { value: 0 }, ken: { value: 1 } },
      team: { value: 1 },
    })
  })

  test('[W13][B121] hygiene says the same above and below: overdue is what was due before the board’s date', () => {
    const under = createTestFloor(
      floorOf({
        teams: [team('saigon', { timeZone: saigon })],
        people: [person('linh', { team: 'saigon' })],
        metrics: [overdue],
      }),
    )
    under.write(
      win('linh', '2026-08-01', 1, { status: 'open', closedAt: null, expectedCloseOn: '2026-08-23' }),
    )
    const board = { kind: 'hygiene', metrics: ['overdue'], names: true }
    const evening = '2026-08-23T22:00:00Z'
    expect(viewAt(under, board, evening)).toMatchObject({
      total: 0,
      rows: { saigon: { total: 0, people: [] } },
    })
    const one = { total: 1, rows: { saigon: { total: 1, people: [{ id: 'linh', count: 1 }] } } }
    expect(viewAt(under, { ...board, scope: { team: 'saigon' } }, evening)).toMatchObject(one)
    expect(viewAt(under, board, '2026-08-24T00:00:00Z')).toMatchObject(one)
  })

  test('[B150] a line ends at the value, also where an office to the east is a day ahead', () => {
    const under = floor()
    under.write(win('ny', '2026-11-19', 10), win('ken', '2026-11-20T20:00:00Z', 30))
    expect(
      viewAt(under, { kind: 'birds-eye', ...quarterly, window: 'month' }, '2026-11-20T21:00:00Z'),
    ).toMatchObject({
      rows: { tokyo: { value: 3000, trend: [...Array(19).fill(0), 3000] } },
    })
  })

  test('[W16][B104] a streak breaks where its day is over, not before', () => {
    const daily = (rep: string) => ({ metric: 'calls', window: 'day', rep, value: 1 })
    const under = floor({ goals: [daily('sia'), daily('ken')] })
    for (const rep of ['sia', 'ken'])
      for (const on of ['2026-11-17', '2026-11-18']) under.write(call(rep, on))
    const board = { kind: 'improved', metric: 'calls', window: 'week' }
    // The 20th in New York, the 19th in Pago Pago: there is still time for a call.
    expect(viewAt(under, board, '2026-11-20T06:00:00Z')).toMatchObject({
      streaks: { rows: { sia: { days: 2, today: 'open' } } },
    })
    expect(viewAt(under, board, '2026-11-20T11:00:00Z')).toMatchObject({ streaks: { rows: {} } })
  })
})
