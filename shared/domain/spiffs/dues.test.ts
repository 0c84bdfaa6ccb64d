import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { Fact } from '../../wire/fact.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { Spiff } from '../../wire/spiffs.ts'
import type { ThanksHow } from '../../wire/thanks.ts'
import { thanksFactOf } from '../facts/thanks.ts'
import { call, calls, createTestFloor, floorOf, person, team, win } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { duesOf, rulesOfSpiff, type SpiffDecision, type SpiffDue, sumsOf, weekOf } from './dues.ts'
import { type Earned, earnedIn, reachedEach } from './earned.ts'
import { spiffWarnings } from './guards.ts'
import { createHelpsIn } from './helps.ts'
import { createSpiffTrial } from './trial.ts'

const spiffOf = (fields: object): Spiff =>
  Spiff.parse({
    ...{ id: 'hands', name: 'Helping hands', for: 'help', amount: 10, budget: 100 },
    ...{ from: '2026-11-16', until: '2026-11-29', state: 'running' },
    ...fields,
  })

const file = (spiff: object, more: object = {}): FloorFile =>
  floorOf({
    floor: { thanks: {} },
    teams: [
      team('east', { timeZone: 'America/New_York' }),
      team('west', { timeZone: 'America/Los_Angeles' }),
    ],
    people: [
      person('ana', { team: 'east' }),
      person('bo', { team: 'east' }),
      person('cy', { team: 'west' }),
      person('di', { team: [{ team: 'west' }, { team: 'east', from: '2026-11-20' }] }),
    ],
    metrics: [calls],
    spiffs: [spiff],
    ...more,
  })

let nextId = 0
const thanks = (helper: string, helped: string, at: string, how: ThanksHow | null = null): object =>
  thanksFactOf({
    ...{ id: `t${nextId++}`, helper, helped, words: 'Took my demo.', account: null, how, way: 'helped' },
    at: Date.parse(at),
  })
const shared = (owner: string, helper: string, at: string, id = `won ${nextId++}`): object =>
  win(owner, at, 900, {
    id,
    credits: [
      { rep: owner, share: 0.8, role: 'owner' },
      { rep: helper, share: 0.2, role: 'assist' },
    ],
  })

/** A floor whose standing facts are at hand, as the log has them. */
const floorWith = (spiff: Spiff, facts: readonly object[], more: object = {}) => {
  const floor = createTestFloor(file(spiff, more))
  const standing = new Map<string, Fact>()
  const write = (value: object): void => {
    const fact = Fact.parse(value)
    floor.write(fact)
    standing.set(fact.id, fact)
  }
  const withdraw = (id: string): void => {
    floor.withdraw(id)
    standing.delete(id)
  }
  for (const fact of facts) write(fact)
  const { model, contestSteps } = floor.engine
  const earned = (): readonly Earned[] => {
    const helpsIn = createHelpsIn(model)
    const helps = [...standing.values()].flatMap((fact) => helpsIn({ fact, history: [], receivedAt: 0 }))
    return earnedIn(spiff, model, helps, contestSteps)
  }
  const rules = rulesOfSpiff(spiff, 100, 0)
  return {
    ...{ standing, write, withdraw, earned, rules, model },
    dues: (decisions: readonly SpiffDecision[] = []) => duesOf(rules, earned(), decisions),
  }
}

const said = (dues: readonly SpiffDue[]): readonly string[] =>
  dues.map(({ earned: { person: id, other }, amountMinor, cut, changed, decision }) =>
    [id, other, amountMinor / 100, cut, decision && (decision.approved ? 'approved' : 'refused'), changed]
      .filter((each) => each !== null)
      .join(' '),
  )
const approve = ({ earned, amountMinor }: SpiffDue): SpiffDecision => ({
  ...earned,
  approved: true,
  amountMinor,
})

