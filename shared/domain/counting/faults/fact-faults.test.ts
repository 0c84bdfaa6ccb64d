import { describe, expect, test } from 'vitest'
import {
  call,
  calls,
  createTestFloor,
  floorOf,
  metricOf,
  person,
  revenue,
  win,
} from '../../test-support/test-floor.ts'
import { createEngine } from '../engine.ts'
import { createFaultWords } from './fault-words.ts'

const deals = (date: string, where: object[], more: object = {}) => ({ from: 'deal', where, date, ...more })
const open = { field: 'status', is: 'open' }
const won = { field: 'status', is: 'won' }

const floor = floorOf({
  floor: { stages: ['Lead', 'Proposal'], rates: [{ currency: 'EUR', from: '2026-01-01', rate: 1.1 }] },
  people: [person('ana', { name: 'Ana Ruiz', aliases: ['a.ruiz@floor.test'] })],
  metrics: [
    calls,
    revenue,
    metricOf('pipeline', deals('expectedCloseOn', [open], { measure: { sum: 'amount' } }), { unit: 'money' }),
    metricOf(
      'seats',
      deals('closedAt', [won, { field: 'product', is: 'Plan A' }], { measure: { sum: 'fields.Seats' } }),
    ),
    metricOf('north', deals('closedAt', [won, { field: 'fields.Region', in: ['North', 'South'] }])),
    metricOf('big-teams', deals('closedAt', [{ field: 'fields.Users', atLeast: 10 }])),
  ],
})

/** What is told of these facts, with how many of them have it. */
const told = (facts: readonly object[], on = floor) => {
  const under = createTestFloor(on)
  under.write(...facts)
  const words = createFaultWords(under.engine.model)
  return under.engine.faults().map(({ fault, count }) => `${count} × ${words(fault).what}`)
}

const fields = { Seats: 5, Region: 'North', Users: 20 }
const sound = (more: object = {}) =>
  win('ana', '2026-11-20T10:00:00Z', 100, { product: 'Plan A', fields, ...more })
const openDeal = (more: object = {}) =>
  sound({
    status: 'open',
    stage: 'Lead',
    closedAt: null,
    expectedCloseOn: '2026-12-20',
    ...more,
  })
const aCall = (more: object = {}) => call('ana', '2026-11-20T10:00:00Z', more)

