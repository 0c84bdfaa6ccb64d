import { describe, expect, test } from 'vitest'
import { FormulaBoard, FormulaView } from '../../../wire/boards/formula-board.ts'
import { SpotlightBoard } from '../../../wire/boards/spotlight-board.ts'
import type { Plan } from '../../../wire/plan.ts'
import { createNumbers } from '../../standing/numbers.ts'
import {
  call,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  team,
} from '../../test-support/test-floor.ts'
import { createSpotlightView } from '../spotlight/spotlight-view.ts'
import { formulaBoardFaults } from './formula-board-faults.ts'
import { createFormulaView } from './formula-view.ts'

/** A Thursday, at the end of the working day. */
const now = Date.parse('2026-11-19T17:00:00Z')

const activity = (id: string) =>
  metricOf(
    id,
    { from: 'activity', where: [{ field: 'kind', is: id }], date: 'at' },
    { indicator: 'input', question: 'activity' },
  )

const file = () =>
  floorOf({
    roles: [
      { id: 'sdr', name: 'SDR' },
      { id: 'lead', name: 'Lead' },
    ],
    teams: [team('east')],
    people: [
      person('zed', { name: 'Zed Young', team: 'east', role: 'sdr' }),
      person('ana', { name: 'Ana Lopez', team: 'east', role: 'sdr' }),
      person('off', { name: 'Off Day', role: 'sdr', workingDays: ['monday'] }),
      person('away', { name: 'Away Too', role: 'sdr', leave: [{ from: '2026-11-16', until: '2026-11-20' }] }),
      person('new', { name: 'New Here', role: 'sdr' }),
      person('lee', { name: 'Lee Ash', role: 'lead' }),
    ],
    metrics: [activity('dials'), activity('meetings'), revenue],
    goals: [{ metric: 'revenue', window: 'quarter', role: 'sdr', value: 1000 }],
    formulas: [{ id: 'sdr', role: 'sdr', steps: ['dials', 'meetings', 'revenue'] }],
  })

/** For 20 days from 2 November on. */
const planFor = (who: string, dials: number, meetings: number, more: Partial<Plan> = {}): Plan => ({
  person: who,
  role: 'sdr',
  window: 'quarter',
  from: '2026-10-01',
  to: '2027-01-01',
  history: { from: '2026-07-01', to: '2026-10-01' },
  version: 1,
  quota: 123_457,
  won: 0,
  days: 20,
  steps: [
    { metric: 'dials', need: dials * 20, rate: null },
    {
      metric: 'meetings',
      need: meetings * 20,
      rate: { of: 'own', value: 0.0123, made: 1, from: 2, attempts: 99 },
    },
    { metric: 'revenue', need: 123_457, rate: { of: 'own', value: 0.31, made: 1, from: 2, attempts: 99 } },
  ],
  holdsFrom: '2026-11-02',
  reason: null,
  ...more,
})

const usual = [
  planFor('zed', 2.5, 0.4),
  planFor('ana', 1.2, 0.4),
  planFor('off', 2, 1),
  planFor('away', 2, 0.2),
]

const numbersWith = (plans: readonly Plan[], ...facts: object[]) => {
  const floor = createTestFloor(file())
  floor.write(call('lee', '2026-11-02T10:00:00Z', { kind: 'dials' }), ...facts)
  return createNumbers(floor.engine, undefined, undefined, {
    of: (id) => plans.filter((plan) => plan.person === id),
    on: (id) => plans.find((plan) => plan.person === id) ?? null,
  })
}

const boardOf = (more: object = {}) =>
  FormulaBoard.parse({
    id: 'f',
    title: 'Day',
    kind: 'formula',
    metrics: ['dials', 'meetings'],
    scope: { role: 'sdr' },
    ...more,
  })

const viewOf = (plans: readonly Plan[], ...facts: object[]): FormulaView =>
  FormulaView.parse(createFormulaView(numbersWith(plans, ...facts), boardOf()).compute(now))

const dials = (rep: string, count: number, at = '2026-11-19T10:00:00Z') =>
  Array.from({ length: count }, () => call(rep, at, { kind: 'dials' }))

