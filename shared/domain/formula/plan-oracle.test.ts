// Plans against a recomputation from all facts, which shares no code with them: people who start, ramp, change roles, take leave
// and work part of the week; facts that come late, are taken back and belong to several people's roles.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { Plan } from '../../wire/plan.ts'
import { createTestFloor, floorOf, metricOf } from '../test-support/test-floor.ts'
import { correctedRates } from './corrected-rates.ts'
import { drawPlan, isPlan } from './draw-plan.ts'
import { compileFormula } from './formula-steps.ts'
import { rememberConversions } from './known-rates.ts'
import { liveNeed } from './live-need.ts'

const kinds = ['dial', 'talk', 'meeting'] as const
const least = 5
const fullQuota = 12
const periodFrom = '2026-10-01'
const periodTo = '2027-01-01'
const historyFrom = '2026-07-01'
const dayMs = 86_400_000

/** A date of the second half of 2026. */
const date = fc
  .integer({ min: 0, max: 183 })
  .map((days) => new Date(Date.parse('2026-07-01') + days * dayMs).toISOString().slice(0, 10))

interface Rep {
  readonly id: string
  readonly startedOn: string | undefined
  readonly ramp: readonly number[]
  /** From when they hold the role; before, another one. */
  readonly roleFrom: string | undefined
  readonly leave: { readonly from: string; readonly until: string } | undefined
  readonly monday: boolean
}

const rep = (id: string): fc.Arbitrary<Rep> =>
  fc.record({
    id: fc.constant(id),
    startedOn: fc.option(
      fc.constantFrom('2026-03-01', '2026-05-31', '2026-06-01', '2026-08-15', '2026-10-12'),
      {
        nil: undefined,
      },
    ),
    ramp: fc.constantFrom([], [0.5], [0.3, 0.6]),
    roleFrom: fc.option(fc.constantFrom('2026-08-01', '2026-09-15'), { nil: undefined }),
    leave: fc.option(
      fc.tuple(date, date).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a })),
      { nil: undefined },
    ),
    monday: fc.boolean(),
  })

interface Done {
  readonly rep: string
  readonly kind: (typeof kinds)[number]
  readonly on: string
  readonly times: number
  readonly takenBack: boolean
}

const done: fc.Arbitrary<Done> = fc.record({
  rep: fc.constantFrom('ana', 'bo', 'cy', 'outsider'),
  kind: fc.constantFrom(...kinds),
  on: date,
  times: fc.integer({ min: 1, max: 30 }),
  takenBack: fc.boolean(),
})

const floorFor = (reps: readonly Rep[]) =>
  floorOf({
    floor: { holidays: ['2026-11-26', '2026-12-25'] },
    roles: [
      { id: 'sdr', name: 'SDR' },
      { id: 'lead', name: 'Lead' },
    ],
    people: [
      ...reps.map(({ id, startedOn, ramp, roleFrom, leave, monday }) => ({
        id,
        name: id,
        ramp,
        role: roleFrom === undefined ? 'sdr' : [{ role: 'lead' }, { role: 'sdr', from: roleFrom }],
        ...(startedOn === undefined ? {} : { startedOn }),
        ...(leave === undefined ? {} : { leave: [leave] }),
        ...(monday ? {} : { workingDays: ['tuesday', 'wednesday', 'thursday', 'friday'] }),
      })),
      { id: 'outsider', name: 'outsider' },
    ],
    metrics: kinds.map((kind) =>
      metricOf(kind, { from: 'activity', where: [{ field: 'kind', is: kind }], date: 'at' }),
    ),
    goals: reps.map(({ id }) => ({ metric: 'meeting', window: 'quarter', rep: id, value: fullQuota })),
    formulas: [{ id: 'sdr', role: 'sdr', steps: [...kinds], leastAttempts: least }],
  })

// The recomputation

const monthsLater = (on: string, months: number): string => {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10)
}

