// A value beside its goal: attainment, pace, state and run-rate.
import type { GoalState, Unit } from '../../wire/view-parts.ts'

export type Better = 'higher' | 'lower'

/** Below this share of the pace (for rates, of the goal) a value is well behind. */
const wellBehind = 0.6

/** There is a run-rate once this share of the working time is over. */
export const earliestRunRate = 0.1

/**
 * Value ÷ goal; where lower is better, goal ÷ value. Null when either is unknown, for a goal of 0 where higher is
 * better, and where lower is better for a value of 0 or less, unless it equals the goal (1).
 */
export const attainmentOf = (value: number | null, goal: number | null, better: Better): number | null => {
  if (value === null || goal === null) return null
  if (better === 'higher') return goal === 0 ? null : value / goal
  if (value > 0) return goal / value
  return value === goal ? 1 : null
}

const reaches = (value: number, goal: number, better: Better): boolean =>
  better === 'higher' ? value >= goal : value <= goal

/** An amount that people can do: counts in whole pieces, money in whole minor units, rounded up, at least 0. */
export const wholeAmount = (amount: number, unit: Unit): number =>
  // An error of floating point must not ask for one more.
  unit === 'count' || unit === 'money' ? Math.max(0, Math.ceil(amount - 1e-9)) : amount

/**
 * Where a value should be by now, in its own unit: goal × share of the window's working time that is over, for what
 * adds up with time and should be high. A rate, or what should be low, is compared with the full goal at any time.
 */
export const paceOf = (
  goal: number | null,
  shareGone: number,
  additive: boolean,
  better: Better,
): number | null => (goal === null ? null : additive && better === 'higher' ? goal * shareGone : goal)

/** Null without a goal or with an unknown value. */
export const stateOf = (
  value: number | null,
  goal: number | null,
  pace: number | null,
  better: Better,
): GoalState | null => {
  if (value === null || goal === null || pace === null) return null
  if (reaches(value, goal, better)) return 'reached'
  if (better === 'lower') return goal / value < wellBehind ? 'well behind' : 'behind'
  if (value >= pace) return 'on pace'
  return value < pace * wellBehind ? 'well behind' : 'behind'
}

/** Value ÷ share of the working time that is over; null before a tenth is, and for what does not add up with time. */
export const runRateOf = (value: number | null, shareGone: number, additive: boolean): number | null =>
  value === null || !additive || shareGone < earliestRunRate ? null : value / Math.min(shareGone, 1)
