// What lies along the bar: the thresholds and the goal, in the order in which they are reached.
import type { TeamGoalView } from '../../../shared/wire/boards/team-goal-board.ts'

export interface Milestone {
  readonly at: number
  /** What it unlocks; null for a goal that unlocks nothing. */
  readonly unlocks: string | null
  readonly isGoal: boolean
  readonly reached: boolean
}

type Barred = Pick<TeamGoalView, 'value' | 'goal' | 'state' | 'thresholds'>

/** A threshold at the goal is the goal's own. */
export const milestonesOf = ({ goal, state, thresholds }: Barred): readonly Milestone[] => {
  const marks = thresholds.map((each): Milestone => ({ ...each, isGoal: each.at === goal }))
  if (goal === null || goal <= 0 || marks.some(({ isGoal }) => isGoal)) return marks
  const own: Milestone = { at: goal, unlocks: null, isGoal: true, reached: state === 'reached' }
  return [...marks, own].sort((a, b) => a.at - b.at)
}

/** The amount at the far end of the bar. */
export const barEnd = ({ value, goal, thresholds }: Barred): number =>
  Math.max(0, value ?? 0, goal ?? 0, thresholds.at(-1)?.at ?? 0)