describe('what counts nowhere', () => {
  test('[F30] nothing is told of facts that count', () => {
    expect(told([sound(), openDeal(), aCall(), sound({ status: 'lost' })])).toEqual([])
  })

  test.each([
    ['Ana Ruis', 'the floor knows nobody called "Ana Ruis"; did you mean "Ana Ruiz"?'],
    [
      'A Ruiz@floor.test',
      'the floor knows nobody called "A Ruiz@floor.test"; did you mean "a.ruiz@floor.test"?',
    ],
    [
      'Аna Ruiz',
      'the floor knows nobody called "Аna Ruiz"; it is not "Ana Ruiz" (ana): it has "А" (U+0410) where that has "A", at character 1',
    ],
    ['somebody else', 'the floor knows nobody called "somebody else"'],
  ])('[F31] a credit to %s', (rep, what) => {
    expect(told([aCall({ credits: [{ rep }] })])).toEqual([`1 × ${what}`])
  })

  test.each([
    ['Call', 'no metric counts activities of the kind "Call"; did you mean "call"?'],
    ['calls', 'no metric counts activities of the kind "calls"; did you mean "call"?'],
    ['webinar', 'no metric counts activities of the kind "webinar"'],
  ])('[F32] the kind %s', (kind, what) => {
    expect(told([aCall({ kind }), aCall({ kind })])).toEqual([`2 × ${what}`])
  })

  test('[F32] a metric of all activities counts other kinds, but hides no spelling of one that is named', () => {
    const touches = metricOf('touches', {
      from: 'activity',
      where: [{ field: 'kind', isNot: 'email' }],
      date: 'at',
    })
    const on = floorOf({ people: [person('ana')], metrics: [calls, touches] })
    const facts = ['webinar', 'Call', 'email'].map((kind) => aCall({ kind }))
    expect(told(facts, on)).toEqual([
      '1 × no metric counts activities of the kind "Call"; did you mean "call"?',
      '1 × no metric counts activities of the kind "email"',
    ])
  })

  test.each([
    [sound({ closedAt: null }), 'a won deal without its closing date (closedAt) counts in no period'],
    [
      openDeal({ expectedCloseOn: null }),
      'an open deal without its expected closing date (expectedCloseOn) counts in no period',
    ],
  ])('[F33] a deal without the date that a metric goes by', (fact, what) => {
    expect(told([fact])).toEqual([`1 × ${what}`])
  })

  test('[F33] a lost deal needs no closing date where no metric counts lost deals', () => {
    const on = floorOf({ people: [person('ana')], metrics: [revenue] })
    expect(told([sound({ status: 'lost', closedAt: null })], on)).toEqual([])
    expect(told([openDeal({ closedAt: null })], on)).toEqual([])
    const decided = metricOf('decided', deals('closedAt', [{ field: 'status', in: ['won', 'lost'] }]))
    const counting = floorOf({ people: [person('ana')], metrics: [decided] })
    expect(told([sound({ status: 'lost', closedAt: null })], counting)).toEqual([
      '1 × a lost deal without its closing date (closedAt) counts in no period',
    ])
  })

  test.each([
    ['1970-01-01', 'closedAt lies before 1990'],
    ['1989-12-31T23:59:59Z', 'closedAt lies before 1990'],
    ['1990-01-01', null],
    ['2027-11-21', null],
    ['2027-11-22', 'closedAt lies too far ahead to be true: more than a year'],
    ['2199-12-31', 'closedAt lies too far ahead to be true: more than a year'],
  ])('[F34] of a deal received on 2026-11-20, a close on %s', (closedAt, what) => {
    expect(told([sound({ closedAt })])).toEqual(what === null ? [] : [`1 × ${what}`])
  })

  test.each([
    ['2036-11-20', null],
    ['2036-11-22', 'expectedCloseOn lies too far ahead to be true: more than ten years'],
  ])('[F34] a close that is expected on %s', (expectedCloseOn, what) => {
    expect(told([openDeal({ expectedCloseOn })])).toEqual(what === null ? [] : [`1 × ${what}`])
  })

  test('[F35] a deal that a sum of money takes and that has no amount', () => {
    expect(told([sound({ amount: null }), openDeal({ amount: null })])).toEqual([
      '1 × an open deal without an amount adds nothing to a sum of money',
      '1 × a won deal without an amount adds nothing to a sum of money',
    ])
  })

  test.each([
    [
      { Seats: '5', Region: 'North', Users: 20 },
      'fields.Seats came as text, which is not what "seats" can read',
    ],
    [{ Region: 'North', Users: 20 }, 'fields.Seats is missing, and "seats" cannot count without it'],
    [{ Seats: 5, Users: 20 }, 'fields.Region is missing, and "north" cannot count without it'],
    [
      { Seats: 5, Region: 7, Users: 20 },
      'fields.Region came as a number, which is not what "north" can read',
    ],
    [
      { Seats: 5, Region: 'North', Users: '20' },
      'fields.Users came as text, which is not what "big-teams" can read',
    ],
    [{ Seats: 5, Region: 'West', Users: 20 }, null],
  ])('[F36] own fields %j', (own, what) => {
    expect(told([sound({ fields: own })])).toEqual(what === null ? [] : [`1 × ${what}`])
  })

  test('[F35] an open deal whose stage has no probability is no part of a weighted sum', () => {
    const forecast = deals('expectedCloseOn', [open], { measure: { sum: 'weightedAmount' } })
    const on = floorOf({
      floor: { stages: ['Lead', 'Proposal'], stageProbabilities: { Lead: 0.1 } },
      people: [person('ana')],
      metrics: [metricOf('forecast', forecast, { unit: 'money' })],
    })
    const facts = [openDeal(), openDeal({ stage: 'Proposal' }), openDeal({ stage: null })]
    expect(told(facts, on)).toEqual([
      '1 × an open deal without a stage adds nothing to a weighted sum of money',
      '1 × the stage "Proposal" has no probability: its deals add nothing to a weighted sum of money',
    ])
  })

  test('[F36] a metric that asks whether a field exists knows that some facts lack it', () => {
    const where = [{ field: 'fields.Seats', exists: true }]
    const seats = metricOf('seats', deals('closedAt', where, { measure: { sum: 'fields.Seats' } }))
    expect(told([sound({ fields: null })], floorOf({ people: [person('ana')], metrics: [seats] }))).toEqual(
      [],
    )
  })

  test('[F37] an open deal in a stage that the floor does not name', () => {
    expect(told([openDeal({ stage: 'Propsal' }), sound({ stage: 'Closed Won' })])).toEqual([
      '1 × the floor names no stage "Propsal"; did you mean "Proposal"?',
    ])
  })

  test.each([
    ['plan a', 'no metric asks for the product "plan a"; did you mean "Plan A"?'],
    ['Plan B', 'no metric asks for the product "Plan B"'],
  ])('[F38] the product %s', (product, what) => {
    expect(told([sound({ product })])).toEqual([`1 × ${what}`])
  })

  test('[F38] a text that is another only by its look, in any field that a metric asks for', () => {
    expect(told([sound({ fields: { ...fields, Region: 'north ' } })])).toEqual([
      '1 × no metric asks for the fields.Region "north "; did you mean "North"?',
    ])
  })
})

