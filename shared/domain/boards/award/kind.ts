import type { BoardRules } from '../board-rules.ts'
import { awardBoardFaults } from './award-faults.ts'
import { createAwardView } from './award-view.ts'
import { awardFigures } from './figures.ts'
import { awardOnPaper } from './on-paper.ts'

export const award: BoardRules<'award'> = {
  createView: createAwardView,
  faults: awardBoardFaults,
  figures: awardFigures,
  onPaper: awardOnPaper,
}
