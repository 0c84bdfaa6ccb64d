// What boards claim before there is anything to judge.
import { describe, expect, test } from 'vitest'
import type { BoardKind } from '../../wire/boards.ts'
import { Board } from '../../wire/floor.ts'
import { createEngine } from '../counting/engine.ts'
import { createNumbers, type Numbers } from '../standing/numbers.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
  win,
} from '../test-support/test-floor.ts'
import { createBoardView } from './board-view.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const isOpen = { field: 'status', is: 'open' }
const stale = metricOf(
  'stale',
  { from: 'deal', where: [isOpen], date: 'lastActivityAt' },
  { indicator: 'input', question: 'pipeline-hygiene', better: 'lower', window: 'older than 14 days' },
)
const due = metricOf(
  'due',
  { from: 'deal', where: [isOpen], date: 'expectedCloseOn', measure: { sum: 'amount' } },
  { unit: 'money' },
)
const calls = metricOf(
  'calls',
  { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' },
  { indicator: 'input' },
)
const goals = ['ana', 'bo'].flatMap((rep) => [
  { metric: 'calls', rep, window: 'week', value: 50 },
  { metric: 'revenue', rep, window: 'quarter', value: 1000 },
  { metric: 'stale', rep, window: 'older than 14 days', value: 2 },
])
const sums = ['calls', 'revenue'].flatMap((metric) => [
  { metric, org: true, window: metric === 'calls' ? 'week' : 'quarter', value: 'sum-of-members' },
  { metric, team: 'east', window: metric === 'calls' ? 'week' : 'quarter', value: 'sum-of-members' },
])

const floor = () =>
  createTestFloor(
    floorOf({
      teams: [team('east', { members: ['ana', 'bo'] })],
      people: [person('ana', { name: 'Ana Lopez' }), person('bo', { name: 'Bo Berg' })],
      metrics: [calls, revenue, stale, due],
      goals: [...goals, ...sums],
    }),
  )

const boards: Readonly<
  Record<
    Exclude<
      BoardKind,
      | 'announcement'
      | 'award'
      | 'contest'
      | 'exceptions'
      | 'funnel'
      | 'from-the-top'
      | 'hall-of-fame'
      | 'thanks'
    >,
    object
  >
> = {
  leaderboard: {
    metric: 'revenue',
    window: 'quarter',
    rankBy: 'attainment',
    pair: { metric: 'calls', window: 'week' },
  },
  'team-progress': { metric: 'revenue', window: 'quarter' },
  'over-the-line': { metric: 'revenue', window: 'quarter' },
  accountability: { metrics: ['calls', 'stale'] },
  wins: {},
  formula: { metrics: ['calls'], scope: {} },
  hygiene: { metrics: ['stale'] },
  results: { metric: 'revenue', pipeline: 'due' },
  'team-goal': { metric: 'revenue', window: 'quarter' },
  'countdown-ask': { metric: 'revenue', window: 'quarter' },
  'head-to-head': {
    sides: ['ana', 'bo'],
    metrics: [{ metric: 'revenue' }, { metric: 'calls', window: 'week' }],
    window: 'quarter',
  },
  'trend-race': { metric: 'revenue', window: 'quarter', show: 'attainment' },
  'birds-eye': { metric: 'revenue', window: 'quarter', inputs: [{ metric: 'calls', window: 'week' }] },
  improved: { metric: 'revenue', window: 'quarter' },
  spotlight: { metrics: [{ metric: 'revenue' }, { metric: 'stale' }] },
  calm: { metrics: [{ metric: 'calls', window: 'week' }], result: { metric: 'revenue', window: 'quarter' } },
}

const viewOf = (numbers: Numbers, kind: keyof typeof boards) =>
  createBoardView(numbers, Board.parse({ id: 'b', title: 'B', kind, ...boards[kind] })).compute(now)

/** Every value under a key, however deep. */
const under = (part: unknown, key: string): unknown[] => {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...under(value, key),
  ])
}

const claims = [
  'state',
  'rank',
  'attainment',
  'pace',
  'ahead',
  'projected',
  'ask',
  'rhythm',
  'leads',
  'coverage',
  'nearest',
]
const kinds = Object.keys(boards) as (keyof typeof boards)[]

