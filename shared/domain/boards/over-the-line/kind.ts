import type { BoardRules } from '../board-rules.ts'
import { overTheLineFigures } from './figures.ts'
import { overTheLineOnPaper } from './on-paper.ts'
import { overTheLineFaults } from './over-the-line-faults.ts'
import { createOverTheLineView } from './over-the-line-view.ts'

export const overTheLine: BoardRules<'over-the-line'> = {
  createView: createOverTheLineView,
  faults: overTheLineFaults,
  figures: overTheLineFigures,
  onPaper: overTheLineOnPaper,
}
