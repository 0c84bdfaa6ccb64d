import type { BoardRules } from '../board-rules.ts'
import { contestFaults } from './contest-faults.ts'
import { createContestView } from './contest-view.ts'
import { contestFigures } from './figures.ts'
import { contestOnPaper } from './on-paper.ts'

export const contest: BoardRules<'contest'> = {
  createView: createContestView,
  faults: contestFaults,
  figures: contestFigures,
  onPaper: contestOnPaper,
}
