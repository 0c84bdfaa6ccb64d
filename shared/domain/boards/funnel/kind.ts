import type { BoardRules } from '../board-rules.ts'
import { funnelFigures } from './figures.ts'
import { funnelFaults } from './funnel-faults.ts'
import { createFunnelView } from './funnel-view.ts'
import { funnelOnPaper } from './on-paper.ts'

export const funnel: BoardRules<'funnel'> = {
  createView: createFunnelView,
  faults: funnelFaults,
  figures: funnelFigures,
  onPaper: funnelOnPaper,
}
