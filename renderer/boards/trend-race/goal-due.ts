import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'

/** The race as it is drawn: until something is due it has no goal line, and nobody is below it. */
export const withGoalDue = (view: TrendRaceView): TrendRaceView =>
  view.window.begins === undefined || view.goal === null ? view : { ...view, goal: null }