describe('what a spiff pays for', () => {
  test('[K28] a confirmed help, a part in a colleague’s won deal, a handover', () => {
    const facts = [
      thanks('ana', 'bo', '2026-11-17T15:00:00Z', 'sat-in'),
      thanks('bo', 'cy', '2026-11-17T16:00:00Z', 'handed-over'),
      shared('cy', 'ana', '2026-11-18T15:00:00Z'),
      // Alone, taken back in full, not won, and help that another program sends.
      win('cy', '2026-11-18T15:00:00Z', 100),
      { ...shared('cy', 'bo', '2026-11-18T15:00:00Z'), amount: { minor: -900, currency: 'USD' } },
      { ...shared('cy', 'bo', '2026-11-18T15:00:00Z'), status: 'lost' },
      call('ana', '2026-11-18T15:00:00Z', { kind: 'help' }),
      call('di', '2026-11-19T15:00:00Z', { kind: 'handover' }),
    ]
    expect(said(floorWith(spiffOf({}), facts).dues())).toEqual(['ana bo 10', 'bo cy 10'])
    expect(said(floorWith(spiffOf({ how: ['sat-in'] }), facts).dues())).toEqual(['ana bo 10'])
    expect(said(floorWith(spiffOf({ for: 'shared-win' }), facts).dues())).toEqual(['ana cy 10'])
    expect(said(floorWith(spiffOf({ for: 'handover' }), facts).dues())).toEqual(['bo cy 10', 'di 10'])
  })

  test('[K28] each so many of a metric, of which the last is taken back by a correction', () => {
    const spiff = spiffOf({ for: 'metric', metric: 'calls', each: 2 })
    const at = (hour: number): string => `2026-11-17T${hour}:00:00Z`
    const floor = floorWith(spiff, [
      ...[10, 11, 12, 13, 14].map((hour) => call('ana', at(hour), { id: `c${hour}` })),
      call('bo', at(15)),
    ])
    expect(said(floor.dues())).toEqual(['ana 10', 'ana 10'])
    expect(floor.dues().map(({ earned }) => new Date(earned.at).getUTCHours())).toEqual([11, 13])
    const approved = floor.dues().map(approve)
    floor.withdraw('c10')
    floor.withdraw('c11')
    expect(said(floor.dues(approved))).toEqual(['ana 10 approved', 'ana 10 approved gone'])
    expect(reachedEach([{ at: 1, day: 1, adds: 5 }, { at: 2, day: 1, adds: -3 }, { at: 3, day: 2, adds: 2 }], 2, 9)) // biome-ignore format: one line
      .toEqual([
        { at: 1, day: 1 },
        { at: 3, day: 2 },
      ])
  })

  test('[K29] on its days by each one’s own clock, in its team and role of the day, not in a pause, and only of the floor', () => {
    // Monday in New York, still Sunday in Los Angeles.
    const first = '2026-11-16T06:30:00Z'
    const facts = [
      thanks('ana', 'bo', first),
      thanks('cy', 'bo', first),
      thanks('di', 'bo', '2026-11-19T18:00:00Z'),
      thanks('di', 'cy', '2026-11-20T18:00:00Z'),
      thanks('ana', 'cy', '2026-11-24T18:00:00Z'),
      thanks('ana', 'nobody', '2026-11-24T18:00:00Z'),
      thanks('ana', 'di', '2026-11-30T18:00:00Z'),
    ]
    expect(said(floorWith(spiffOf({}), facts).dues())).toEqual([
      'ana bo 10',
      'di bo 10',
      'di cy 10',
      'ana cy 10',
    ])
    expect(said(floorWith(spiffOf({ team: 'east' }), facts).dues())).toEqual([
      'ana bo 10',
      'di cy 10',
      'ana cy 10',
    ])
    expect(said(floorWith(spiffOf({ people: ['di'] }), facts).dues())).toHaveLength(2)
    const pauses = [{ from: '2026-11-19', until: '2026-11-20' }]
    expect(said(floorWith(spiffOf({ pauses }), facts).dues())).toEqual(['ana bo 10', 'ana cy 10'])
    const left = { people: [person('ana', { endedOn: '2026-11-20' }), person('bo'), person('cy')] }
    expect(said(floorWith(spiffOf({}), facts, left).dues())).toEqual(['ana bo 10', 'cy bo 10'])
  })
})

