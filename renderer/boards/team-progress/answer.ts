// The board in a sentence: how many teams are as far as they should be.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { TeamProgressView } from '../../../shared/wire/boards/team-progress-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'
import { totalAnswer } from '../parts/total-answer.ts'

/** Of a team alone how it stands; null where no team can be judged. */
export const teamProgressAnswer = (
  { rows, metric }: Pick<TeamProgressView, 'rows' | 'metric'>,
  format: Format,
): BoardAnswer | null => {
  const { say, value } = format
  const [first, ...others] = Object.values(rows)
  if (first && others.length === 0) return totalAnswer(first, metric, format)
  const states = Object.values(rows).flatMap(({ state }) => state ?? [])
  if (states.length === 0) return null
  const teams = { teams: states.length }
  const reached = states.filter((state) => state === 'reached').length
  if (reached === states.length)
    return {
      word: say({ id: 'team-progress.all', defaultMessage: 'All {teams} teams' }, teams),
      alarm: 'reached',
      rest: say({ id: 'team-progress.over', defaultMessage: 'over the line.' }),
    }
  const kept = reached + states.filter((state) => state === 'on pace').length
  return {
    word: value(kept, 'count'),
    alarm: kept === states.length ? 'ahead' : undefined,
    rest: say(
      {
        id: 'team-progress.on-pace',
        defaultMessage: 'of {teams, plural, one {# team} other {# teams}} on pace',
      },
      teams,
    ),
  }
}
