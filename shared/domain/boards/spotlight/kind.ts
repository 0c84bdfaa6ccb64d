import type { BoardRules } from '../board-rules.ts'
import { spotlightFigures } from './figures.ts'
import { spotlightOnPaper } from './on-paper.ts'
import { spotlightFaults } from './spotlight-faults.ts'
import { createSpotlightView } from './spotlight-view.ts'

export const spotlight: BoardRules<'spotlight'> = {
  createView: createSpotlightView,
  faults: spotlightFaults,
  figures: spotlightFigures,
  onPaper: spotlightOnPaper,
}