describe('what limits it', () => {
  test('[K30] in the order in which it was earned, cut to what is left of a cap and the budget', () => {
    const on = (day: number, hour = 15): string => `2026-11-${day}T${hour}:00:00Z`
    const facts = [
      thanks('ana', 'bo', on(16)),
      thanks('ana', 'cy', on(16, 16)),
      thanks('ana', 'di', on(17)),
      thanks('ana', 'bo', on(23)),
      thanks('cy', 'di', on(24)),
    ]
    const caps = (given: object) => floorWith(spiffOf({ caps: given }), facts).dues()
    expect(said(caps({ perDay: 15 }))[1]).toBe('ana cy 5 per-day')
    expect(said(caps({ perWeek: 15 }))).toEqual([
      'ana bo 10',
      'ana cy 5 per-week',
      'ana di 0 per-week',
      'ana bo 10',
      'cy di 10',
    ])
    expect(said(caps({ perPerson: 25 })).slice(2, 4)).toEqual(['ana di 5 per-person', 'ana bo 0 per-person'])
    expect(said(floorWith(spiffOf({ budget: 34 }), facts).dues()).slice(3)).toEqual([
      'ana bo 4 budget',
      'cy di 0 budget',
    ])
  })

  test('[K31] two people who take turns are paid no more often than a pair is', () => {
    const turns = Array.from({ length: 8 }, (_, nth) => {
      const [helper, helped] = nth % 2 === 0 ? ['ana', 'bo'] : ['bo', 'ana']
      return thanks(helper ?? '', helped ?? '', `2026-11-1${6 + Math.floor(nth / 2)}T1${nth}:00:00Z`)
    })
    const dues = floorWith(spiffOf({}), [...turns, thanks('ana', 'cy', '2026-11-20T15:00:00Z')]).dues()
    expect(sumsOf(dues)).toEqual({ approvedMinor: 0, dueMinor: 3000, waiting: 3 })
    expect(said(dues).filter((line) => line.endsWith('pair'))).toHaveLength(6)
  })

  test('[K32] what was approved is taken off first; what is refused takes nothing, and frees what it would have taken', () => {
    const facts = [
      thanks('ana', 'bo', '2026-11-16T15:00:00Z'),
      thanks('ana', 'bo', '2026-11-17T15:00:00Z'),
      thanks('bo', 'ana', '2026-11-18T15:00:00Z'),
    ]
    const floor = floorWith(spiffOf({}), facts)
    const [first, second, third] = floor.dues()
    if (!first || !second || !third) throw new Error('three are earned')
    const refused = { ...second.earned, approved: false, amountMinor: 0 }
    expect(said(floor.dues([refused]))).toEqual(['ana bo 10', 'ana bo 0 refused', 'bo ana 10'])
    // An earlier one that comes late finds what is left.
    floor.write(thanks('bo', 'ana', '2026-11-16T10:00:00Z'))
    expect(said(floor.dues([approve(first), approve(second)]))).toEqual([
      'bo ana 0 pair',
      'ana bo 10 approved',
      'ana bo 10 approved',
      'bo ana 0 pair',
    ])
    floor.withdraw(String(Fact.parse(facts[0]).id))
    expect(said(floor.dues([approve(first)])).at(-1)).toBe('ana bo 10 approved gone')
    const moved = floorWith(spiffOf({ for: 'shared-win' }), [shared('bo', 'ana', '2026-11-17', 'one')])
    const decided = moved.dues().map(approve)
    moved.write(shared('bo', 'ana', '2026-11-19', 'one'))
    expect(said(moved.dues(decided))).toEqual(['ana bo 10 approved moved'])
    moved.write({ ...shared('bo', 'ana', '2026-11-19', 'one'), status: 'open' })
    expect(said(moved.dues(decided))).toEqual(['ana bo 10 approved gone'])
  })
})

const people = ['ana', 'bo', 'cy', 'di'] as const
const instant = fc
  .integer({ min: 0, max: 16 * 24 * 60 })
  .map((minutes) => new Date(Date.parse('2026-11-15T00:00:00Z') + minutes * 60_000).toISOString())
