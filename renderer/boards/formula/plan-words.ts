// What a board of the day's plan says in words.
import type { Say } from '../../../shared/domain/words/say.ts'
import type {
  FormulaColumn,
  FormulaView,
  NothingPlanned,
  PlannedFor,
} from '../../../shared/wire/boards/formula-board.ts'
import { tickNote } from './tick-note.ts'

/** In place of a bar. */
export const nothingWords = (nothing: NothingPlanned, say: Say): string => {
  switch (nothing) {
    case 'no plan':
      return say({ id: 'formula.no-plan', defaultMessage: 'no plan yet' })
    case 'day off':
      return say({ id: 'formula.day-off', defaultMessage: 'day off' })
    case 'away':
      return say({ id: 'formula.away', defaultMessage: 'away today' })
    case 'done':
      return say({ id: 'formula.done', defaultMessage: 'all planned is done' })
  }
}

/** Of a step that is planned for more than the day. */
export const spanWords = (plannedFor: PlannedFor, say: Say): string | null =>
  plannedFor === 'week' ? say({ id: 'formula.week', defaultMessage: 'this week' }) : null

/** "5 of 8 at plan". */
export const atPlanWords = ({ withGoal }: Pick<FormulaColumn, 'withGoal'>, say: Say): string =>
  say({ id: 'formula.of-at-plan', defaultMessage: 'of {people} at plan' }, { people: withGoal })

export const everybodyWords = (say: Say): string =>
  say({ id: 'formula.everybody', defaultMessage: 'Everybody is over their line' })

/** Whose line it is: nobody's is the team's. */
export const footWords = (view: FormulaView, say: Say): string =>
  `${say({ id: 'formula.question', defaultMessage: 'Each line is their own plan for today, not the team’s' })}${tickNote(view, say)}`

interface Instead {
  readonly headline: string
  readonly advice: string
}

/** Why there are no rows to show; null where there are some. */
export const reasonForNoRows = ({
  rows,
}: Pick<FormulaView, 'rows'>): 'nobody' | 'all off' | 'no plans' | null => {
  const all = Object.values(rows)
  if (all.length === 0) return 'nobody'
  if (all.every(({ nothing }) => nothing === 'day off' || nothing === 'away')) return 'all off'
  return all.every(({ nothing }) => nothing === 'no plan') ? 'no plans' : null
}

/** What is said instead of rows; null where there are some to show. */
export const insteadOfRows = (view: FormulaView, say: Say): Instead | null => {
  switch (reasonForNoRows(view)) {
    case 'nobody':
      return {
        headline: say({ id: 'board.nobody', defaultMessage: 'Nobody is on this board yet' }),
        advice: say(
          {
            id: 'formula.empty-advice',
            defaultMessage: 'As soon as people join {scope}, each of them has a row here with their own day.',
          },
          { scope: view.scope },
        ),
      }
    case 'all off':
      return {
        headline: say({ id: 'formula.all-off', defaultMessage: 'Nothing is planned for today' }),
        advice: say({
          id: 'formula.all-off-advice',
          defaultMessage: 'The team is off. On the next working day everybody’s plan is here again.',
        }),
      }
    case 'no plans':
      return {
        headline: say({ id: 'formula.no-plans', defaultMessage: 'No plans yet' }),
        advice: say({
          id: 'formula.no-plans-advice',
          defaultMessage: 'A plan is drawn up as soon as there is a quota, and a past that it can rest on.',
        }),
      }
    case null:
      return null
  }
}
