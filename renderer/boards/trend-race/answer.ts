// The board in a sentence: who is in front, and by how much.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import type { BoardAnswer } from '../parts/board-answer.ts'

/** Null where nobody is in front: it has not begun, fewer than two have a rank, or nothing is done yet. */
export const trendRaceAnswer = (
  { rows, show, metric, over, days }: Pick<TrendRaceView, 'rows' | 'show' | 'metric' | 'over' | 'days'>,
  format: Format,
): BoardAnswer | null => {
  const { say } = format
  const ranked = Object.values(rows)
    .filter(({ rank, value }) => rank !== null && value !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const [first, second] = ranked
  if (days.length === 0 || !first || !second || ranked.every(({ value }) => value === 0)) return null
  if (first.rank === second.rank)
    return { word: say({ id: 'race.level', defaultMessage: 'Neck and neck' }), alarm: undefined, rest: '' }
  const lead = Math.abs((first.value ?? 0) - (second.value ?? 0))
  const amount = format.value(lead, metric.unit)
  // Of shares of their own goals the amounts are no lead.
  const byAmount = show !== 'attainment' && metric.unit !== 'percent' && lead > 0
  const rest = byAmount
    ? over
      ? say({ id: 'race.led-by', defaultMessage: 'was {amount} ahead' }, { amount })
      : say({ id: 'race.leads-by', defaultMessage: 'leads by {amount}' }, { amount })
    : over
      ? say({ id: 'race.led', defaultMessage: 'came first' })
      : say({ id: 'race.leads', defaultMessage: 'is in front' })
  return { word: first.short, alarm: undefined, rest }
}