const anyStep = fc.record({
  // Mostly what the spiff pays for.
  what: fc.constantFrom('fact', 'fact', 'fact', 'fact', 'fact', 'other', 'withdraw', 'approve', 'refuse'),
  id: fc.integer({ min: 0, max: 60 }),
  one: fc.constantFrom(...people, 'ana', 'bo'),
  other: fc.constantFrom(...people, 'ana', 'bo'),
  at: instant,
})
const anySpiff = fc
  .record({
    kind: fc.constantFrom(
      { for: 'help' },
      { for: 'shared-win' },
      { for: 'handover' },
      { for: 'metric', metric: 'calls' },
      { for: 'metric', metric: 'calls', each: 3 },
    ),
    team: fc.constantFrom({}, { team: 'west' }),
    amount: fc.constantFrom(1, 7.5, 10),
    budget: fc.integer({ min: 10, max: 150 }),
    caps: fc.record(
      {
        perDay: fc.integer({ min: 1, max: 30 }),
        perWeek: fc.integer({ min: 1, max: 60 }),
        perPerson: fc.integer({ min: 1, max: 60 }),
        pairPerWeek: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: [] },
    ),
    pauses: fc.constantFrom([], [{ from: '2026-11-18', until: '2026-11-19' }]),
  })
  .map(({ kind, team: of, ...rest }) => spiffOf({ ...kind, ...of, ...rest }))

type Floor = ReturnType<typeof floorWith>

const dates = {
  east: new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }),
  west: new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }),
}

/** The slow, obvious way: everything that stands is looked at for each payment. */
const naive = (spiff: Spiff, floor: Floor, decisions: readonly SpiffDecision[]) => {
  const zoneOf = (id: string, at: number): keyof typeof dates =>
    id === 'cy' || (id === 'di' && at < Date.parse('2026-11-20T05:00:00Z')) ? 'west' : 'east'
  const dayOf = (id: string, at: number): number => {
    const day = parseDay(dates[zoneOf(id, at)].format(at))
    return id === 'di' && at < Date.parse('2026-11-20T05:00:00Z')
      ? Math.min(day, parseDay('2026-11-19'))
      : day
  }
  const counts = (id: string, day: number): boolean => {
    const isWest = id === 'cy' || (id === 'di' && day < parseDay('2026-11-20'))
    const isPaused = spiff.pauses.some(
      ({ from, until }) => day >= parseDay(from) && day <= parseDay(until ?? '2199-01-01'),
    )
    return (
      day >= parseDay(spiff.from) &&
      day <= parseDay(spiff.until) &&
      !isPaused &&
      (spiff.team === undefined || isWest)
    )
  }
  const found: { key: string; who: string; other: string | null; at: number; day: number }[] = []
  for (const fact of floor.standing.values()) {
    const at = Date.parse((fact.type === 'deal' ? fact.closedAt : fact.at) ?? '')
    const add = (who: string, other: string): void => {
      const key = JSON.stringify([fact.source, fact.id, who])
      if (counts(who, dayOf(who, at))) found.push({ key, who, other, at, day: dayOf(who, at) })
    }
    const how = fact.fields?.['how']
    if (spiff.for === 'help' && fact.source === 'thanks')
      add(fact.credits[0]?.rep ?? '', String(fact.fields?.['helped']))
    if (spiff.for === 'handover' && fact.source === 'thanks' && how === 'handed-over')
      add(fact.credits[0]?.rep ?? '', String(fact.fields?.['helped']))
    if (spiff.for === 'shared-win' && fact.type === 'deal')
      add(fact.credits[1]?.rep ?? '', fact.credits[0]?.rep ?? '')
  }
  if (spiff.for === 'metric')
    for (const who of people) {
      const own = [...floor.standing.values()]
        .flatMap((fact) =>
          fact.type === 'activity' && fact.kind === 'call' && fact.credits[0]?.rep === who
            ? [Date.parse(fact.at)]
            : [],
        )
        .filter((at) => counts(who, dayOf(who, at)))
        .sort((a, b) => a - b)
      const each = spiff.each ?? 1
      for (let nth = 1; nth * each <= own.length; nth += 1) {
        const at = own[nth * each - 1] ?? 0
        found.push({ key: JSON.stringify([nth, who]), who, other: null, at, day: dayOf(who, at) })
      }
    }
  found.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const paid = decisions
    .filter(({ approved }) => approved)
    .map(({ person: who, other, day, amountMinor }) => ({ who, other, day, amountMinor }))
  const { caps } = spiff
  return found.flatMap(({ key, who, other, day }) => {
    if (decisions.some((decision) => decision.key === key)) return []
    const sum = (isIn: (one: (typeof paid)[number]) => boolean): number =>
      paid.filter(isIn).reduce((all, { amountMinor }) => all + amountMinor, 0)
    const inWeek = (one: { day: number }): boolean => weekOf(one.day, 0) === weekOf(day, 0)
    const pairs = paid.filter(
      (one) =>
        inWeek(one) &&
        one.amountMinor > 0 &&
        other !== null &&
        ((one.who === who && one.other === other) || (one.who === other && one.other === who)),
    ).length
    const amountMinor =
      other !== null && pairs >= caps.pairPerWeek
        ? 0
        : Math.max(
            0,
            Math.min(
              Math.round(spiff.amount * 100),
              spiff.budget * 100 - sum(() => true),
              (caps.perDay ?? 1e9) * 100 - sum((one) => one.who === who && one.day === day),
              (caps.perWeek ?? 1e9) * 100 - sum((one) => one.who === who && inWeek(one)),
              (caps.perPerson ?? 1e9) * 100 - sum((one) => one.who === who),
            ),
          )
    paid.push({ who, other, day, amountMinor })
    return [{ key, amountMinor }]
  })
}

