// Points, runs of days and badges against a recomputation from all facts, which shares no code with them: facts that come,
// change and are withdrawn while the clock goes on, with leave put in afterwards.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { Member } from '../people/roster.ts'
import { createTestFloor, floorOf, metricOf, person, team } from '../test-support/test-floor.ts'
import { createSeasonStandings } from './standing.ts'

const people = ['ana', 'bo', 'cy'] as const
type Rep = (typeof people)[number]

/** Three weeks, of which the first and the last are not in it altogether; Monday is the 2nd. */
const from = '2026-03-04'
const until = '2026-03-20'
const firstDay = Date.parse('2026-02-02')
const dayMs = 86_400_000
const dateOf = (day: number): string => new Date(firstDay + day * dayMs).toISOString().slice(0, 10)
/** Of a day of the test's own count. */
const dayOf = (date: string): number => (Date.parse(date) - firstDay) / dayMs
const holiday = '2026-03-11'
const weekendOf = (day: number): boolean => [5, 6].includes(day % 7)

const rules = {
  ...{ id: 'spring', name: 'Spring', from, until, state: 'announced' },
  points: [
    { metric: 'calls', each: 2 },
    { metric: 'sales', each: 3, per: 10 },
  ],
  streaks: [{ metric: 'calls', day: 4, every: 3, gives: 50 }],
  levels: [
    { name: 'One', at: 20 },
    { name: 'Two', at: 60 },
  ],
  badges: [
    { id: 'ten', name: 'Ten', for: { by: 'total', metric: 'calls', value: 10 } },
    { id: 'row', name: 'Row', for: { by: 'streak', metric: 'calls', days: 3 } },
  ],
  teams: [
    {
      metric: 'calls',
      period: 'week',
      tiers: [
        { at: 1, unlocks: 'Lunch', multiplies: 1.5 },
        { at: 0.5, multiplies: 1.25 },
      ],
    },
  ],
}
const callGoal = 2
const teamGoal = 10

const floorWith = (leave: Readonly<Record<string, readonly number[]>>) =>
  floorOf({
    floor: { holidays: [holiday] },
    teams: [team('east')],
    people: people.map((id) =>
      person(id, {
        team: 'east',
        leave: (leave[id] ?? []).map((day) => ({ from: dateOf(day), until: dateOf(day) })),
      }),
    ),
    metrics: [
      metricOf(
        'calls',
        { from: 'activity', where: [{ field: 'kind', is: 'call' }], date: 'at' },
        { indicator: 'input' },
      ),
      metricOf(
        'sales',
        {
          from: 'deal',
          where: [{ field: 'status', is: 'won' }],
          date: 'closedAt',
          measure: { sum: 'amount' },
        },
        { unit: 'money' },
      ),
    ],
    goals: [
      ...people.map((rep) => ({ metric: 'calls', window: 'day', rep, value: callGoal })),
      { metric: 'calls', window: 'week', team: 'east', value: teamGoal },
    ],
    seasons: [rules],
  })

interface Said {
  readonly rep: Rep
  readonly day: number
  /** Null: a call; else whole dollars of a deal. */
  readonly amount: number | null
}

const factOf = (id: string, { rep, day, amount }: Said): object =>
  amount === null
    ? {
        ...{ source: 'dialer', id, type: 'activity', kind: 'call' },
        ...{ at: `${dateOf(day)}T12:00:00Z`, credits: [{ rep }] },
      }
    : {
        ...{ source: 'crm', id, type: 'deal', status: 'won', closedAt: dateOf(day) },
        ...{ amount: { minor: amount * 100, currency: 'USD' }, credits: [{ rep }] },
      }

/** All of it again, the slow way: nothing of what is tested is used. */
const recomputed = (
  facts: readonly Said[],
  rep: Rep,
  today: number,
  leave: readonly number[],
): { points: number; best: number; current: number; ten: string | null; row: string | null } => {
  const [first, last] = [dayOf(from), Math.min(dayOf(until), today)]
  const callsOn = (who: Rep | null, day: number): number =>
    facts.filter((fact) => fact.amount === null && fact.day === day && (who === null || fact.rep === who))
      .length
  const times = (day: number): number => {
    const monday = day - (day % 7)
    const done = Array.from({ length: 7 }, (_, nth) => callsOn(null, monday + nth)).reduce((a, b) => a + b, 0)
    return done >= teamGoal ? 1.5 : done >= teamGoal / 2 ? 1.25 : 1
  }
  let [calls, sales, days, rows, more, total, run, best] = [0, 0, 0, 0, 0, 0, 0, 0]
  let ten: string | null = null
  let row: string | null = null
  for (let day = first; day <= last; day += 1) {
    const done = callsOn(rep, day)
    const sold = facts
      .filter((fact) => fact.amount !== null && fact.day === day && fact.rep === rep)
      .reduce((sum, { amount }) => sum + (amount ?? 0), 0)
    calls += done * 2
    sales += (sold * 3) / 10
    more += (done * 2 + (sold * 3) / 10) * (times(day) - 1)
    total += done
    if (total >= 10) ten ??= dateOf(day)
    if (weekendOf(day) || dateOf(day) === holiday) continue
    if (done >= callGoal) {
      run += 1
      best = Math.max(best, run)
      days += 4
      more += 4 * (times(day) - 1)
      if (run % 3 === 0) rows += 50
      if (run >= 3) row ??= dateOf(day)
    } else if (!leave.includes(day) && day < today) run = 0
  }
  const whole = (value: number) => Math.floor(value + 1e-6)
  return {
    points: whole(calls) + whole(sales) + days + rows + whole(more),
    ...{ best, current: run, ten, row },
  }
}

