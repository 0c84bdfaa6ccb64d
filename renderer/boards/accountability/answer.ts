// The board in a sentence: how many of everybody's goals are as far as they should be, or reached.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import type { GoalState, Standing } from '../../../shared/wire/view-parts.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** While nothing is due of a week that runs; null without goals, or while a number is not known. */
const goalsAhead = (
  cells: AccountabilityView['rows'][string]['cells'],
  { say, value }: Pick<Format, 'say' | 'value'>,
): BoardAnswer | null => {
  const held = cells.filter(({ goal }) => goal !== null)
  if (held.length === 0 || held.some((cell) => cell.value === null)) return null
  return {
    word: value(held.length, 'count'),
    alarm: undefined,
    rest: say(
      {
        id: 'accountability.goals-ahead',
        defaultMessage: '{goals, plural, one {goal this week.} other {goals this week.}}',
      },
      { goals: held.length },
    ),
  }
}

type Period = AccountabilityView['period']

/** While a week runs, whoever is on pace does what is asked; at its end, and at a check-in, only what is reached counts. */
const isKept = (state: GoalState, period: Period): boolean =>
  state === 'reached' || (period === 'this-week' && state === 'on pace')

/**
 * Of some goals, how many are as far as they should be, and of how many. What nothing is due of has no state, and is
 * not counted. All that the board counts is this, so that its columns add up to its answer.
 */
export const keptOf = (
  cells: readonly Pick<Standing, 'state'>[],
  period: Period,
): { readonly kept: number; readonly judged: number } => {
  const states = cells.flatMap(({ state }) => state ?? [])
  return { kept: states.filter((state) => isKept(state, period)).length, judged: states.length }
}

/** Null where there is nothing to judge: no goals, nobody, or nothing due of a week that is over or looked back at. */
export const accountabilityAnswer = (
  { rows, period }: Pick<AccountabilityView, 'rows' | 'period'>,
  { say, value }: Format,
): BoardAnswer | null => {
  const cells = Object.values(rows).flatMap((row) => row.cells)
  const { kept, judged } = keptOf(cells, period)
  if (judged === 0) return period === 'this-week' ? goalsAhead(cells, { say, value }) : null
  const goals = { goals: judged }
  if (cells.every(({ state }) => state === null || state === 'reached'))
    return {
      word: say(
        {
          id: 'accountability.all-goals',
          defaultMessage: '{goals, plural, one {The goal} other {All # goals}}',
        },
        goals,
      ),
      alarm: 'reached',
      rest: say({ id: 'accountability.all-reached', defaultMessage: 'reached.' }),
    }
  return {
    word: value(kept, 'count'),
    alarm: kept === judged ? 'ahead' : undefined,
    rest:
      period === 'last-week'
        ? say(
            {
              id: 'accountability.answer-reached',
              defaultMessage: 'of {goals, plural, one {# goal} other {# goals}} reached',
            },
            goals,
          )
        : say(
            {
              id: 'accountability.answer-on-pace',
              defaultMessage: 'of {goals, plural, one {# goal} other {# goals}} on pace',
            },
            goals,
          ),
  }
}
