// The metrics engine: facts in, signed counters per (metric, subject, day) out. A fact costs work in proportion to the
// metrics it touches and never to history; a window is summed when somebody asks, so that time passing costs nothing.

import type { Fact } from '../../wire/fact.ts'
import { dealStageStays } from '../facts/deal-stage-stays.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createPlacing } from '../people/placing.ts'
import { stayOn } from '../people/roster.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createBreakdowns, type PackedBreakdowns } from './breakdowns.ts'
import { createChanges } from './changes.ts'
import type { Occurrence } from './condition.ts'
import { type ContestSteps, createContestSteps, type PackedSteps } from './contest-steps.ts'
import { type Cell, type Counters, createCounters, type PackedCounters } from './counters.ts'
import { type Credits, createCrediting, creditsOf } from './crediting.ts'
import { createFactCount, type FactCount } from './fact-count.ts'
import { createFactPlans } from './fact-plans.ts'
import type { FactFault } from './faults/fact-fault.ts'
import { createFactFaults } from './faults/fact-faults.ts'
import { byWeight, createFaultBook, type PackedFaults, type StandingFault } from './faults/fault-book.ts'
import { sourceFaults } from './faults/source-faults.ts'
import { amountInFloorCurrency, type FloorModel } from './floor-model.ts'
import type { BasePlan } from './metric-plan.ts'
import { createMetricValue } from './metric-value.ts'
import { lastMoment } from './moments.ts'
import { createRoleRepeats, type PackedRepeats, type RoleGroup } from './role-repeats.ts'
import { createTally, amountOf as sumOf } from './series.ts'
import { createSourceNames, type SourceNames } from './source-names.ts'
import { createStandingFacts, type StandingFacts } from './standing-facts.ts'
import { createStandsAside } from './taken-from.ts'
import { createUnknownNames } from './unknown-names.ts'
import { createWonDeals, type PackedWonDeals, type WonDeals } from './won-deals.ts'

export interface Engine {
  readonly model: FloorModel
  /**
   * `at`: epoch ms of the change, for the age of the numbers. Returns what the fact that stands now has wrong with it, so
   * that it counts nowhere or not where it should; nothing where none stands.
   */
  apply(before: StoredFact | null, after: StoredFact | null, at: number): readonly FactFault[]
  /**
   * A metric over cells, summed before anything is divided: counts (credited by share), money in minor units,
   * percent as a fraction, days of 24 hours. Null is unknown: nothing below the line. Where the cells are those of a
   * group's people, `group` counts what they share once.
   */
  value(metric: number, cells: readonly Cell[], group?: RoleGroup): number | null
  /** How many facts such a value rests on. */
  factCount: FactCount
  /** What a metric that counts facts is made of over cells: its facts in millionths, and its amounts in its measure's unit. */
  sums(metric: number, cells: readonly Cell[], group?: RoleGroup): Sums
  /** The values of a field that the floor breaks numbers down by, in the order in which they first came; null for another. */
  valuesOf(field: string): readonly string[] | null
  /** Whether anything counts for a metric of the facts that have a value in such a field; cells of teams and the org. */
  countsWith(field: string, value: string, metric: number, cells: readonly Cell[]): boolean
  /** `value` of the facts that have a value in such a field; cells of teams and the org. Null is unknown. */
  valueWith(field: string, value: string, metric: number, cells: readonly Cell[]): number | null
  /** When people's values got to where they are: the instant (epoch ms) of the last thing that counted; null without any. */
  reachedAt(metric: number, cells: readonly Cell[]): number | null
  /** Epoch ms of the last change that touched a metric; null before the first. */
  changedAt(metric: number): number | null
  /** Base metrics touched since the last call, `touchedWins` where won deals were, and forgets them. */
  takeTouched(): readonly number[]
  readonly wonDeals: WonDeals
  readonly standingFacts: Pick<StandingFacts, 'has'>
  /** What counted in the time of the floor's contests. */
  readonly contestSteps: Omit<ContestSteps, 'note' | 'pack'>
  readonly sources: SourceNames
  /** How many facts of a source stand and count nowhere: the floor takes such activities from another one, or they are nobody's. */
  asideOf(source: string): number
  /** Facts by the unknown name they credit, most first. */
  unassigned(): readonly { readonly rep: string; readonly facts: number }[]
  /** What standing facts have wrong with them so that they count nowhere, or not where they should; most facts first. */
  faults(): readonly StandingFault[]
  /** What a fact that was received at an instant (epoch ms) would have wrong with it on this floor. */
  faultsOf(fact: Fact, receivedAt: number): readonly FactFault[]
  /** Currencies of standing deals that this floor has no rate for, so that their money counts nowhere. */
  uncounted(): readonly string[]
  snapshot(): EngineSnapshot
}