test('[K30][K31][K32] whatever comes, is corrected, withdrawn and decided: what is due is the slow recomputation, and never more than caps and budget', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), anySpiff, (steps, spiff) => {
      const floor = floorWith(spiff, [])
      const decisions: SpiffDecision[] = []
      for (const { what, id, one, other, at } of steps) {
        const fact = `fact ${id}`
        if (what === 'withdraw') floor.withdraw(fact)
        else if (what === 'approve' || what === 'refuse') {
          const open = floor.dues(decisions).filter((due) => due.decision === null && due.amountMinor > 0)
          const due = open[id % Math.max(1, open.length)]
          if (due === undefined) continue
          const approved = what === 'approve'
          decisions.push({ ...due.earned, approved, amountMinor: approved ? due.amountMinor : 0 })
        } else {
          const kinds = { help: 'thanks', handover: 'thanks', 'shared-win': 'win', metric: 'call' } as const
          const kind = what === 'fact' ? kinds[spiff.for] : (['thanks', 'win', 'call'] as const)[id % 3]
          if (kind !== 'call' && one === other) continue
          if (floor.standing.has(fact)) floor.withdraw(fact)
          const how = id % 3 === 0 ? null : ('handed-over' as const)
          if (kind === 'call') floor.write(call(one, at, { id: fact }))
          else if (kind === 'win') floor.write(shared(one, other, at, fact))
          else floor.write({ ...thanks(one, other, at, how), id: fact })
        }
      }
      const dues = floor.dues(decisions)
      const due = dues.filter(({ decision }) => decision === null)
      expect(due.map(({ earned: { key }, amountMinor }) => ({ key, amountMinor }))).toEqual(
        naive(spiff, floor, decisions),
      )
      // What was approved is there to the cent, whatever became of it.
      expect(
        dues.flatMap(({ decision, amountMinor }) => (decision?.approved ? [amountMinor] : [])).sort(),
      ).toEqual(decisions.flatMap(({ approved, amountMinor }) => (approved ? [amountMinor] : [])).sort())
      const { approvedMinor, dueMinor } = sumsOf(dues)
      expect(approvedMinor + dueMinor).toBeLessThanOrEqual(spiff.budget * 100)
      const limits: readonly (readonly [number | undefined, (one: SpiffDue) => string])[] = [
        [spiff.caps.perDay, ({ earned }) => `${earned.person} ${earned.day}`],
        [spiff.caps.perWeek, ({ earned }) => `${earned.person} ${weekOf(earned.day, 0)}`],
        [spiff.caps.perPerson, ({ earned }) => earned.person],
      ]
      // By the days on which they were decided.
      const counted = dues.map((one) => ({ ...one, earned: one.decision ?? one.earned }))
      for (const [most, placeOf] of limits) {
        const sums = new Map<string, number>()
        for (const one of counted) sums.set(placeOf(one), (sums.get(placeOf(one)) ?? 0) + one.amountMinor)
        if (most !== undefined) expect(Math.max(0, ...sums.values())).toBeLessThanOrEqual(most * 100)
      }
    }),
    { numRuns: propertyRuns(50) },
  )
})

