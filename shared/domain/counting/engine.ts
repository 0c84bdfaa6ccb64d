// The metrics engine: facts in, signed counters per (metric, subject, day) out. A fact costs work in proportion to the
// metrics it touches and never to history; a window is summed when somebody asks, so that time passing costs nothing.
import type { Fact } from '../../wire/fact.ts'
import type { DateField } from '../../wire/floor.ts'
import { dealStageStays } from '../facts/deal-stage-stays.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import { createPlacing } from '../people/placing.ts'
import {
  type Member,
  orgSubject,
  type Stay,
  type SubjectIndex,
  stayOn,
  unassignedSubject,
} from '../people/roster.ts'
import { type DayRange, dayMs } from '../time/calendar-date.ts'
import { undatedDay } from '../time/fiscal-calendar.ts'
import type { Subject } from './condition.ts'
import { amountInFloorCurrency, type FloorModel } from './floor-model.ts'
import type { BasePlan, DerivedPlan } from './metric-plan.ts'
import {
  addMoment,
  createMoments,
  lastMoment,
  type Moments,
  packMoments,
  removeMoment,
  unpackMoments,
} from './moments.ts'
import { sharesInMillionths, splitByWeights, wholeShare } from './money.ts'
import { createRoleRepeats, type PackedRepeats, type RoleGroup } from './role-repeats.ts'
import {
  addTo,
  amountOf,
  clearTally,
  createSeries,
  createTally,
  packSeries,
  type Series,
  sumInto,
  unpackSeries,
} from './series.ts'
import { createUnknownNames } from './unknown-names.ts'
import { createWonDeals, type PackedWonDeals, type WonDeals } from './won-deals.ts'

/** A part of what is counted: a subject's days. */
export interface Cell {
  readonly subject: SubjectIndex
  readonly days: DayRange
}

export interface Engine {
  readonly model: FloorModel
  /** `at`: epoch ms of the change, for the age of the numbers. */
  apply(before: StoredFact | null, after: StoredFact | null, at: number): void
  /**
   * A metric over cells, summed before anything is divided: counts (credited by share), money in minor units,
   * percent as a fraction, days of 24 hours. Null is unknown: nothing below the line. Where the cells are those of a
   * group's people, `group` counts what they share once.
   */
  value(metric: number, cells: readonly Cell[], group?: RoleGroup): number | null
  /** When people's values got to where they are: the instant (epoch ms) of the last thing that counted; null without any. */
  reachedAt(metric: number, cells: readonly Cell[]): number | null
  /** Epoch ms of the last change that touched a metric; null before the first. */
  changedAt(metric: number): number | null
  /** Base metrics touched since the last call, `touchedWins` where won deals were, and forgets them. */
  takeTouched(): readonly number[]
  readonly wonDeals: WonDeals
  /** Facts by the unknown name they credit, most first. */
  unassigned(): readonly { readonly rep: string; readonly facts: number }[]
  /** Currencies of standing deals that this floor has no rate for, so that their money counts nowhere. */
  uncounted(): readonly string[]
  snapshot(): EngineSnapshot
}

/** Plain data and typed arrays, for a structured clone. Belongs to one counting fingerprint. */
export interface EngineSnapshot {
  readonly series: readonly { readonly key: number; readonly packed: Float64Array }[]
  readonly moments: readonly { readonly key: number; readonly packed: Float64Array }[]
  readonly changedAt: Float64Array
  readonly wonDeals: PackedWonDeals
  readonly roleRepeats: PackedRepeats
  readonly unassigned: readonly (readonly [string, number])[]
}

/** Stands among the touched metrics for the won deals themselves, which a floor may have without a metric of them. */
export const touchedWins = -1

/** What a fact of one credit weighs; most facts have one. */
const oneWhole: readonly number[] = [wholeShare]