describe('the board of the day’s plan', () => {
  test('[B200] shows all who hold the role in the order of names: what their own plan asks of today, and what is done', () => {
    const view = viewOf(
      usual,
      ...dials('ana', 2),
      ...dials('zed', 1),
      ...dials('zed', 9, '2026-11-18T10:00:00Z'),
    )
    const inOrder = Object.values(view.rows).sort((a, b) => a.place - b.place)
    expect(inOrder.map(({ name }) => name)).toEqual([
      'Ana Lopez',
      'Away Too',
      'New Here',
      'Off Day',
      'Zed Young',
    ])
    // 1.2 and 2.5 a day, rounded up.
    expect(view.rows['ana']).toMatchObject({
      cells: [{ value: 2, goal: 2, state: 'reached' }, {}],
      nothing: null,
    })
    expect(view.rows['zed']).toMatchObject({ cells: [{ value: 1, goal: 3, state: 'well behind' }, {}] })
    expect(view.columns[0]).toMatchObject({
      plannedFor: 'day',
      atGoal: 1,
      withGoal: 2,
      team: { value: 3, goal: 5 },
    })
  })

  test('[B200] says no rate, no quota and no need that is not rounded', () => {
    const sent = JSON.stringify(viewOf(usual, ...dials('ana', 1)))
    for (const secret of ['0.0123', '123457', '0.31', '1.2,', '2.5,', 'quota', 'rate'])
      expect(sent).not.toContain(secret)
  })

  test('[B201] a step of less than one piece a day is planned and counted for the week', () => {
    const meeting = call('zed', '2026-11-16T10:00:00Z', { kind: 'meetings' })
    const view = viewOf(usual, ...dials('ana', 1), meeting)
    expect(view.columns[1]).toMatchObject({ plannedFor: 'week' })
    // Five days of 0.4.
    expect(view.rows['zed']?.cells[1]).toMatchObject({ value: 1, goal: 2 })
    const daily = viewOf(
      [planFor('zed', 2, 1), planFor('ana', 2, 3), planFor('off', 2, 0.1)],
      ...dials('ana', 1),
    )
    expect(daily.columns[1]).toMatchObject({ plannedFor: 'day' })
  })

  test('[B202] where nothing is planned it says why, and shows what was done', () => {
    const done = planFor('zed', 0, 0)
    const other = { ...planFor('ana', 2, 1), role: 'lead' }
    const view = viewOf([...usual.slice(2), done, other], ...dials('new', 4), ...dials('off', 1))
    const why = Object.fromEntries(Object.entries(view.rows).map(([id, { nothing }]) => [id, nothing]))
    expect(why).toEqual({ ana: 'no plan', away: 'away', new: 'no plan', off: 'day off', zed: 'done' })
    expect(view.rows['new']?.cells[0]).toEqual({
      value: 4,
      goal: null,
      attainment: null,
      pace: null,
      state: null,
    })
    expect(view.columns[0]).toMatchObject({ withGoal: 0, team: { value: null, goal: null } })
    // What is planned for the week is there on a day off, too.
    expect(viewOf(usual, ...dials('ana', 1)).rows['off']?.cells[1]).toMatchObject({ goal: 1 })
  })

  test('[B203] everybody is over the line once each of at least two is at their own plan', () => {
    const both = [...dials('ana', 2), ...dials('zed', 3)]
    expect(viewOf(usual, ...both.slice(1)).reached).toBe(false)
    expect(viewOf(usual, ...both)).toMatchObject({ reached: true, columns: [{ atGoal: 2, withGoal: 2 }, {}] })
    expect(viewOf(usual.slice(1, 2), ...both).reached).toBe(false)
  })

  test('[B204] a spotlight has the plan of whom it is about, each step for the day or for the week', () => {
    const board = SpotlightBoard.parse({
      id: 's',
      title: 'Spotlight',
      kind: 'spotlight',
      metrics: [{ metric: 'revenue' }],
    })
    const source = createSpotlightView(numbersWith(usual, ...dials('ana', 2)), board)
    const { rows } = source.compute(now)
    expect(rows['ana']?.plan).toMatchObject({
      steps: [
        { metric: { id: 'dials' }, plannedFor: 'day', standing: { value: 2, goal: 2 } },
        { metric: { id: 'meetings' }, plannedFor: 'week', standing: { value: 0, goal: 2 } },
      ],
      nothing: null,
    })
    const withDials = { ...board, metrics: [{ metric: 'dials', window: 'day' }] }
    const beside = createSpotlightView(numbersWith(usual), SpotlightBoard.parse(withDials)).compute(now)
    expect(beside.rows['ana']?.plan?.steps).toMatchObject([{ metric: { id: 'meetings' } }])
    expect(rows['new']?.plan?.nothing).toBe('no plan')
    expect(rows['lee']?.plan).toBeUndefined()
    expect(source.bases).toContain(0)
  })
})

describe('the faults of a board of a formula', () => {
  const faultsOf = (more: object) => formulaBoardFaults(boardOf(more), file(), ['boards', 0])
  const messages = (more: object) => faultsOf(more).map(({ message }) => message)

  test('[B200] are a scope without a role that has a formula, and metrics that a day does not ask in pieces', () => {
    expect(faultsOf({})).toEqual([])
    expect(messages({ scope: {} })[0]).toContain('names no role')
    expect(messages({ scope: { role: 'lead' } })[0]).toContain('"lead" has no formula')
    expect(messages({ metrics: ['revenue'] })[0]).toContain('is the quota')
    expect(messages({ metrics: ['dance'] })).toHaveLength(1)
    expect(messages({ metrics: ['dials', 'dials'] })[0]).toContain('already')
  })
})
