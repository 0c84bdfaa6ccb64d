// A value beside its goal: attainment, pace, state and where it is heading.
import type { GoalState, Unit } from '../../wire/view-parts.ts'

export type Better = 'higher' | 'lower'

/** Under this share of the pace (or, for rates, of the goal) a value is well behind. */
const wellBehind = 0.6

/** A run-rate is worth saying once this share of the working time is over. */
export const earliestRunRate = 0.1

/**
 * Value ÷ goal; where lower is better, goal ÷ value. Null when either is unknown, or the quotient has no value:
 * a goal of 0 where higher is better, a value of 0 or less where lower is better and the goal is above it.
 */
export const attainmentOf = (value: number | null, goal: number | null, better: Better): number | null => {
  if (value === null || goal === null) return null
  if (better === 'higher') return goal === 0 ? null : value / goal
  if (value > 0) return goal / value
  return value === goal ? 1 : null
}

const reaches = (value: number, goal: number, better: Better): boolean =>
  better === 'higher' ? value >= goal : value <= goal

/** An amount of work as people can do it: counts in whole pieces, money in whole minor units, rounded up, never below 0. */
export const wholeAmount = (amount: number, unit: Unit): number =>
  // A hair's breadth of floating point is no further piece.
  unit === 'count' || unit === 'money' ? Math.max(0, Math.ceil(amount - 1e-9)) : amount

/**
 * Where a value should be by now, in its own unit: goal × share of the window's working time gone, for what adds up
 * with time and is wanted high. A rate, or what should stay low, is held against the whole goal at any time.
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

/** Value ÷ share of the working time gone; null before a tenth of it is over, and for what does not add up with time. */
export const runRateOf = (value: number | null, shareGone: number, additive: boolean): number | null =>
  value === null || !additive || shareGone < earliestRunRate ? null : value / Math.min(shareGone, 1)
