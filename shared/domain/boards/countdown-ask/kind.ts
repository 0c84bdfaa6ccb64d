import type { BoardRules } from '../board-rules.ts'
import { countdownAskFaults } from './countdown-ask-faults.ts'
import { createCountdownAskView } from './countdown-ask-view.ts'
import { countdownAskFigures } from './figures.ts'
import { countdownAskOnPaper } from './on-paper.ts'

export const countdownAsk: BoardRules<'countdown-ask'> = {
  createView: createCountdownAskView,
  faults: countdownAskFaults,
  figures: countdownAskFigures,
  onPaper: countdownAskOnPaper,
}
