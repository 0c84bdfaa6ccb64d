// A value beside its goal: attainment, pace, state and run-rate.
import type { GoalState, Unit } from '../../wire/view-parts.ts'

export type Better = 'higher' | 'lower'

/**
 * Sums of shares and of goals are fractions: what differs by less than this share of itself is an error of floating
 * point, and no cent of a billion.
 */
const leastShare = 1e-13

/** Whether an amount is at least another; what is equal but for an error of floating point is. */
export const isAtLeast = (amount: number, other: number): boolean =>
  amount >= other - Math.abs(other) * leastShare

/** Below this share of the pace (for rates, of the goal) a value is well behind. */
const wellBehind = 0.6

/**
 * Before this share of the working time is over nothing is due: about the first day of a month and the first three of a
 * quarter, when a column of people who are behind would say nothing but that it has just begun.
 */
const earliestDue = 0.05

/** The share of a goal that is due, of the share of the working time that is over. */
export const shareDue = (shareGone: number): number => (shareGone < earliestDue ? 0 : shareGone)

/** There is a run-rate once this share of the working time is over. */
export const earliestRunRate = 0.1

/**
 * Value ÷ goal; where lower is better, goal ÷ value. Null when either is unknown, for a goal of 0 where higher is
 * better, and where lower is better for a value of 0 or less, unless it equals the goal (1).
 */
export const attainmentOf = (value: number | null, goal: number | null, better: Better): number | null => {
  if (value === null || goal === null) return null
  const share = better === 'higher' ? (goal === 0 ? null : value / goal) : value > 0 ? goal / value : null
  if (share === null) return better === 'lower' && value === goal ? 1 : null
  // What is reached is never a hair short of the whole.
  return share < 1 && goal > 0 && reaches(value, goal, better) ? 1 : share
}

/** Whether a value keeps a goal, or a pace. */
export const reaches = (value: number, goal: number, better: Better): boolean =>
  better === 'higher' ? isAtLeast(value, goal) : isAtLeast(goal, value)

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

/**
 * The one place where it is decided how a value stands; colours and signs follow from it alone. On the pace exactly is
 * `on pace`. Null without a goal, with an unknown value, or short of a goal of which nothing is due yet: there nobody is
 * praised for nothing.
 */
export const stateOf = (
  value: number | null,
  goal: number | null,
  pace: number | null,
  better: Better,
): GoalState | null => {
  if (value === null || goal === null || pace === null) return null
  if (reaches(value, goal, better)) return 'reached'
  if (better === 'lower') return isAtLeast(goal / value, wellBehind) ? 'behind' : 'well behind'
  // Of a goal of 0 all is due at any time.
  if (pace === 0 && goal > 0) return null
  if (isAtLeast(value, pace)) return 'on pace'
  return isAtLeast(value, pace * wellBehind) ? 'behind' : 'well behind'
}

/** Value ÷ share of the working time that is over; null before a tenth is, and for what does not add up with time. */
export const runRateOf = (value: number | null, shareGone: number, additive: boolean): number | null =>
  value === null || !additive || shareGone < earliestRunRate ? null : value / Math.min(shareGone, 1)
