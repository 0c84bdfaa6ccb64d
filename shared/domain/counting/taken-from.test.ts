import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Fact } from '../../wire/fact.ts'
import { call, createTestFloor, floorOf, metricOf, person, team, win } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createEngine } from './engine.ts'
import { createExplainer } from './explain.ts'
import { createFloorModel } from './floor-model.ts'

const noon = '2026-11-20T12:00:00Z'
const calls = metricOf('calls', {
  from: 'activity',
  where: [{ field: 'kind', is: 'call' }],
  date: 'at',
})
const talk = metricOf('talk', {
  from: 'activity',
  where: [
    { field: 'kind', is: 'call' },
    { field: 'durationSeconds', atLeast: 60 },
  ],
  date: 'at',
})
const teams = [
  team('sales'),
  team('east', { parent: 'sales', timeZone: 'America/New_York' }),
  team('west', { parent: 'sales', timeZone: 'America/Los_Angeles' }),
]
const people = [
  person('ana', { team: [{ team: 'east' }, { team: 'west', from: '2026-11-10' }] }),
  person('bo', { team: 'west' }),
  person('cy'),
]
const floor = (takenFrom: readonly object[], more: object = {}) =>
  createTestFloor(floorOf({ floor: { takenFrom }, teams, people, metrics: [calls, talk], ...more }))
const dialer = (rep: string, at: string, more: object = {}) => call(rep, at, { source: 'aircall', ...more })
const crm = (rep: string, at: string, more: object = {}) => call(rep, at, { source: 'hubspot', ...more })

