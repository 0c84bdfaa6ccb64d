import type { BoardRules } from '../board-rules.ts'
import { accountabilityFaults } from './accountability-faults.ts'
import { createAccountabilityView } from './accountability-view.ts'

export const accountability: BoardRules<'accountability'> = {
  createView: createAccountabilityView,
  faults: accountabilityFaults,
}