const said: fc.Arbitrary<Said> = fc.record({
  rep: fc.constantFrom(...people),
  day: fc.integer({ min: 25, max: 50 }),
  // Mostly calls, so that days are on goal.
  amount: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null, freq: 1 }),
})
const write = fc.record({
  id: fc.integer({ min: 0, max: 90 }).map((nth) => `fact ${nth}`),
  said: fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: fc.constant(null) }),
})
const history = fc.record({
  writes: fc.array(fc.record({ write, count: fc.integer({ min: 1, max: 3 }) }), { maxLength: 90 }),
  looks: fc.array(fc.integer({ min: 28, max: 50 }), { minLength: 1, maxLength: 3 }),
  leave: fc.array(fc.integer({ min: 28, max: 50 }), { maxLength: 4 }),
  more: fc.integer({ min: 28, max: 50 }),
})

const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
const options = { seed, numRuns: propertyRuns(60) }

const dayOn = (day: number): number => Date.parse(`${dateOf(day)}T15:00:00Z`)

/** What stands, by id, in whatever order it came. */
const play = (
  file: ReturnType<typeof floorOf>,
  writes: readonly { write: { id: string; said: Said | null }; count: number }[],
) => {
  const floor = createTestFloor(file)
  const standing = new Map<string, Said>()
  for (const { write: each, count } of writes)
    for (let nth = 0; nth < count; nth += 1) {
      const kind = each.said?.amount === null ? 'call' : 'deal'
      const id = `${kind} ${each.id} ${nth}`
      if (each.said === null) {
        for (const gone of [`call ${each.id} ${nth}`, `deal ${each.id} ${nth}`]) {
          floor.withdraw(gone)
          standing.delete(gone)
        }
      } else {
        floor.write(factOf(id, each.said))
        standing.set(id, each.said)
      }
    }
  const member = (rep: Rep): Member => {
    const found = floor.numbers.model.roster.people.find(({ id }) => id === rep)
    if (found === undefined) throw new Error('the floor lacks its people')
    return found
  }
  const [season] = file.seasons
  if (season === undefined) throw new Error('the floor lacks its season')
  return {
    facts: [...standing.values()],
    of: (rep: Rep, day: number) => {
      const standings = createSeasonStandings(floor.numbers, season, dayOn(day))
      return standings.of(member(rep))
    },
  }
}

test('[K47] [K50] [K52] [K54] [K57] points, rows of days and badges equal a naive recomputation of all facts', () => {
  process.stdout.write(`seasons: FLOORBOARD_SEED=${seed}\n`)
  fc.assert(
    fc.property(history, ({ writes, looks, leave }) => {
      const played = play(floorWith({ ana: leave }), writes)
      for (const day of looks)
        for (const rep of people) {
          const found = played.of(rep, day)
          if (day < dayOf(from)) {
            expect(found).toBeNull()
            continue
          }
          const [run] = found?.runs ?? []
          const [ten, row] = found?.badges ?? []
          expect({
            points: found?.points,
            best: run?.best,
            current: run?.days,
            ten: ten?.won,
            row: row?.won,
          }).toEqual(recomputed(played.facts, rep, day, rep === 'ana' ? leave : []))
        }
    }),
    options,
  )
})

test('[K53] a day of leave that is put in lowers no points, no row of days and no badge', () => {
  fc.assert(
    fc.property(history, ({ writes, looks, leave, more }) => {
      const before = play(floorWith({ ana: leave }), writes)
      const after = play(floorWith({ ana: [...leave, more] }), writes)
      for (const day of looks) {
        const [was, is] = [before.of('ana', day), after.of('ana', day)]
        if (was === null) continue
        expect(is?.points).toBeGreaterThanOrEqual(was.points)
        was.runs.forEach((run, nth) => {
          expect(is?.runs[nth]?.days).toBeGreaterThanOrEqual(run.days)
          expect(is?.runs[nth]?.best).toBeGreaterThanOrEqual(run.best)
        })
        was.badges.forEach(({ won }, nth) => {
          const now = is?.badges[nth]?.won ?? null
          if (won !== null) expect(now !== null && now <= won).toBe(true)
        })
      }
    }),
    options,
  )
})
