import type { BoardRules } from '../board-rules.ts'
import { trendRaceFigures } from './figures.ts'
import { trendRaceOnPaper } from './on-paper.ts'
import { trendRaceFaults } from './trend-race-faults.ts'
import { createTrendRaceView } from './trend-race-view.ts'

export const trendRace: BoardRules<'trend-race'> = {
  createView: createTrendRaceView,
  faults: trendRaceFaults,
  figures: trendRaceFigures,
  onPaper: trendRaceOnPaper,
}
