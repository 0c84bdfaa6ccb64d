import type { BoardRules } from '../board-rules.ts'
import { headToHeadFigures } from './figures.ts'
import { headToHeadFaults } from './head-to-head-faults.ts'
import { createHeadToHeadView } from './head-to-head-view.ts'
import { headToHeadOnPaper } from './on-paper.ts'

export const headToHead: BoardRules<'head-to-head'> = {
  createView: createHeadToHeadView,
  faults: headToHeadFaults,
  figures: headToHeadFigures,
  onPaper: headToHeadOnPaper,
}
