import type { BoardRules } from '../board-rules.ts'
import { formulaBoardFaults } from './formula-board-faults.ts'
import { createFormulaView } from './formula-view.ts'

export const formula: BoardRules<'formula'> = { createView: createFormulaView, faults: formulaBoardFaults }
