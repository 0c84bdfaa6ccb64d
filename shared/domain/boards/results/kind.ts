import type { BoardRules } from '../board-rules.ts'
import { resultsOnPaper } from './on-paper.ts'
import { resultsFaults } from './results-faults.ts'
import { createResultsView } from './results-view.ts'

export const results: BoardRules<'results'> = {
  createView: createResultsView,
  faults: resultsFaults,
  onPaper: resultsOnPaper,
}
