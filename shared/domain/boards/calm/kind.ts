import type { BoardRules } from '../board-rules.ts'
import { calmFaults } from './calm-faults.ts'
import { createCalmView } from './calm-view.ts'
import { calmFigures } from './figures.ts'
import { calmOnPaper } from './on-paper.ts'

export const calm: BoardRules<'calm'> = {
  createView: createCalmView,
  faults: calmFaults,
  figures: calmFigures,
  onPaper: calmOnPaper,
}