/** Plain data and typed arrays, for a structured clone. Belongs to one counting fingerprint. */
export interface EngineSnapshot extends PackedCounters {
  readonly changedAt: Float64Array
  readonly wonDeals: PackedWonDeals
  readonly roleRepeats: PackedRepeats
  readonly unassigned: readonly (readonly [string, number])[]
  readonly standingFacts: Int32Array
  readonly sources: readonly (readonly [string, number])[]
  readonly faults: PackedFaults
  readonly breakdowns: PackedBreakdowns
  /** Left out by a version that knew of none. */
  readonly aside?: readonly (readonly [string, number])[]
  /** Left out by a version without contests. */
  readonly contestSteps?: PackedSteps
}

export interface Sums {
  readonly weight: number
  readonly amount: number
}

const noFaults: readonly FactFault[] = []
const noValues: readonly string[] = []

/**
 * The same counts on a floor with the same counting fingerprint: nothing is copied, and whatever one of the two counts the
 * other one counts as well.
 */
export const engineOnFloor = (engine: Engine, model: FloorModel): Engine => ({ ...engine, model })

interface Change {
  /** −1 takes back what was counted. */
  readonly sign: 1 | -1
  /** Epoch ms. */
  readonly at: number
}

export const createEngine = (model: FloorModel, from: EngineSnapshot | null = null): Engine => {
  const { roster, flow, corrections } = model
  const full = model.file.floor.credit === 'full'
  const metricCount = model.metrics.length + flow.plans.length
  const placing = createPlacing(roster)
  const counters = createCounters(metricCount, roster.subjectCount, from)
  const changes = createChanges(metricCount, from?.changedAt ?? null)
  const repeats = createRoleRepeats(model.file.roles, roster, from?.roleRepeats ?? [])
  const wonDeals = createWonDeals(placing, from?.wonDeals ?? null)
  const standingFacts = createStandingFacts(roster, from?.standingFacts ?? null)
  const unknown = createUnknownNames(from?.unassigned ?? [])
  const sources = createSourceNames(from?.sources ?? [])
  const findFaults = createFactFaults(model)
  const faultBook = createFaultBook(from?.faults ?? [])
  const dealsWithoutRate = new Map<string, number>()
  const plans = createFactPlans(model)
  const minorPerUnit = 10 ** exponentOf(model.file.floor.currency)
  const breakdowns = createBreakdowns(model, minorPerUnit, from?.breakdowns ?? null)
  const standsAside = createStandsAside(model.file.floor.takenFrom, placing, roster)
  const aside = createSourceNames(from?.aside ?? [])
  const contestSteps = createContestSteps(
    model.file,
    model.metrics,
    roster.subjectCount,
    from?.contestSteps ?? [],
  )
  const credit = createCrediting(model, { placing, counters, repeats, breakdowns, contestSteps })

  /** In minor units of the floor's currency; null without one, without a rate, or past what can be counted exactly. */
  const countableAmount = (fact: Fact): number | null => {
    const amount = amountInFloorCurrency(model, fact)
    return amount !== null && Number.isSafeInteger(amount) ? amount : null
  }

  const amountOf = ({ fact }: StoredFact, sign: 1 | -1): number | null => {
    const amount = countableAmount(fact)
    if (amount !== null) return amount
    if (fact.type === 'deal' && fact.amount != null) {
      const { currency } = fact.amount
      dealsWithoutRate.set(currency, (dealsWithoutRate.get(currency) ?? 0) + sign)
    }
    return null
  }

  const count = (plan: BasePlan, occurrence: Occurrence, credits: Credits, change: Change): void => {
    if (credit(plan, occurrence, credits, change.sign)) changes.note(plan.index, change.at)
  }

  const countStays = (
    { fact, history }: StoredFact,
    amountMinor: number | null,
    credits: Credits,
    change: Change,
  ): void => {
    for (const { stage, since, until, wentOn } of dealStageStays(history)) {
      const plansOfStage = flow.stages.find((each) => each.stage === stage)
      if (!plansOfStage) continue
      const event = { kind: 'deal.advanced', at: until, left: { stage, since } } as const
      const leaving: Occurrence = { fact, event, amountMinor }
      count(plansOfStage.left, leaving, credits, change)
      if (wentOn) count(plansOfStage.wentOn, leaving, credits, change)
      count(plansOfStage.days, leaving, credits, change)
    }
  }

  const fold = (written: StoredFact, change: Change): readonly FactFault[] => {
    const stored = corrections.read(written)
    const { fact, history } = stored
    const credits = creditsOf(fact, roster, full)
    const amountMinor = amountOf(stored, change.sign)
    sources.note(fact.source, change.sign)
    credits.members.forEach((member, i) => {
      const name = fact.credits[i]?.rep ?? ''
      if (member === null && !corrections.isNobody(name)) unknown.note(name, change.sign)
    })
    if (corrections.goesNowhere(fact) || standsAside(fact, credits.members[0] ?? null)) {
      aside.note(fact.source, change.sign)
      return noFaults
    }
    const itself: Occurrence = { fact, event: null, amountMinor }
    for (const plan of plans.ofFact(fact)) if (plan.test(itself)) count(plan, itself, credits, change)
    for (const event of history) {
      const past: Occurrence = { fact, event, amountMinor }
      for (const plan of plans.ofEvent(event.kind)) if (plan.test(past)) count(plan, past, credits, change)
    }
    if (flow.stages.length > 0) countStays(stored, amountMinor, credits, change)
    standingFacts.note(fact, credits.members, change.sign)
    const faults = findFaults({ fact, receivedAt: stored.receivedAt, amountMinor, members: credits.members })
    if (faults.length > 0) faultBook.note(faults, stored, change.sign)
    if (fact.type === 'deal' && fact.status === 'won' && fact.closedAt != null) {
      const { members } = credits
      const values = breakdowns.isKept ? breakdowns.textsOf(itself) : noValues
      wonDeals.note({ deal: fact, members, amountMinor, values }, change.sign, change.at)
      changes.noteWins()
    }
    return faults
  }

  const basesOf = (metric: number): readonly number[] => model.metrics[metric]?.bases ?? [metric]

  const reachedAt = (metric: number, cells: readonly Cell[]): number | null => {
    let reached: number | null = null
    for (const base of model.metrics[metric]?.bases ?? []) {
      for (const { subject, days } of cells) {
        const moments = counters.momentsOf(base, subject)
        const member = roster.personAt(subject)
        if (!moments || !member || !(days.from < days.to)) continue
        const startOf = (day: number): number =>
          Number.isFinite(day) ? stayOn(member, day).zone.startOf(day) : day
        const last = lastMoment(moments, startOf(days.from), startOf(days.to))
        if (last !== null && (reached === null || last > reached)) reached = last
      }
    }
    return reached
  }

  return {
    model,
    apply: (before, after, at) => {
      if (before) fold(before, { sign: -1, at })
      return after ? fold(after, { sign: 1, at }) : noFaults
    },
    value: createMetricValue(model, counters.sumInto, repeats),
    factCount: createFactCount(model, counters.sumInto, repeats),
    sums: (metric, cells, group) => {
      const tally = createTally()
      counters.sumInto(metric, cells, tally)
      if (group) repeats.takeOff(metric, group, cells, tally)
      return { weight: tally.weight, amount: sumOf(tally) }
    },
    valuesOf: breakdowns.valuesOf,
    countsWith: (field, value, metric, cells) =>
      basesOf(metric).some((base) => {
        const tally = createTally()
        breakdowns.sumInto(field, value, base, cells, tally)
        return tally.weight !== 0
      }),
    valueWith: (field, value, metric, cells) => {
      const sumInto: Counters['sumInto'] = (base, parts, tally) =>
        breakdowns.sumInto(field, value, base, parts, tally)
      return createMetricValue(model, sumInto, repeats)(metric, cells)
    },
    reachedAt,
    changedAt: (metric) => changes.lastOf(basesOf(metric)),
    takeTouched: changes.take,
    wonDeals,
    standingFacts,
    contestSteps,
    sources,
    asideOf: aside.countOf,
    unassigned: unknown.all,
    faults: () => [...faultBook.all(), ...sourceFaults(sources.entries())].sort(byWeight),
    faultsOf: (written, receivedAt) => {
      const { fact } = corrections.read({ fact: written, history: [], receivedAt })
      const { members } = creditsOf(fact, roster, full)
      if (corrections.goesNowhere(fact) || standsAside(fact, members[0] ?? null)) return noFaults
      return findFaults({ fact, receivedAt, amountMinor: countableAmount(fact), members })
    },
    uncounted: () => [...dealsWithoutRate].filter(([, deals]) => deals > 0).map(([currency]) => currency),
    snapshot: () => ({
      ...counters.pack(),
      changedAt: changes.pack(),
      wonDeals: wonDeals.pack(),
      roleRepeats: repeats.pack(),
      unassigned: unknown.entries(),
      standingFacts: standingFacts.pack(),
      sources: sources.entries(),
      faults: faultBook.pack(),
      breakdowns: breakdowns.pack(),
      aside: aside.entries(),
      contestSteps: contestSteps.pack(),
    }),
  }
}
