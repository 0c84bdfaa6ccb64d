import type { BoardRules } from '../board-rules.ts'
import { teamGoalFigures } from './figures.ts'
import { teamGoalOnPaper } from './on-paper.ts'
import { teamGoalFaults } from './team-goal-faults.ts'
import { createTeamGoalView } from './team-goal-view.ts'

export const teamGoal: BoardRules<'team-goal'> = {
  createView: createTeamGoalView,
  faults: teamGoalFaults,
  figures: teamGoalFigures,
  onPaper: teamGoalOnPaper,
}
