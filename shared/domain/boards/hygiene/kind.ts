import type { BoardRules } from '../board-rules.ts'
import { hygieneFigures } from './figures.ts'
import { hygieneFaults } from './hygiene-faults.ts'
import { createHygieneView } from './hygiene-view.ts'
import { hygieneOnPaper } from './on-paper.ts'

export const hygiene: BoardRules<'hygiene'> = {
  createView: createHygieneView,
  faults: hygieneFaults,
  figures: hygieneFigures,
  onPaper: hygieneOnPaper,
}
