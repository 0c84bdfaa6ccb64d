import type { BoardRules } from '../board-rules.ts'
import { thanksFigures } from './figures.ts'
import { thanksOnPaper } from './on-paper.ts'
import { thanksFaults } from './thanks-faults.ts'
import { createThanksView } from './thanks-view.ts'

export const thanks: BoardRules<'thanks'> = {
  createView: createThanksView,
  faults: thanksFaults,
  figures: thanksFigures,
  onPaper: thanksOnPaper,
}
