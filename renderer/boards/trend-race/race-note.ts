// The line at the foot of a race: its question, and how to read the goal's line.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'

export const raceNote = ({ goal, show, rows, days, fallback, window }: TrendRaceView, say: Say): string => {
  const question = say({ id: 'race.question', defaultMessage: 'Who is in front, and who is coming?' })
  if (fallback !== null)
    return `${question} ${say({ id: 'race.no-goals', defaultMessage: 'No goals set: totals race' })}`
  if (days.length === 0 || window.begins !== undefined) return question
  if (goal !== null)
    return show === 'rank'
      ? say({
          id: 'race.rank',
          defaultMessage: 'Who led, and when? Above the dashed line: on pace for the goal',
        })
      : `${question} ${say({ id: 'race.dashed', defaultMessage: 'Dashed line = pace to the goal' })}`
  const ownGoals = Object.values(rows).some((row) => row.goal !== null)
  const note = ownGoals
    ? say({ id: 'race.own-goals', defaultMessage: '% = of their own goal' })
    : say({ id: 'race.no-goal', defaultMessage: 'No goal set' })
  return `${question} ${note}`
}
