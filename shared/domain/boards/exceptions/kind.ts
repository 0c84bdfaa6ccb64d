import type { BoardRules } from '../board-rules.ts'
import { exceptionsBoardFaults } from './exceptions-board-faults.ts'
import { createExceptionsView } from './exceptions-view.ts'
import { exceptionsFigures } from './figures.ts'
import { exceptionsOnPaper } from './on-paper.ts'

export const exceptions: BoardRules<'exceptions'> = {
  createView: createExceptionsView,
  faults: exceptionsBoardFaults,
  figures: exceptionsFigures,
  onPaper: exceptionsOnPaper,
}
