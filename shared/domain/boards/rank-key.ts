// What a board ranks by, as one number: higher stands first, NaN is unknown and stands last.
import type { Cell } from '../counting/counters.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { attainmentOf, type Better } from '../standing/attainment.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'

export type RankBy = 'value' | 'attainment' | 'improvement'

const wanted = (value: number | null, better: Better): number =>
  value === null ? Number.NaN : better === 'higher' ? value : -value

/** Whether a goal can rank anybody: of a goal of 0 of which more is better there is no share. */
export const isAttainable = (goal: number | null, better: Better): boolean =>
  goal !== null && (better === 'lower' || goal !== 0)

/** Where lower is better, a value of 0 has no quotient and yet nothing beats it, whatever the goal. */
const attainmentKey = (value: number | null, goal: number | null, better: Better): number => {
  if (value === null || goal === null) return Number.NaN
  if (better === 'lower' && value <= 0) return value <= goal ? Number.POSITIVE_INFINITY : Number.NaN
  return attainmentOf(value, goal, better) ?? Number.NaN
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

/** The four weeks before a window. */
export const baselineOf = (days: DayRange): DayRange => ({ from: days.from - baselineDays, to: days.from })

/**
 * What one's own last four weeks before the window would have made of it by now: of what adds up with time, their
 * amount per working day for each that is gone; of a rate, the rate. Null without such a past.
 */
export const usualOf = (
  numbers: Numbers,
  plan: MetricPlan,
  days: DayRange,
  workingDaysGone: number,
  cellsOver: (range: DayRange) => readonly Cell[],
): number | null => {
  const past = baselineOf(days)
  const before = numbers.engine.value(plan.index, cellsOver(past))
  if (before === null || !plan.additive) return before
  const pastWorkingDays = numbers.model.workingTime.daysIn(past)
  const usual = pastWorkingDays === 0 ? 0 : (before / pastWorkingDays) * workingDaysGone
  return usual > 0 ? usual : null
}

/** From what is usual to a value: a fraction of it for what adds up with time, a difference for rates. */
export const changeFrom = (usual: number, value: number, { additive }: MetricPlan): number =>
  additive ? value / usual - 1 : value - usual

/** Change on one's own last four weeks before the window. Null without such a past. */
export const improvementOf = (
  numbers: Numbers,
  plan: MetricPlan,
  value: number | null,
  days: DayRange,
  workingDaysGone: number,
  cellsOver: (range: DayRange) => readonly Cell[],
): number | null => {
  const usual = usualOf(numbers, plan, days, workingDaysGone, cellsOver)
  return value === null || usual === null ? null : changeFrom(usual, value, plan)
}
