import type { BoardRules } from '../board-rules.ts'
import { winsFigures } from './figures.ts'
import { winsOnPaper } from './on-paper.ts'
import { createWinsView } from './wins-view.ts'

/** Names nothing of the floor file but its scope: nothing of its own can be wrong. */
export const wins: BoardRules<'wins'> = {
  createView: createWinsView,
  faults: () => [],
  figures: winsFigures,
  onPaper: winsOnPaper,
}