const inRole = ({ roleFrom }: Rep, on: string): boolean => roleFrom === undefined || on >= roleFrom

const countOf = (
  facts: readonly Done[],
  kind: string,
  from: string,
  to: string,
  counts: (fact: Done) => boolean,
): number =>
  facts
    .filter((fact) => fact.kind === kind && fact.on >= from && fact.on < to && counts(fact))
    .reduce((sum, { times }) => sum + times, 0)

interface NaivePlan {
  readonly days: number
  readonly needs: readonly number[]
  readonly of: readonly string[]
}

const daysWorked = (who: Rep, from: string, to: string): number => {
  let days = 0
  for (let at = Date.parse(from); at < Date.parse(to); at += dayMs) {
    const on = new Date(at).toISOString().slice(0, 10)
    const weekday = new Date(at).getUTCDay()
    const isOff =
      weekday === 0 ||
      weekday === 6 ||
      (weekday === 1 && !who.monday) ||
      on === '2026-11-26' ||
      on === '2026-12-25' ||
      (who.startedOn !== undefined && on < who.startedOn) ||
      (who.leave !== undefined && on >= who.leave.from && on <= who.leave.until)
    if (!isOff) days += 1
  }
  return days
}

type Whose = 'own' | 'role' | 'floor'

/** What the history has of a link: how many of the step before it, and how many of the one after. */
const naiveCounts = (who: Rep, reps: readonly Rep[], facts: readonly Done[], link: number, whose: Whose) => {
  const counts = {
    own: (fact: Done) => fact.rep === who.id && inRole(who, fact.on),
    role: (fact: Done) => reps.some((each) => each.id === fact.rep && inRole(each, fact.on)),
    floor: () => true,
  }[whose]
  return {
    from: countOf(facts, kinds[link] ?? '', historyFrom, periodFrom, counts),
    made: countOf(facts, kinds[link + 1] ?? '', historyFrom, periodFrom, counts),
  }
}

/** Rates by whose they are, from each kind to the next; null where one is nobody's. */
const naiveRates = (who: Rep, reps: readonly Rep[], facts: readonly Done[]) => {
  const isOld = who.startedOn === undefined || monthsLater(who.startedOn, who.ramp.length + 3) <= periodFrom
  const order: readonly Whose[] = isOld ? ['own', 'role', 'floor'] : ['role', 'floor']
  return [0, 1].map((link) => {
    for (const whose of order) {
      const { made, from } = naiveCounts(who, reps, facts, link, whose)
      if (from >= least && made > 0) return { whose, rate: made / from }
    }
    return null
  })
}

/** `quota`: ramped, as goals are, which have an oracle of their own. */
const naivePlan = (
  who: Rep,
  reps: readonly Rep[],
  facts: readonly Done[],
  quota: number,
): NaivePlan | null => {
  const days = daysWorked(who, periodFrom, periodTo)
  const [first, second] = naiveRates(who, reps, facts)
  if (!first || !second || days === 0) return null
  const talks = quota / second.rate
  return { days, needs: [talks / first.rate, talks, quota], of: [first.whose, second.whose] }
}

const closeTo = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

