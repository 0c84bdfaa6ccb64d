// What is written at the end of a line: the number that the race is about, and how it stands to the goal.
import { type Format, shownShare } from '../../../shared/domain/words/format.ts'
import type { TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import type { GoalState, Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'

export interface EndFigures {
  /** Counts up in place. */
  readonly amount: number | null
  readonly unit: Unit
  /** The same, written. */
  readonly main: string
  readonly beside: string
  /** Whose sign stands before what is beside: state is never colour alone. Reached goals have their star on the face. */
  readonly sign: GoalState | null
}

export const figuresOf = (
  row: TrendRaceRow,
  { unit }: Pick<ViewMetric, 'unit'>,
  show: TrendRaceView['show'],
  format: Format,
): EndFigures => {
  const value = format.value(row.value, unit)
  const noGoal = format.say({ id: 'board.no-goal', defaultMessage: 'no goal' })
  const sign = row.state === 'reached' || row.goal === null ? null : row.state
  if (show === 'attainment') {
    const amount = row.attainment === null ? null : shownShare(row.attainment)
    const main = format.value(amount, 'percent')
    return { amount, unit: 'percent', main, beside: row.goal === null ? noGoal : value, sign }
  }
  const beside = row.goal === null ? noGoal : format.attainment(row.attainment)
  return { amount: row.value, unit, main: value, beside, sign }
}
