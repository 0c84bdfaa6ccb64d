// What is written at the end of a line: the number that the race is about, and how it stands to the goal.
import { type Format, shownShare } from '../../../shared/domain/words/format.ts'
import type { TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import type { Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { signOf } from '../parts/alarm.ts'

export interface EndFigures {
  /** Counts up in place. */
  readonly amount: number | null
  readonly unit: Unit
  /** The same, written. */
  readonly main: string
  /** With a sign: state is never colour alone. Reached goals have their star on the face. */
  readonly beside: string
}

export const figuresOf = (
  row: TrendRaceRow,
  { unit }: Pick<ViewMetric, 'unit'>,
  show: TrendRaceView['show'],
  format: Format,
): EndFigures => {
  const value = format.value(row.value, unit)
  const noGoal = format.say({ id: 'board.no-goal', defaultMessage: 'no goal' })
  const sign = signOf(row.state) === '' ? '' : `${signOf(row.state)} `
  if (show === 'attainment') {
    const amount = row.attainment === null ? null : shownShare(row.attainment)
    const main = `${sign}${format.value(amount, 'percent')}`
    return { amount, unit: 'percent', main, beside: row.goal === null ? noGoal : value }
  }
  const beside = row.goal === null ? noGoal : `${sign}${format.attainment(row.attainment)}`
  return { amount: row.value, unit, main: value, beside }
}
