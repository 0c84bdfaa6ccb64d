import type { BoardRules } from '../board-rules.ts'
import { fromTheTopFigures } from './figures.ts'
import { createFromTheTopView } from './from-the-top-view.ts'
import { fromTheTopOnPaper } from './on-paper.ts'

/** Names nothing of the floor file but its scope: nothing of its own can be wrong. */
export const fromTheTop: BoardRules<'from-the-top'> = {
  createView: createFromTheTopView,
  faults: () => [],
  figures: fromTheTopFigures,
  onPaper: fromTheTopOnPaper,
}