describe.each(kinds)('a %s board', (kind) => {
  test('[S4] claims nothing before the first fact, and says why', () => {
    const view = viewOf(floor().numbers, kind)
    expect(view.awaits).toBe('first fact')
    for (const claim of claims)
      expect(
        under(view, claim).filter((each) => each !== null),
        claim,
      ).toEqual([])
    expect(under(view, 'clear').filter((each) => each !== false)).toEqual([])
  })

  test('[S4] claims nothing while history is coming in', () => {
    const { engine, write } = floor()
    write(win('ana', '2026-11-18', 900), call('ana', '2026-11-18T10:00:00Z'))
    const view = viewOf(
      createNumbers(engine, () => true),
      kind,
    )
    expect(view.awaits).toBe('history')
    for (const claim of ['state', 'rank', 'ahead', 'projected', 'ask', 'leads'])
      expect(
        under(view, claim).filter((each) => each !== null),
        claim,
      ).toEqual([])
    expect(viewOf(createNumbers(engine), kind).awaits).toBe(null)
  })
})

describe('[G12] there is something to judge', () => {
  const stateOf = (numbers: Numbers, metric: string, subject: string, window: string) => {
    const plan = numbers.model.metric(metric)
    const index = numbers.model.roster.subjectOf(subject)
    if (!plan || index === null) throw new Error('not on the floor')
    const within = { team: null, role: null }
    const spec =
      window === 'older'
        ? { kind: 'older' as const, days: 14 }
        : { kind: 'period' as const, grain: 'quarter' as const, offset: 0 }
    return numbers.standingOf(plan, spec, index, now, within).state
  }

  test('once a source has spoken of what the metric is about', () => {
    const { write, numbers } = floor()
    expect(stateOf(numbers, 'revenue', 'ana', 'quarter')).toBe(null)
    write(call('ana', '2026-11-18T10:00:00Z'))
    expect(stateOf(numbers, 'revenue', 'ana', 'quarter')).toBe(null)
    write({ ...win('bo', '2026-11-18', 5), status: 'open', closedAt: null })
    expect(stateOf(numbers, 'revenue', 'ana', 'quarter')).toBe('well behind')
  })

  test('of what should be low, once there is something of their own that could be wrong', () => {
    const { write, withdraw, numbers, engine } = floor()
    const open = (id: string, rep: string, lastActivityAt: string) => ({
      source: 'crm',
      id,
      type: 'deal',
      status: 'open',
      lastActivityAt,
      credits: [{ rep }],
    })
    const states = () => ['ana', 'bo', 'east'].map((who) => stateOf(numbers, 'stale', who, 'older'))
    write(open('1', 'ana', '2026-11-19'))
    expect(states()).toEqual(['reached', null, null])
    write({ ...open('1', 'ana', '2026-11-19'), status: 'lost', closedAt: '2026-11-19' })
    expect(states()).toEqual([null, null, null])
    write(open('2', 'bo', '2026-10-01'), open('3', 'bo', '2026-10-01'), open('4', 'bo', '2026-10-01'))
    expect(states()).toEqual([null, 'behind', null])
    for (const id of ['2', '3', '4']) withdraw(id)
    expect(states()).toEqual([null, null, null])
    const restarted = createEngine(engine.model, structuredClone(engine.snapshot()))
    expect(stateOf(createNumbers(restarted), 'stale', 'ana', 'older')).toBe(null)
  })
})

test('[B122] nothing is clear where there is nothing that could lie around', () => {
  const { write, numbers } = floor()
  write(call('ana', '2026-11-18T10:00:00Z'))
  expect(viewOf(numbers, 'hygiene')).toMatchObject({ clear: false, rows: { east: { clear: false } } })
  write({
    source: 'crm',
    id: '1',
    type: 'deal',
    status: 'open',
    lastActivityAt: '2026-11-19',
    credits: [{ rep: 'ana' }],
  })
  expect(viewOf(numbers, 'hygiene')).toMatchObject({ clear: true, rows: { east: { clear: true } } })
})
