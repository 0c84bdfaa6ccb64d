import type { BoardRules } from '../board-rules.ts'
import { formulaFigures } from './figures.ts'
import { formulaBoardFaults } from './formula-board-faults.ts'
import { createFormulaView } from './formula-view.ts'
import { formulaOnPaper } from './on-paper.ts'

export const formula: BoardRules<'formula'> = {
  createView: createFormulaView,
  faults: formulaBoardFaults,
  figures: formulaFigures,
  onPaper: formulaOnPaper,
}