test('[L1][L4][L6][L7][L27] plans, re-plans, needs and what is corrected since equal a recomputation from all facts', () => {
  fc.assert(
    fc.property(
      fc.tuple(rep('ana'), rep('bo'), rep('cy')),
      fc.array(done, { maxLength: 60 }),
      // What comes once the plans stand.
      fc.array(done, { maxLength: 6 }),
      fc.integer({ min: 0, max: 91 }),
      (reps, all, late, day) => {
        const floor = createTestFloor(floorFor(reps))
        const write = ({ rep: who, kind, on, times, takenBack }: Done, of: string): void => {
          const ids = Array.from({ length: times }, (_, time) => `${of} ${time}`)
          floor.write(
            ...ids.map((id) => ({
              source: 'dialer',
              id,
              type: 'activity',
              kind,
              at: `${on}T12:00:00Z`,
              credits: [{ rep: who }],
            })),
          )
          if (takenBack) for (const id of ids) floor.withdraw(id)
        }
        for (const [nth, fact] of all.entries()) write(fact, `fact ${nth}`)
        const facts = all.filter(({ takenBack }) => !takenBack)
        const { model } = floor.numbers
        const [formula] = model.file.formulas
        const compiled = formula ? compileFormula(model, formula) : null
        if (!compiled) throw new Error('no formula')
        const today = new Date(Date.parse(periodFrom) + day * dayMs).toISOString().slice(0, 10)
        const ms = Date.parse(`${today}T12:00:00Z`)
        const stands: { readonly who: Rep; readonly plan: Plan }[] = []
        for (const who of reps) {
          const member = model.roster.find(who.id)
          if (!member) throw new Error('nobody')
          const drawn = drawPlan(floor.numbers, compiled, { member, ms, version: 1, reason: null })
          const quota = isPlan(drawn) ? drawn.quota : fullQuota
          const naive = naivePlan(who, reps, facts, quota)
          if (naive === null || !isPlan(drawn)) {
            expect(isPlan(drawn)).toBe(naive !== null)
            continue
          }
          const plan: Plan = drawn
          expect(plan.days).toBe(naive.days)
          expect(plan.steps.slice(1).map(({ rate }) => rate?.of)).toEqual(naive.of)
          naive.needs.forEach((need, step) => {
            expect(closeTo(plan.steps[step]?.need ?? Number.NaN, need)).toBe(true)
          })
          const live = liveNeed(floor.numbers, compiled, member, plan, ms)
          const tomorrow = new Date(ms + dayMs).toISOString().slice(0, 10)
          const won = countOf(
            facts,
            'meeting',
            periodFrom,
            tomorrow,
            (fact) => fact.rep === who.id && inRole(who, fact.on),
          )
          expect(live.won).toBe(won)
          expect(live.days).toBe(daysWorked(who, today, periodTo))
          const left = Math.max(0, quota - won)
          expect(closeTo(live.needs[0] ?? Number.NaN, ((naive.needs[0] ?? 0) * left) / quota)).toBe(true)
          stands.push({ who, plan })

          const again = drawPlan(floor.numbers, compiled, { member, ms, version: 2, reason: 'Anew' })
          const daysLeft = daysWorked(who, today, periodTo)
          expect(isPlan(again)).toBe(daysLeft > 0)
          if (!isPlan(again)) continue
          const wonBefore = countOf(
            facts,
            'meeting',
            periodFrom,
            today,
            (fact) => fact.rep === who.id && inRole(who, fact.on),
          )
          expect([again.days, again.won, again.holdsFrom]).toEqual([daysLeft, wonBefore, today])
          const still = Math.max(0, quota - wonBefore)
          expect(closeTo(again.steps[0]?.need ?? Number.NaN, ((naive.needs[0] ?? 0) * still) / quota)).toBe(
            true,
          )
        }

        for (const [nth, fact] of late.entries()) write(fact, `late ${nth}`)
        const byNow = [...facts, ...late.filter(({ takenBack }) => !takenBack)]
        for (const { who, plan } of stands) {
          const member = model.roster.find(who.id)
          if (!member) throw new Error('nobody')
          const found = correctedRates(rememberConversions(floor.numbers), compiled, member, plan)
          const naive = plan.steps.slice(1).flatMap(({ metric, rate }, link) => {
            if (rate === null || rate.of === 'manager') return []
            const { made, from } = naiveCounts(who, reps, byNow, link, rate.of)
            return made === rate.made && from === rate.from ? [] : [{ metric, made, from }]
          })
          expect(found.map(({ metric, made, from }) => ({ metric, made, from }))).toEqual(naive)
        }
      },
    ),
    { numRuns: propertyRuns(40) },
  )
})
