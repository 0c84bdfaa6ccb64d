// What a board ranks by, as one number: higher stands first, NaN is unknown and stands last.
import { attainmentOf, type Better } from '../attainment.ts'
import type { DayRange } from '../calendar-date.ts'
import type { Cell } from '../engine.ts'
import type { MetricPlan } from '../metric-plan.ts'
import type { Numbers } from '../numbers.ts'

export type RankBy = 'value' | 'attainment' | 'improvement'

const wanted = (value: number | null, better: Better): number =>
  value === null ? Number.NaN : better === 'higher' ? value : -value

/** Where lower is better, a value of 0 has no quotient and yet nothing beats it. */
const attainmentKey = (value: number | null, goal: number | null, better: Better): number => {
  if (value === null || goal === null) return Number.NaN
  const attainment = attainmentOf(value, goal, better)
  if (attainment !== null) return attainment
  return better === 'lower' && value <= goal ? Number.POSITIVE_INFINITY : Number.NaN
}

export const rankKey = (
  by: RankBy,
  value: number | null,
  goal: number | null,
  improvement: number | null,
  better: Better,
): number => {
  if (by === 'attainment') return attainmentKey(value, goal, better)
  return wanted(by === 'value' ? value : improvement, better)
}

/** Days of one's own past that an improvement is measured against: four weeks. */
const baselineDays = 28

/**
 * Change on one's own last four weeks before the window. What adds up with time is compared per working day of the
 * window gone, as a fraction of it; rates are compared as they are, as a difference. Null without such a past.
 */
export const improvementOf = (
  numbers: Numbers,
  plan: MetricPlan,
  value: number | null,
  days: DayRange,
  workingDaysGone: number,
  cellsOver: (range: DayRange) => readonly Cell[],
): number | null => {
  const past = { from: days.from - baselineDays, to: days.from }
  const before = numbers.engine.value(plan.index, cellsOver(past))
  if (value === null || before === null) return null
  if (!plan.additive) return value - before
  const pastWorkingDays = numbers.model.workingTime.daysIn(past)
  const expected = pastWorkingDays === 0 ? 0 : (before / pastWorkingDays) * workingDaysGone
  return expected > 0 ? value / expected - 1 : null
}
