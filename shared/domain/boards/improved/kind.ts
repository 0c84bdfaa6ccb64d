import type { BoardRules } from '../board-rules.ts'
import { improvedFigures } from './figures.ts'
import { improvedFaults } from './improved-faults.ts'
import { createImprovedView } from './improved-view.ts'
import { improvedOnPaper } from './on-paper.ts'

export const improved: BoardRules<'improved'> = {
  createView: createImprovedView,
  faults: improvedFaults,
  figures: improvedFigures,
  onPaper: improvedOnPaper,
}
