import type { BoardRules } from '../board-rules.ts'
import { resultsFigures } from './figures.ts'
import { resultsOnPaper } from './on-paper.ts'
import { resultsFaults } from './results-faults.ts'
import { createResultsView } from './results-view.ts'

export const results: BoardRules<'results'> = {
  createView: createResultsView,
  faults: resultsFaults,
  figures: resultsFigures,
  onPaper: resultsOnPaper,
}
