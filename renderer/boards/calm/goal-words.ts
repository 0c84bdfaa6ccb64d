// A goal as somebody would say it: "160 dials each for the week, 32 a day".
import type { Format } from '../../../shared/domain/words/format.ts'
import type { CalmGoal, CalmView, Span } from '../../../shared/wire/boards/calm-board.ts'
import { zonedFormat } from '../../ui/zoned-format.ts'
import { nounOf } from '../parts/noun-of.ts'

export const goalWords = (
  { metric, grain, of, goal, aDay }: CalmGoal,
  format: Format,
  locale: string,
): string => {
  if (goal === null) return `no goal set for ${metric.name}`
  const written = ({ from, to }: Span): string => {
    const [least, most] = [format.value(from, metric.unit), format.value(to, metric.unit)]
    return least === most ? most : `${least} to ${most}`
  }
  const amount = written(goal)
  const limit = metric.better === 'lower' ? 'at most ' : ''
  const when = grain === 'day' ? '' : ` for the ${grain}`
  const share = aDay === null ? '' : `, ${written(aDay)} a day`
  return `${limit}${amount} ${nounOf(amount, metric.noun, locale)} ${of}${when}${share}`
}

/** "Today", "Tomorrow", "Monday"; a week off and more "Mon, Jan 4". */
export const dayWords = ({ day, inDays }: NonNullable<CalmView['next']>, locale: string): string => {
  if (inDays === 0) return 'Today'
  if (inDays === 1) return 'Tomorrow'
  // A date is that day in every zone: it is read as UTC's and written as UTC's.
  return zonedFormat(
    Date.parse(day),
    locale,
    'UTC',
    inDays < 7 ? { weekday: 'long' } : { weekday: 'short', month: 'short', day: 'numeric' },
  )
}