describe('a call that the dialer and the CRM report', () => {
  test('[N87] counts once by the floor’s rule, whichever came first, and twice without one', () => {
    for (const [rules, count] of [
      [[{ kinds: ['call'], source: 'aircall' }], 1],
      [[], 2],
    ] as const) {
      const { write, value, engine } = floor(rules)
      write(crm('ana', noon), dialer('ana', noon, { durationSeconds: 75 }))
      expect(value('calls', 'org', 'day', noon)).toBe(count)
      expect(value('calls', 'ana', 'day', noon)).toBe(count)
      expect(value('talk', 'east', 'month', noon)).toBe(0)
      expect(value('talk', 'west', 'month', noon)).toBe(1)
      expect([engine.asideOf('hubspot'), engine.asideOf('aircall')]).toEqual([2 - count, 0])
    }
  })

  test('[N87] what the floor does not count has no faults, and other kinds and deals count from anywhere', () => {
    const kinds = [{ kinds: ['call'], source: 'aircall' }]
    const { write, value, engine } = floor(kinds, {
      metrics: [
        calls,
        metricOf('all', { from: 'activity', date: 'at' }),
        metricOf('wins', { from: 'deal', date: 'closedAt' }),
      ],
    })
    write(
      crm('ana', '1980-01-01T12:00:00Z'),
      crm('ana', noon, { kind: 'meeting' }),
      win('ana', noon, 10, { source: 'hubspot' }),
    )
    expect(engine.faults()).toEqual([])
    expect(['calls', 'all', 'wins'].map((metric) => value(metric, 'org', 'all', noon))).toEqual([0, 1, 1])
    expect(engine.faultsOf(Fact.parse(crm('ana', '1980-01-01T12:00:00Z')), Date.parse(noon))).toEqual([])
  })

  test('[F123] a deal that was entered by hand and is in the CRM counts once, with all that its history counts for', () => {
    const wins = metricOf('wins', { from: 'deal', where: [{ field: 'status', is: 'won' }], date: 'closedAt' })
    const winning = metricOf('winning', {
      from: 'activity',
      where: [{ field: 'kind', is: 'deal.won' }],
      date: 'at',
    })
    for (const [rules, counts] of [
      [[], 2],
      [[{ kinds: ['deal'], source: 'hubspot' }], 1],
      [[{ kinds: ['deal'], source: 'hubspot', since: '2026-11-21' }], 2],
      [[{ kinds: ['deal'], source: 'hubspot', team: 'west' }], 1],
      [[{ kinds: ['deal'], source: 'hubspot', rep: 'bo' }], 2],
    ] as const) {
      const { write, value, engine } = floor(rules, { metrics: [wins, winning, calls] })
      const byHand = win('ana', noon, 10, { source: 'by-hand' })
      write(byHand, win('ana', noon, 12, { source: 'hubspot' }), dialer('ana', noon))
      expect(['wins', 'winning', 'calls'].map((id) => value(id, 'org', 'month', noon))).toEqual([
        counts,
        counts,
        1,
      ])
      expect([engine.asideOf('by-hand'), engine.wonDeals.recent.all().length]).toEqual([2 - counts, counts])
    }
  })

  test('[F123] a deal without any date is of the rules that hold last, and of the team that its person is on last', () => {
    const open = metricOf('open', {
      from: 'deal',
      date: 'createdAt',
      where: [{ field: 'status', is: 'open' }],
    })
    const rules = [
      { kinds: ['deal'], source: 'by-hand', team: 'west' },
      { kinds: ['deal'], source: 'hubspot', team: 'west', since: '2026-12-01' },
    ]
    const { write, engine } = floor(rules, { metrics: [open] })
    for (const source of ['by-hand', 'hubspot'])
      write({ ...win('ana', noon, 10, { source }), status: 'open', closedAt: null, createdAt: null })
    expect([engine.asideOf('by-hand'), engine.asideOf('hubspot')]).toEqual([1, 0])
  })

  test('[N88] the nearest rule decides: a person’s, their team’s of that day, one above, the floor’s', () => {
    const { write, value } = floor([
      { kinds: ['call'], source: 'aircall' },
      { kinds: ['Call', 'call'], source: 'dialpad', team: 'sales' },
      { kinds: ['call'], source: 'zoom', team: 'west' },
      { kinds: ['call'], source: 'hubspot', rep: 'bo' },
    ])
    const everywhere = (rep: string, at: string): void =>
      write(
        ...['aircall', 'dialpad', 'zoom', 'hubspot'].map((source, index) =>
          call(rep, at, { source, durationSeconds: index }),
        ),
      )
    // Ana was on the east team until the tenth, by the clock of New York.
    everywhere('ana', '2026-11-10T04:59:00Z')
    everywhere('ana', '2026-11-12T12:00:00Z')
    everywhere('bo', noon)
    everywhere('cy', noon)
    everywhere('nobody', noon)
    expect(value('calls', 'org', 'month', noon)).toBe(5)
    expect(value('calls', 'east', 'month', noon)).toBe(1)
    expect(value('calls', 'west', 'month', noon)).toBe(2)
    expect(value('calls', 'unassigned', 'month', noon)).toBe(1)
  })

  test('[N88] a rule holds from its day on, by the clock of that person’s office; the days before keep the rule before it', () => {
    const { write, value } = floor([
      { kinds: ['call'], source: 'hubspot', since: '2026-11-01' },
      { kinds: ['call'], source: 'aircall', since: '2026-11-15' },
    ])
    const both = (at: string): void => write(dialer('bo', at), crm('bo', at))
    both('2026-10-20T12:00:00Z')
    both('2026-11-15T07:59:00Z')
    write(
      dialer('bo', '2026-11-15T08:00:00Z'),
      dialer('bo', '2026-11-15T08:30:00Z'),
      crm('bo', '2026-11-15T08:00:00Z'),
    )
    expect(value('calls', 'bo', '2026-10-01..2026-11-01', noon)).toBe(2)
    expect(value('calls', 'bo', '2026-11-14..2026-11-15', noon)).toBe(1)
    expect(value('calls', 'bo', '2026-11-15..2026-11-16', noon)).toBe(2)
  })

  test('[H43] [N89] where a number is explained, what stands aside is told, if it would be in that number', () => {
    const file = floorOf({
      floor: { takenFrom: [{ kinds: ['call'], source: 'aircall' }] },
      ...{ teams, people, metrics: [calls, talk] },
    })
    const model = createFloorModel(file)
    const days = { from: parseDay('2026-11-20'), to: parseDay('2026-11-21') }
    const subject = model.roster.subjectOf('bo') ?? -1
    const explainer = createExplainer(model, 'calls', [{ subject, days }])
    const unusedOf = (fact: object) =>
      explainer?.of({ fact: Fact.parse(fact), history: [], receivedAt: Date.parse(noon) }).unused
    expect(unusedOf(crm('bo', noon))).toBe('aside')
    expect(unusedOf(dialer('bo', noon))).toBeNull()
    expect(unusedOf(crm('bo', '2026-11-18T12:00:00Z'))).toBeNull()
    expect(unusedOf(crm('ana', noon))).toBeNull()
    expect(unusedOf(crm('bo', noon, { kind: 'meeting' }))).toBeNull()
  })

  test('[N87] sources and kinds are compared as names are', () => {
    const { write, value } = floor([{ kinds: ['call'], source: 'Aircall\u00a0EU' }])
    write(dialer('ana', noon, { source: 'Aircall EU' }), crm('ana', noon))
    expect(value('calls', 'org', 'day', noon)).toBe(1)
  })

  test('[N87] whatever comes, is corrected and goes again, it counts as if counted anew, also from a snapshot', () => {
    const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
    console.info(`calls of several sources: FLOORBOARD_SEED=${seed}`)
    const sources = ['aircall', 'hubspot', 'dialpad']
    const someRule = fc.record(
      {
        kinds: fc.constantFrom<string[]>(['call'], ['meeting'], ['call', 'meeting']),
        source: fc.constantFrom(...sources),
        rep: fc.constantFrom(undefined, undefined, 'ana', 'bo'),
        since: fc.constantFrom(undefined, '2026-11-05', '2026-11-10'),
      },
      { requiredKeys: ['kinds', 'source'] },
    )
    const someFact = fc.record({
      id: fc.integer({ min: 0, max: 5 }).map(String),
      source: fc.constantFrom(...sources),
      kind: fc.constantFrom('call', 'meeting'),
      rep: fc.constantFrom('ana', 'bo', 'cy', 'nobody'),
      day: fc.integer({ min: 1, max: 15 }),
      gone: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(someRule, { maxLength: 4 }),
        fc.array(someFact, { maxLength: 30 }),
        (rules, facts) => {
          const file = floorOf({ floor: { takenFrom: rules }, people, metrics: [calls] })
          const model = createFloorModel(file)
          let engine = createEngine(model)
          const standing = new Map<string, { fact: Fact; history: []; receivedAt: number }>()
          facts.forEach(({ id, source, kind, rep, day, gone }, index) => {
            const key = `${source} ${id}`
            const fact = Fact.parse({
              ...{ source, id, type: 'activity', kind, credits: [{ rep }] },
              at: `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`,
            })
            const before = standing.get(key) ?? null
            const after = gone ? null : { fact, history: [] as [], receivedAt: 0 }
            engine.apply(before, after, index)
            if (after === null) standing.delete(key)
            else standing.set(key, after)
            if (index === 10) engine = createEngine(model, structuredClone(engine.snapshot()))
          })
          // Slow and obvious: of each fact, which rule is the nearest.
          const counts = ({ fact }: { fact: Fact }): boolean => {
            if (fact.type !== 'activity' || fact.kind !== 'call') return false
            const rep = fact.credits[0]?.rep
            const fitting = rules
              .filter((rule) => rule.kinds.includes('call') && (rule.rep === undefined || rule.rep === rep))
              .filter(({ since = '' }) => since <= fact.at.slice(0, 10))
              .sort(
                (a, b) =>
                  Number(b.rep !== undefined) - Number(a.rep !== undefined) ||
                  ((a.since ?? '') < (b.since ?? '') ? 1 : -1),
              )
            return fitting[0] === undefined || fitting[0].source === fact.source
          }
          const repeated = rules.some((rule, index) =>
            rules.some(
              (other, at) =>
                at < index &&
                rule.rep === other.rep &&
                rule.since === other.since &&
                rule.kinds.some((each) => other.kinds.includes(each)),
            ),
          )
          fc.pre(!repeated)
          const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
          const metric = model.metric('calls')?.index ?? -1
          expect(engine.value(metric, [{ subject: 0, days: all }])).toBe(
            [...standing.values()].filter(counts).length,
          )
        },
      ),
      { seed, numRuns: propertyRuns(300) },
    )
  })
})
