// The judge: which rules a fact could set off, and which it did. Nothing is kept from one fact to the next but what can be
// worked out again.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { Fact } from '../../wire/fact.ts'
import { createFactPlans } from '../counting/fact-plans.ts'
import { amountInFloorCurrency } from '../counting/floor-model.ts'
import { whenOf } from '../counting/measure.ts'
import { type BasePlan, holdsOn } from '../counting/metric-plan.ts'
import type { HistoryEvent, StoredFact } from '../facts/stored-fact.ts'
import { createPlacing } from '../people/placing.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { Cause } from './cause.ts'
import { createDayRule, type DayRule, type DayRuleSource } from './day-rule.ts'
import { createFactRule, type FactRule, type FactRuleSource } from './fact-rule.ts'
import { createMetricRule, type MetricRule, type MetricRuleSource } from './metric-rule.ts'
import { createPresentFilter, happenedAt, isPresent } from './present.ts'

export interface Judge {
  /** Whether any rule is about facts. */
  readonly hearsFacts: boolean
  readonly days: readonly DayRule[]
  /**
   * Called before a change of a fact is counted; null where nothing can come of it. What it returns is called once the
   * change is counted, and says what it brought about. `now`: epoch ms, when the change was received.
   */
  before(before: StoredFact | null, after: StoredFact | null, now: number): (() => readonly Cause[]) | null
  /**
   * Whether something still holds. `standing`: the fact that it is about, where it is about one. `isToCome`: it neither shows
   * nor was shown. What was shown stays where the floor knows its person, team or metric no more.
   */
  isTrue(cause: Cause, standing: StoredFact | null, isToCome: boolean): boolean
}

const isOnMetric = (rule: CelebrationRule): rule is MetricRuleSource => 'metric' in rule.on
const isOnDay = (rule: CelebrationRule): rule is DayRuleSource => 'day' in rule.on
const isOnFact = (rule: CelebrationRule): rule is FactRuleSource => 'from' in rule.on

const membersOf = (fact: Fact | undefined, find: (name: string) => Member | null): readonly Member[] =>
  fact === undefined ? [] : fact.credits.flatMap(({ rep }) => find(rep) ?? [])

/** Made anew for each floor, and for each engine. */
export const createJudge = (numbers: Numbers): Judge => {
  const { model, engine } = numbers
  const { roster } = model
  const rules = model.file.celebrations.filter(({ off }) => !off)
  const factRules: readonly FactRule[] = rules.filter(isOnFact).map((rule) => createFactRule(model, rule))
  const metricRules: readonly MetricRule[] = rules
    .filter(isOnMetric)
    .flatMap((rule) => createMetricRule(numbers, rule) ?? [])
  const days = rules.filter(isOnDay).map((rule) => createDayRule(model, rule))
  const plans = createFactPlans(model)
  const placing = createPlacing(roster)
  const mayBePresent = createPresentFilter()

  /**
   * Base metrics for which something of the fact counts that is of the present, each with when it happened, epoch ms.
   */
  const basesTouched = (
    written: StoredFact,
    member: Member | null,
    now: number,
    wasSeen: boolean,
  ): ReadonlyMap<number, number> => {
    const { fact, history } = model.corrections.read(written)
    const amountMinor = amountInFloorCurrency(model, fact)
    const touched = new Map<number, number>()
    const take = (plan: BasePlan, event: HistoryEvent | null): void => {
      const when = whenOf(fact, event, plan.date)
      if (when === null) return
      const { day, stay } = placing.place(when, member)
      const zone = stay?.zone ?? roster.floorZone
      if (!holdsOn(plan, day)) return
      if (!isPresent(when, zone, now) || !plan.test({ fact, event, amountMinor })) return
      const at = happenedAt(when, zone, now, wasSeen)
      touched.set(plan.index, Math.max(at, touched.get(plan.index) ?? at))
    }
    for (const plan of plans.ofFact(fact)) take(plan, null)
    for (const event of history) for (const plan of plans.ofEvent(event.kind)) take(plan, event)
    return touched
  }

  /** Rules as they were when something was found may stand in the floor no more. */
  const madeOf = <Made>(make: (rule: CelebrationRule) => Made) => {
    const made = new WeakMap<CelebrationRule, { readonly made: Made }>()
    return (rule: CelebrationRule): Made => {
      const known = made.get(rule) ?? { made: make(rule) }
      made.set(rule, known)
      return known.made
    }
  }
  const factRuleOf = madeOf((rule) => (isOnFact(rule) ? createFactRule(model, rule) : null))
  const metricRuleOf = madeOf((rule) => (isOnMetric(rule) ? createMetricRule(numbers, rule) : null))

  return {
    hearsFacts: factRules.length + metricRules.length > 0,
    days,
    before: (before, after, now) => {
      if (after === null || !mayBePresent(after, now)) return null
      const found = factRules.flatMap((rule) => rule.causes(before, after, engine.wonDeals, now))
      if (metricRules.length === 0) return found.length === 0 ? null : () => found
      const members = [
        ...new Set([...membersOf(before?.fact, roster.find), ...membersOf(after.fact, roster.find)]),
      ]
      const touched = basesTouched(after, members[0] ?? null, now, before !== null)
      const standings = metricRules
        .filter(({ plan }) => plan.bases.some((base) => touched.has(base)))
        .map((rule) => ({
          rule,
          standings: rule.before(members, now),
          at: Math.max(...rule.plan.bases.flatMap((base) => touched.get(base) ?? [])),
        }))
      if (found.length === 0 && standings.length === 0) return null
      return () => [
        ...found,
        ...standings.flatMap(({ rule, standings: own, at }) => rule.causes(own, now, at)),
      ]
    },
    isTrue: ({ rule, about, at }, standing, isToCome) => {
      if (about.kind === 'fact')
        return factRuleOf(rule)?.isTrue(about, standing, engine.wonDeals, isToCome) === true
      if (about.kind === 'metric') return metricRuleOf(rule)?.isTrue(about, at, isToCome) ?? !isToCome
      return about.kind !== 'day' || !isToCome || roster.subjectOf(about.person) !== null
    },
  }
}