describe('what stands of it', () => {
  const faulty = (id: string) => aCall({ id, kind: 'Call' })

  test('[F39] a fault goes with its last fact, mended or withdrawn', () => {
    const under = createTestFloor(floor)
    under.write(faulty('a'), faulty('b'))
    const [fault] = under.engine.faults()
    expect(fault).toMatchObject({ count: 2, first: { id: 'a' }, latest: { id: 'b' } })
    under.withdraw('a')
    expect(under.engine.faults()).toMatchObject([{ count: 1, first: { id: 'b' }, latest: { id: 'b' } }])
    under.write(aCall({ id: 'b' }))
    expect(under.engine.faults()).toEqual([])
  })

  test('[F39] facts of two faults count for both, once each', () => {
    const nobody = { rep: 'nobody', share: 0.5 }
    const under = createTestFloor(floor)
    under.write(aCall({ kind: 'Call', credits: [nobody, nobody] }))
    expect(under.engine.faults().map(({ fault, count }) => [fault.code, count])).toEqual([
      ['unknown-person', 1],
      ['unused-kind', 1],
    ])
  })

  test('[F39] of many different faults those beyond 5,000 are counted together', () => {
    const facts = Array.from({ length: 5010 }, (_, index) => aCall({ kind: `kind ${index}` }))
    const lines = told(facts)
    expect(lines).toHaveLength(5001)
    expect(lines[0]).toBe('10 × more kinds of activity that no metric counts than can be listed')
  })
})

describe('one source spelled in two ways', () => {
  const from = (source: string, id: string) => sound({ source, id })

  test('[F26] is told of the spelling with fewer facts, as long as any of them stands', () => {
    const under = createTestFloor(floor)
    const words = createFaultWords(under.engine.model)
    const said = () =>
      under.engine.faults().map(({ fault, count }) => ({ code: fault.code, count, ...words(fault) }))
    under.write(from('Salesforce', '1'), from('Salesforce', '2'), from('salesforce\u00a0', '3'))
    under.write(from('hubspot', '4'))
    const told = {
      code: 'second-spelling',
      count: 1,
      what: 'facts come from "salesforce\u00a0" and from "Salesforce", which are one source spelled in two ways',
      todo: 'Have all of it sent as "Salesforce", and withdraw what stands from "salesforce\u00a0". Until then a fact that came from both counts twice.',
    }
    expect(said()).toEqual([told])
    const { model } = under.engine
    expect(createEngine(model, structuredClone(under.engine.snapshot())).faults()).toEqual(
      under.engine.faults(),
    )
    under.withdraw('3')
    expect(said()).toEqual([])
  })

  test('[F26] of as many facts, the spelling that came first is the name', () => {
    expect(told([from('crm', '1'), from('CRM', '2')])).toEqual([
      '1 × facts come from "CRM" and from "crm", which are one source spelled in two ways',
    ])
  })

  test('[F26] three spellings are two faults, among the others by how many facts have them', () => {
    expect(
      told([
        ...['1', '2', '3'].map((id) => from('crm', id)),
        ...['4', '5'].map((id) => from('CRM', id)),
        from('Crm', '6'),
        aCall({ kind: 'Call', source: 'crm', id: '7' }),
      ]),
    ).toEqual([
      '2 × facts come from "CRM" and from "crm", which are one source spelled in two ways',
      '1 × facts come from "Crm" and from "crm", which are one source spelled in two ways',
      '1 × no metric counts activities of the kind "Call"; did you mean "call"?',
    ])
  })
})
