import type { BoardRules } from '../board-rules.ts'
import { exceptionsBoardFaults } from './exceptions-board-faults.ts'
import { createExceptionsView } from './exceptions-view.ts'

export const exceptions: BoardRules<'exceptions'> = {
  createView: createExceptionsView,
  faults: exceptionsBoardFaults,
}
