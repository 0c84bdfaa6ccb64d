import type { BoardRules } from '../board-rules.ts'
import { teamProgressFigures } from './figures.ts'
import { teamProgressOnPaper } from './on-paper.ts'
import { teamProgressFaults } from './team-progress-faults.ts'
import { createTeamProgressView } from './team-progress-view.ts'

export const teamProgress: BoardRules<'team-progress'> = {
  createView: createTeamProgressView,
  faults: teamProgressFaults,
  figures: teamProgressFigures,
  onPaper: teamProgressOnPaper,
}