describe('before it runs', () => {
  const now = Date.parse('2026-11-27T20:00:00Z')
  const tried = (spiff: Spiff, facts: readonly object[], more: object = {}) => {
    const trial = createSpiffTrial(spiff, file(spiff, more), now)
    for (const fact of facts) trial.take({ fact: Fact.parse(fact), history: [], receivedAt: 0 })
    const past = trial.dues()
    const { model } = floorWith(spiff, [], more)
    return { past, warnings: spiffWarnings({ spiff, model, past }) }
  }
  const many = (count: number): readonly object[] =>
    Array.from({ length: count }, (_, nth) =>
      thanks(
        people[nth % 4] ?? 'ana',
        people[(nth + 1 + (nth % 3)) % 4] ?? 'bo',
        `2026-11-${String(2 + (nth % 24)).padStart(2, '0')}T15:00:00Z`,
      ),
    )

  test('[K34] it is tried on the last four weeks: caps hold, the budget does not', () => {
    const spiff = spiffOf({ from: '2026-12-01', until: '2026-12-31', budget: 30, state: 'draft' })
    const { past, warnings } = tried(spiff, many(24))
    expect(sumsOf(past).dueMinor).toBeGreaterThan(3000)
    expect(warnings.map(({ id }) => id)).toEqual(['fast', 'no-cap', 'pair'])
    expect(warnings[0]?.says).toContain('budget would be spent in')
    expect(warnings.at(-1)?.says).toBe(
      'Two people who take turns could bring each other $20 a week, and no more: 2 payments a week between the same two, whichever way round.',
    )
    const metric = spiffOf({ for: 'metric', metric: 'calls', each: 2, caps: { perWeek: 20 }, state: 'draft' })
    const calling = tried(
      metric,
      [1, 2, 3, 4].map((day) => call('ana', `2026-11-2${day}T15:00:00Z`)),
    )
    expect(said(calling.past)).toEqual(['ana 10', 'ana 10'])
    expect(calling.warnings.map(({ id }) => id)).toEqual(['whatever-comes'])
  })

  test('[K34] it says that nobody would be paid, and when one takes most of it', () => {
    const spiff = spiffOf({ caps: { perWeek: 90, pairPerWeek: 5 }, budget: 9000 })
    expect(tried(spiff, [], { floor: {} }).warnings.map(({ id }) => id)).toEqual([
      'no-thanks',
      'nobody',
      'pair',
    ])
    const facts = [
      ...['02', '03', '04', '05'].map((day) => thanks('ana', 'bo', `2026-11-${day}T15:00:00Z`)),
      thanks('bo', 'cy', '2026-11-05T15:00:00Z'),
      thanks('cy', 'di', '2026-11-05T15:00:00Z'),
    ]
    const [first] = tried(spiff, facts).warnings
    expect(first?.says).toBe('ana would have got 67% of it in the last four weeks.')
  })
})

test('[K38] what a spiff cannot be is refused, each by its place', () => {
  const bad = (fields: object): boolean => {
    const { success } = Spiff.safeParse({ ...spiffOf({}), ...fields })
    return !success
  }
  expect(bad({ for: 'metric' })).toBe(true)
  expect(bad({ metric: 'calls' })).toBe(true)
  expect(bad({ for: 'shared-win', how: ['tip'] })).toBe(true)
  expect(bad({ amount: 200 })).toBe(true)
  expect(bad({ amount: 0.001 })).toBe(true)
  expect(bad({ until: '2026-11-01' })).toBe(true)
  expect(bad({ state: 'paused' })).toBe(true)
  expect(bad({ pauses: [{ from: '2026-11-20' }] })).toBe(true)
  expect(bad({ state: 'paused', pauses: [{ from: '2026-11-20' }] })).toBe(false)
  expect(spiffOf({}).caps).toEqual({ pairPerWeek: 2 })
})
