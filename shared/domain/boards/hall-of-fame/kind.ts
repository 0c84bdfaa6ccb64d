import type { BoardRules } from '../board-rules.ts'
import { hallOfFameFigures } from './figures.ts'
import { hallOfFameFaults } from './hall-of-fame-faults.ts'
import { createHallOfFameView } from './hall-of-fame-view.ts'
import { hallOfFameOnPaper } from './on-paper.ts'

export const hallOfFame: BoardRules<'hall-of-fame'> = {
  createView: createHallOfFameView,
  faults: hallOfFameFaults,
  figures: hallOfFameFigures,
  onPaper: hallOfFameOnPaper,
}
