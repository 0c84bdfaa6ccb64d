import type { BoardRules } from '../board-rules.ts'
import { accountabilityFaults } from './accountability-faults.ts'
import { createAccountabilityView } from './accountability-view.ts'
import { accountabilityFigures } from './figures.ts'
import { accountabilityOnPaper } from './on-paper.ts'

export const accountability: BoardRules<'accountability'> = {
  createView: createAccountabilityView,
  faults: accountabilityFaults,
  figures: accountabilityFigures,
  onPaper: accountabilityOnPaper,
}
