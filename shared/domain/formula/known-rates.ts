// The rates of a formula by which a plan is worked out: a rep's own where their history is long enough, else their role's, else
// the floor's (docs/coaching.md).
import type { PlanRate } from '../../wire/plan.ts'
import type { Cell } from '../counting/counters.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { RoleGroup } from '../counting/role-repeats.ts'
import { type Member, orgSubject } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, dayOf, partsOf } from '../time/calendar-date.ts'
import type { CompiledFormula, Step } from './formula-steps.ts'

/** What became of a step's attempts over some days. */
export interface Conversion {
  /** In the units of the two metrics; money in minor units. */
  readonly made: number
  readonly from: number
  readonly attempts: number
  /** `made` ÷ `from`, or the ratio that the formula names; null where nothing is below the line. */
  readonly value: number | null
}

export type WhoseRate = 'own' | 'role' | 'floor'

/** A rep with fewer full months at the full goal than these plans by their role's rates. */
const leastRampedMonths = 3

const monthsAfter = (day: Day, months: number): Day => {
  const { year, month, day: date } = partsOf(day)
  return dayOf(year, month + months, date)
}

/** Whether somebody has been here, past their ramp, for three months before a day. */
export const hasOwnHistory = ({ employed, ramp }: Pick<Member, 'employed' | 'ramp'>, from: Day): boolean =>
  !Number.isFinite(employed.from) || monthsAfter(employed.from, ramp.length + leastRampedMonths) <= from

/** The metrics that a conversion counts: the two steps, or what stands above and below the line of the named ratio. */
export const countedBy = (
  { metrics }: Pick<FloorModel, 'metrics'>,
  before: Step,
  step: Step,
): { readonly made: MetricPlan; readonly from: MetricPlan } => {
  const ratio = step.rate?.derived
  return {
    made: (ratio?.kind === 'ratio' ? metrics[ratio.above] : undefined) ?? step.plan,
    from: (ratio?.kind === 'ratio' ? metrics[ratio.below] : undefined) ?? before.plan,
  }
}

/** What became of one step in the next, over cells. */
export const conversionOf = (
  { engine }: Pick<Numbers, 'engine'>,
  before: Step,
  step: Step,
  cells: readonly Cell[],
  group?: RoleGroup,
): Conversion => {
  const sumOf = (metric: number): number => engine.value(metric, cells, group) ?? 0
  const ratio = step.rate?.derived
  if (step.rate && ratio?.kind === 'ratio')
    return {
      made: sumOf(ratio.above),
      from: sumOf(ratio.below),
      attempts: engine.factCount(step.rate.index, cells, group),
      value: engine.value(step.rate.index, cells, group),
    }
  const [made, from] = [sumOf(step.plan.index), sumOf(before.plan.index)]
  return {
    made,
    from,
    attempts: engine.factCount(before.plan.index, cells, group),
    value: from > 0 ? made / from : null,
  }
}

/** What became of each step over some days: of the days on which a rep was in the role, of all who were in it, of everybody. */
export interface Conversions {
  /** Link 0 leads from the first step to the second; null past the last. */
  of(link: number, member: Member, whose: WhoseRate): Conversion | null
}

/** Each is worked out once: everybody's plan asks for those of the role. */
export const createConversions = (
  numbers: Numbers,
  { formula, steps }: CompiledFormula,
  days: DayRange,
): Conversions => {
  const within = { team: null, role: formula.role }
  const known = new Map<string, Conversion>()
  const workOut = (before: Step, step: Step, member: Member, whose: WhoseRate): Conversion => {
    if (whose === 'own')
      return conversionOf(numbers, before, step, numbers.cellsOf(member.subject, days, within))
    if (whose === 'floor') return conversionOf(numbers, before, step, [{ subject: orgSubject, days }])
    const { people } = numbers.model.roster
    const cells = people.flatMap(({ subject }) => numbers.cellsOf(subject, days, within))
    return conversionOf(numbers, before, step, cells, { role: formula.role, of: orgSubject })
  }
  return {
    of: (link, member, whose) => {
      const [before, step] = [steps[link], steps[link + 1]]
      if (!before || !step) return null
      const key = `${link} ${whose === 'own' ? member.id : whose}`
      const conversion = known.get(key) ?? workOut(before, step, member, whose)
      known.set(key, conversion)
      return conversion
    },
  }
}

/** Those of a formula over some days. */
export type ConversionsOf = (compiled: CompiledFormula, days: DayRange) => Conversions

/** Asked for several people at one instant, they are worked out once for all of them. */
export const rememberConversions = (numbers: Numbers): ConversionsOf => {
  const known = new Map<string, Conversions>()
  return (compiled, days) => {
    const key = `${compiled.formula.id} ${days.from} ${days.to}`
    const conversions = known.get(key) ?? createConversions(numbers, compiled, days)
    known.set(key, conversions)
    return conversions
  }
}

const usable = (conversion: Conversion | null, whose: WhoseRate, leastAttempts: number): PlanRate | null =>
  conversion !== null &&
  conversion.value !== null &&
  conversion.value > 0 &&
  Number.isFinite(conversion.value) &&
  conversion.attempts >= leastAttempts
    ? {
        of: whose,
        value: conversion.value,
        made: conversion.made,
        from: conversion.from,
        attempts: conversion.attempts,
      }
    : null

/**
 * The rate from step `link` to the next one, by the history before a period; null where nobody's rests on enough attempts. A
 * rate of 0 is nobody's: no number of attempts would reach the quota by it.
 */
export const knownRate = (
  conversions: Conversions,
  { formula }: CompiledFormula,
  link: number,
  member: Member,
  history: DayRange,
): PlanRate | null => {
  const order: readonly WhoseRate[] = hasOwnHistory(member, history.to)
    ? ['own', 'role', 'floor']
    : ['role', 'floor']
  for (const whose of order) {
    const rate = usable(conversions.of(link, member, whose), whose, formula.leastAttempts)
    if (rate !== null) return rate
  }
  return null
}

/** Steps that have something where the step before has nothing: it was not logged, and cannot be computed with. */
export const unloggedBefore = (
  numbers: Numbers,
  { formula, steps }: CompiledFormula,
  member: Member,
  days: DayRange,
): readonly string[] => {
  const cells = numbers.cellsOf(member.subject, days, { team: null, role: formula.role })
  const sumOf = (step: Step | undefined): number =>
    step ? (numbers.engine.value(step.plan.index, cells) ?? 0) : 0
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]
    return before && sumOf(step) > 0 && sumOf(before) === 0 ? [before.plan.metric.id] : []
  })
}
