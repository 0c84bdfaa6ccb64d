import { describe, expect, test } from 'vitest'
import { parseWindow } from '../../wire/window.ts'
import { createEngine } from '../counting/engine.ts'
import { createNumbers, everybody, type Numbers } from '../standing/numbers.ts'
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
import { answerByField } from './field-answer.ts'

const at = Date.parse('2026-11-20T12:00:00Z')
const average = metricOf('average', { ratio: ['revenue', 'wins'] }, { unit: 'money' })
const breakdowns = ['product', 'fields.Segment']
const floorWith = (floor: object = {}) =>
  floorOf({
    floor: { breakdowns, ...floor },
    teams: [team('east'), team('west')],
    people: [person('ana', { team: 'east' }), person('bo', { team: 'west' })],
    metrics: [calls, revenue, wins, average],
  })

const rowsOf = (numbers: Numbers, metric: string, field: string, of = 'org', window = 'quarter') => {
  const [plan, subject, spec] = [
    numbers.model.metric(metric),
    numbers.model.roster.subjectOf(of),
    parseWindow(window),
  ]
  if (!plan || subject === null || !spec) throw new Error(`no ${metric} of ${of} in ${window}`)
  const answer = answerByField(numbers, { plan, field, window: spec, of: subject, at })
  return answer?.rows.map((row) => [row.subject, row.name, row.value, row.rank]) ?? null
}

const sold = (rep: string, dollars: number, product: string | null, more: object = {}) =>
  win(rep, '2026-11-18T10:00:00Z', dollars, { product, ...more })

describe('a metric by the values of a field', () => {
  const under = createTestFloor(floorWith())
  under.write(
    sold('ana', 300, 'Plan A', { id: 'a', fields: { Segment: 'SMB' } }),
    sold('bo', 500, 'Plan B', { id: 'b', fields: { Segment: 'SMB' } }),
    sold('ana', 200, 'Plan B', { id: 'c' }),
    sold('nobody', 70, null, { id: 'd' }),
    sold('ana', 900, 'Plan C', { id: 'e', closedAt: '2025-11-18' }),
    call('ana', '2026-11-18T10:00:00Z'),
  )

  test('[B190] has a row for each value, best first, and one for facts that have none', () => {
    expect(rowsOf(under.numbers, 'revenue', 'product')).toEqual([
      ['Plan B', 'Plan B', 70_000, 1],
      ['Plan A', 'Plan A', 30_000, 2],
      ['', 'No product', 7000, null],
    ])
    expect(rowsOf(under.numbers, 'wins', 'fields.Segment')).toEqual([
      ['SMB', 'SMB', 2, 1],
      ['', 'No Segment', 2, null],
    ])
  })

  test('[B190] is in its own window, and of the team that is asked for', () => {
    expect(rowsOf(under.numbers, 'revenue', 'product', 'org', 'last year')).toEqual([
      ['Plan C', 'Plan C', 90_000, 1],
    ])
    expect(rowsOf(under.numbers, 'revenue', 'product', 'west')).toEqual([['Plan B', 'Plan B', 50_000, 1]])
  })

  test('[B191] is divided after summing', () => {
    expect(rowsOf(under.numbers, 'average', 'product')).toEqual([
      ['Plan B', 'Plan B', 35_000, 1],
      ['Plan A', 'Plan A', 30_000, 2],
      ['', 'No product', 7000, null],
    ])
  })

  test('[B190] has what stands for no one value last and without a rank, however much it is', () => {
    const own = createTestFloor(floorWith())
    own.write(sold('ana', 9000, null, { id: 'none' }))
    for (let value = 0; value < 1002; value++)
      own.write(
        sold('ana', 1, `Plan ${value}`, {
          id: `${value}`,
          closedAt: value < 999 ? '2025-11-18' : '2026-11-18',
        }),
      )
    expect(rowsOf(own.numbers, 'revenue', 'product')).toEqual([
      ['…', 'Other product', 300, null],
      ['', 'No product', 900_000, null],
    ])
  })

  test('[B190] has a row for a value of which something came to nothing, or is unknown', () => {
    const decided = metricOf('decided', {
      from: 'deal',
      date: 'closedAt',
      where: [{ field: 'status', in: ['won', 'lost'] }],
    })
    const rate = metricOf('rate', { ratio: ['wins', 'decided'] }, { unit: 'percent' })
    const perCall = metricOf('per-call', { ratio: ['revenue', 'calls'] }, { unit: 'money' })
    const own = createTestFloor(
      floorOf({
        floor: { breakdowns },
        people: [person('ana')],
        metrics: [calls, revenue, wins, decided, rate, perCall],
      }),
    )
    own.write(sold('ana', 10, 'Plan A', { id: 'a' }), sold('ana', 10, 'Plan B', { id: 'b', status: 'lost' }))
    expect(rowsOf(own.numbers, 'rate', 'product')).toEqual([
      ['Plan A', 'Plan A', 1, 1],
      ['Plan B', 'Plan B', 0, 2],
    ])
    expect(rowsOf(own.numbers, 'per-call', 'product')).toEqual([['Plan A', 'Plan A', null, null]])
    expect(rowsOf(own.numbers, 'wins', 'product')).toEqual([['Plan A', 'Plan A', 1, 1]])
  })

  test('[B190][F28] has one row for spellings that look the same', () => {
    const own = createTestFloor(floorWith())
    own.write(
      sold('ana', 10, 'Plan A', { id: 'a' }),
      sold('ana', 20, 'Plan\u00a0A\u200e', { id: 'b' }),
      sold('ana', 5, 'plan A', { id: 'c' }),
    )
    expect(rowsOf(own.numbers, 'revenue', 'product')).toEqual([
      ['Plan A', 'Plan A', 3000, 1],
      ['plan A', 'plan A', 500, 2],
    ])
  })

  test('[B190] has no rows for a field that the floor does not name', () => {
    expect(rowsOf(under.numbers, 'revenue', 'account')).toBeNull()
  })

  test('[B191] adds up to the whole, also with shared credit, after a change, a withdrawal and a restart', () => {
    for (const credit of ['split', 'full']) {
      const own = createTestFloor(floorWith({ credit }))
      const shared = [
        { rep: 'ana', share: 0.333333 },
        { rep: 'bo', share: 0.666667 },
      ]
      own.write(
        sold('ana', 100, 'Plan A', { id: 'a', credits: shared }),
        sold('ana', 50, 'Plan A', { id: 'b' }),
        sold('bo', 10, null, { id: 'c' }),
      )
      own.write(sold('ana', 70, 'Plan B', { id: 'b' }))
      own.withdraw('c')
      const { engine } = own
      const again = createNumbers(createEngine(engine.model, structuredClone(engine.snapshot())))
      for (const numbers of [own.numbers, again]) {
        expect(rowsOf(numbers, 'revenue', 'product')).toEqual([
          ['Plan A', 'Plan A', 10_000, 1],
          ['Plan B', 'Plan B', 7000, 2],
        ])
        const plan = numbers.model.metric('revenue')
        const quarter = parseWindow('quarter')
        if (!plan || !quarter) throw new Error('no revenue')
        expect(numbers.standingOf(plan, quarter, 0, at, everybody).value).toBe(17_000)
      }
    }
  })
})