export const createEngine = (model: FloorModel, from: EngineSnapshot | null = null): Engine => {
  const { roster } = model
  const placing = createPlacing(roster)
  const orgOnly: readonly SubjectIndex[] = [orgSubject]
  const chains = new Map(roster.teams.map((team) => [team.subject, [...team.chain, orgSubject]]))
  /** Whom a part counts for besides its own person: their team, the teams above it, the org. */
  const above = (stay: Stay | null): readonly SubjectIndex[] =>
    stay?.team == null ? orgOnly : (chains.get(stay.team) ?? orgOnly)
  const bases = model.metrics.flatMap((plan) => plan.base ?? [])
  const dealPlans = bases
    .filter((plan) => plan.from === 'deal')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index))
  const activityPlans = bases.filter((plan) => plan.from === 'activity')
  const anyKind = activityPlans.filter((plan) => plan.kinds === null)
  const byKind = new Map<string, readonly BasePlan[]>()
  for (const kind of new Set(activityPlans.flatMap((plan) => plan.kinds ?? []))) {
    byKind.set(
      kind,
      activityPlans.filter((plan) => plan.kinds === null || plan.kinds.includes(kind)),
    )
  }
  const full = model.file.floor.credit === 'full'

  const { flow } = model
  const planCount = model.metrics.length + flow.plans.length
  const { subjectCount } = roster
  const series: (Series | undefined)[] = new Array(planCount * subjectCount)
  const moments: (Moments | undefined)[] = new Array(planCount * subjectCount)
  const changedAt = from?.changedAt.slice() ?? new Float64Array(planCount).fill(Number.NaN)
  const touched = new Set<number>()
  let applyingAt = 0
  const unknown = createUnknownNames(from?.unassigned ?? [])
  const wonDeals = createWonDeals(placing, from?.wonDeals ?? null)
  const repeats = createRoleRepeats(model.file.roles, roster, from?.roleRepeats ?? [])
  for (const { key, packed } of from?.series ?? []) series[key] = unpackSeries(packed)
  for (const { key, packed } of from?.moments ?? []) moments[key] = unpackMoments(packed)

  const add = (metric: number, subject: SubjectIndex, day: number, weight: number, amount: number): void => {
    const key = metric * subjectCount + subject
    let cell = series[key]
    if (!cell) {
      cell = createSeries()
      series[key] = cell
    }
    addTo(cell, day, weight, amount)
  }

  const mark = (metric: number, subject: SubjectIndex, ms: number, sign: number): void => {
    const key = metric * subjectCount + subject
    let list = moments[key]
    if (!list) {
      list = createMoments()
      moments[key] = list
    }
    if (sign > 0) addMoment(list, ms)
    else removeMoment(list, ms)
  }

  const whenOf = (fact: Fact, event: HistoryEvent | null, field: DateField): string | null => {
    if (field === 'at') return event ? event.at : fact.type === 'activity' ? fact.at : null
    return fact.type === 'deal' ? (fact[field] ?? null) : null
  }

  /** What a fact's whole comes to before it is shared out; null when there is nothing to measure. */
  const wholeOf = (plan: BasePlan, subject: Subject, member: Member | null): number | null => {
    switch (plan.measure.kind) {
      case 'count':
        return 0
      case 'meanDays': {
        const start = whenOf(subject.fact, null, plan.measure.from)
        const end = whenOf(subject.fact, null, plan.measure.to)
        return start === null || end === null ? null : placing.span(start, end, member)
      }
      case 'meanStay': {
        const { left, at } = subject.event ?? {}
        if (left?.since == null || at === undefined) return null
        const stood = placing.span(left.since, at, member)
        // A deal that left before it came: one of its source's dates is wrong, and nobody knows which.
        return stood < 0 ? null : stood
      }
      default:
        return plan.measure.read(subject)
    }
  }

  const count = (
    plan: BasePlan,
    subject: Subject,
    members: readonly (Member | null)[],
    weights: readonly number[],
    sign: number,
  ): void => {
    const { fact, event } = subject
    const when = whenOf(fact, event, plan.date)
    const whole = wholeOf(plan, subject, members[0] ?? null)
    if (whole === null) return
    const parts = full || weights === oneWhole ? null : splitByWeights(whole, weights)
    // With full credit everybody counts a fact once: a team whose people share it, and a person credited twice.
    const counted = full && members.length > 1 ? new Set<SubjectIndex>() : null
    touched.add(plan.index)
    // A recount applies facts in any order of time.
    if (!((changedAt[plan.index] ?? Number.NaN) >= applyingAt)) changedAt[plan.index] = applyingAt
    for (let i = 0; i < members.length; i++) {
      if (plan.credit !== null && (fact.credits[i]?.role ?? 'owner') !== plan.credit) continue
      const member = members[i] ?? null
      const weight = (weights[i] ?? 0) * sign
      const part = parts ? (parts[i] ?? 0) : whole
      const amount = part * sign
      const placed = when === null ? null : placing.place(when, member)
      const day = placed?.day ?? undatedDay
      const own = member?.subject ?? unassignedSubject
      const stay = placed?.stay ?? member?.stays.at(-1) ?? null
      if (counted?.has(own)) continue
      counted?.add(own)
      add(plan.index, own, day, weight, amount)
      if (placed && member && (plan.measure.kind === 'count' || part !== 0))
        mark(plan.index, own, placed.ms, sign)
      const groups = above(stay)
      if (counted && member)
        repeats.note({ metric: plan.index, member, day, weight, amount }, groups, counted)
      for (const subjectAbove of groups) {
        if (counted?.has(subjectAbove)) continue
        counted?.add(subjectAbove)
        add(plan.index, subjectAbove, day, weight, amount)
      }
    }
  }

  const withoutRate = new Map<string, number>()
  const noteUncounted = (currency: string, sign: 1 | -1): void => {
    withoutRate.set(currency, (withoutRate.get(currency) ?? 0) + sign)
  }

  const foldStays = (
    { fact, amountMinor }: Pick<Subject, 'fact' | 'amountMinor'>,
    history: readonly HistoryEvent[],
    members: readonly (Member | null)[],
    weights: readonly number[],
    sign: 1 | -1,
  ): void => {
    for (const { stage, since, until, wentOn } of dealStageStays(history)) {
      const plans = flow.stages.find((each) => each.stage === stage)
      if (!plans) continue
      const event = { kind: 'deal.advanced', at: until, left: { stage, since } } as const
      const subject: Subject = { fact, event, amountMinor }
      count(plans.left, subject, members, weights, sign)
      if (wentOn) count(plans.wentOn, subject, members, weights, sign)
      count(plans.days, subject, members, weights, sign)
    }
  }

  const fold = (stored: StoredFact, sign: 1 | -1): void => {
    const { fact, history } = stored
    const members = fact.credits.map((credit) => roster.find(credit.rep))
    const weights =
      members.length === 1
        ? oneWhole
        : full
          ? members.map(() => wholeShare)
          : sharesInMillionths(fact.credits.map((credit) => credit.share ?? 1))
    const converted = amountInFloorCurrency(model, fact)
    const amountMinor = converted !== null && Number.isSafeInteger(converted) ? converted : null
    if (amountMinor === null && fact.type === 'deal' && fact.amount != null)
      noteUncounted(fact.amount.currency, sign)
    const itself: Subject = { fact, event: null, amountMinor }
    const plans = fact.type === 'deal' ? dealPlans : (byKind.get(fact.kind) ?? anyKind)
    for (const plan of plans) if (plan.test(itself)) count(plan, itself, members, weights, sign)
    for (const event of history) {
      const past: Subject = { fact, event, amountMinor }
      // What happened to a deal is no work of anybody's: it counts only for metrics that name it.
      for (const plan of byKind.get(event.kind) ?? []) {
        if (plan.kinds !== null && plan.test(past)) count(plan, past, members, weights, sign)
      }
    }
    if (flow.stages.length > 0) foldStays(itself, history, members, weights, sign)
    members.forEach((member, i) => {
      if (member === null) unknown.note(fact.credits[i]?.rep ?? '', sign)
    })
    if (fact.type === 'deal' && fact.status === 'won' && fact.closedAt != null) {
      wonDeals.note({ deal: fact, members, amountMinor }, sign, applyingAt)
      touched.add(touchedWins)
    }
  }

  const tally = createTally()

  const baseValue = (plan: BasePlan, cells: readonly Cell[], group: RoleGroup | undefined): number | null => {
    clearTally(tally)
    for (const { subject, days } of cells) {
      const cell = series[plan.index * subjectCount + subject]
      if (cell) sumInto(cell, days, tally)
    }
    if (group) repeats.takeOff(plan.index, group, cells, tally)
    const { weight } = tally
    const amount = amountOf(tally)
    switch (plan.measure.kind) {
      case 'count':
        return weight / wholeShare
      case 'sum':
        return amount / plan.measure.scale
      case 'mean':
        return weight === 0 ? null : amount / plan.measure.scale / (weight / wholeShare)
      case 'meanDays':
      case 'meanStay':
        return weight === 0 ? null : amount / dayMs / (weight / wholeShare)
    }
  }

  /** `known`: what was worked out on the way; metrics that rest on one another may share most of what they rest on. */
  const derivedValue = (
    derived: DerivedPlan,
    cells: readonly Cell[],
    group: RoleGroup | undefined,
    known: Map<number, number | null>,
  ): number | null => {
    const of = (metric: number): number | null => {
      const found = known.get(metric)
      if (found !== undefined) return found
      const worked = value(metric, cells, group, known)
      known.set(metric, worked)
      return worked
    }
    if (derived.kind === 'ratio') {
      const [above, below] = [of(derived.above), of(derived.below)]
      return above === null || below === null || below === 0 ? null : above / below
    }
    let points: number | null = null
    for (const part of derived.parts) {
      const partValue = of(part.metric)
      if (partValue !== null) points = (points ?? 0) + (partValue / part.perUnit) * part.weight
    }
    return points
  }

  const value = (
    metric: number,
    cells: readonly Cell[],
    group?: RoleGroup,
    known?: Map<number, number | null>,
  ): number | null => {
    const plan = model.metrics[metric]
    const base = plan?.base ?? flow.plans[metric - model.metrics.length]
    if (base) return baseValue(base, cells, group)
    return plan?.derived ? derivedValue(plan.derived, cells, group, known ?? new Map()) : null
  }

  const reachedAt = (metric: number, cells: readonly Cell[]): number | null => {
    let reached: number | null = null
    for (const base of model.metrics[metric]?.bases ?? []) {
      for (const { subject, days } of cells) {
        const list = moments[base * subjectCount + subject]
        const member = roster.personAt(subject)
        if (!list || !member || !(days.from < days.to)) continue
        const edge = (day: number): number =>
          Number.isFinite(day) ? stayOn(member, day).zone.startOf(day) : day
        const last = lastMoment(list, edge(days.from), edge(days.to))
        if (last !== null && (reached === null || last > reached)) reached = last
      }
    }
    return reached
  }

  return {
    model,
    apply: (before, after, at) => {
      applyingAt = at
      if (before) fold(before, -1)
      if (after) fold(after, 1)
    },
    value: (metric, cells, group) => value(metric, cells, group),
    reachedAt,
    changedAt: (metric) => {
      const times = (model.metrics[metric]?.bases ?? [metric]).map((base) => changedAt[base] ?? Number.NaN)
      const known = times.filter((time) => !Number.isNaN(time))
      return known.length === 0 ? null : Math.max(...known)
    },
    takeTouched: () => {
      const taken = [...touched]
      touched.clear()
      return taken
    },
    wonDeals,
    unassigned: unknown.all,
    uncounted: () => [...withoutRate].filter(([, deals]) => deals > 0).map(([currency]) => currency),
    snapshot: () => ({
      series: series.flatMap((cell, key) => (cell ? { key, packed: packSeries(cell) } : [])),
      moments: moments.flatMap((list, key) => (list ? { key, packed: packMoments(list) } : [])),
      changedAt: changedAt.slice(),
      wonDeals: wonDeals.pack(),
      roleRepeats: repeats.pack(),
      unassigned: unknown.entries(),
    }),
  }
}
