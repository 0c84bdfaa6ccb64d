// A value beside its goal.

import type { Metric } from '../../shared/wire/floor.ts'
import type { Standing } from '../../shared/wire/view-parts.ts'

/** `adds`: whether the metric adds up with time. `share`: of the window's working time that is over. */
export const standingOf = (
  metric: Metric,
  adds: boolean,
  value: number | null,
  goal: number | null,
  share: number,
): Standing => {
  const isLower = metric.better === 'lower'
  const pace = goal === null ? null : adds && !isLower ? goal * (share < 0.05 ? 0 : share) : goal
  if (value === null || goal === null || pace === null)
    return { value, goal, attainment: null, pace, state: null }
  // Equal but for an error of floating point is equal.
  const isAtLeast = (a: number, b: number) => a >= b || Math.abs(a - b) <= Math.abs(b) * 1e-13
  const isReached = isLower ? isAtLeast(goal, value) : isAtLeast(value, goal)
  const own = isLower
    ? value > 0
      ? goal / value
      : value === goal
        ? 1
        : null
    : goal === 0
      ? null
      : value / goal
  const attainment = isReached && goal > 0 && own !== null ? Math.max(1, own) : own
  const isWellBehind = isLower ? !isAtLeast(goal / value, 0.6) : !isAtLeast(value, pace * 0.6)
  const isOnPace = !isLower && isAtLeast(value, pace)
  const nothingIsDue = !isLower && pace === 0 && goal > 0
  const state = isReached
    ? 'reached'
    : nothingIsDue
      ? null
      : isOnPace
        ? 'on pace'
        : isWellBehind
          ? 'well behind'
          : 'behind'
  return { value, goal, attainment, pace, state }
}
