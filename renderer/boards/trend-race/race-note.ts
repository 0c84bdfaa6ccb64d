// The line at the foot of a race: its question, and how to read the goal's line.
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'

export const raceNote = ({ goal, show, rows, days, fallback }: TrendRaceView): string => {
  if (fallback !== null) return 'Who is in front, and who is coming? No goals set: totals race'
  if (days.length === 0) return 'Who is in front, and who is coming?'
  if (goal !== null)
    return show === 'rank'
      ? 'Who led, and when? Above the dashed line: on pace for the goal'
      : 'Who is in front, and who is coming? Dashed line = pace to the goal'
  const ownGoals = Object.values(rows).some((row) => row.goal !== null)
  return ownGoals
    ? 'Who is in front, and who is coming? ▲ ▼ = to their own goal'
    : 'Who is in front, and who is coming? No goal set'
}
