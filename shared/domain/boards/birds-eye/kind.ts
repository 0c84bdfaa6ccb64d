import type { BoardRules } from '../board-rules.ts'
import { birdsEyeFaults } from './birds-eye-faults.ts'
import { createBirdsEyeView } from './birds-eye-view.ts'
import { birdsEyeFigures } from './figures.ts'
import { birdsEyeOnPaper } from './on-paper.ts'

export const birdsEye: BoardRules<'birds-eye'> = {
  createView: createBirdsEyeView,
  faults: birdsEyeFaults,
  figures: birdsEyeFigures,
  onPaper: birdsEyeOnPaper,
}
