// A goal as somebody would say it: "160 dials each for the week, 32 a day".
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { CalmGoal, CalmView, Span } from '../../../shared/wire/boards/calm-board.ts'
import { zonedFormat } from '../../ui/zoned-format.ts'
import { nounOf } from '../parts/noun-of.ts'

export const goalWords = (
  { metric, grain, of, goal, aDay }: CalmGoal,
  format: Format,
  locale: string,
): string => {
  const { say } = format
  if (goal === null || of === null)
    return say({ id: 'calm.no-goal', defaultMessage: 'no goal set for {metric}' }, { metric: metric.name })
  const written = ({ from, to }: Span): string => {
    const [least, most] = [format.value(from, metric.unit), format.value(to, metric.unit)]
    return least === most
      ? most
      : say({ id: 'board.span', defaultMessage: '{least} to {most}' }, { least, most })
  }
  const amount = written(goal)
  const words = say(
    {
      id: 'calm.goal',
      defaultMessage:
        '{limit, select, lower {at most } other {}}{amount} {noun} {of, select, each {each} other {together}}{grain, select, day {} week { for the week} month { for the month} quarter { for the quarter} other { for the year}}',
    },
    { limit: metric.better, amount, noun: nounOf(amount, metric.noun, locale), of, grain },
  )
  return aDay === null
    ? words
    : `${words}, ${say({ id: 'board.a-day', defaultMessage: '{amount} a day' }, { amount: written(aDay) })}`
}

/** "Today", "Tomorrow", "Monday"; a week off and more "Mon, Jan 4". */
export const dayWords = (
  { day, inDays }: NonNullable<CalmView['next']>,
  say: Say,
  locale: string,
): string => {
  if (inDays === 0) return say({ id: 'calm.today', defaultMessage: 'Today' })
  if (inDays === 1) return say({ id: 'calm.tomorrow', defaultMessage: 'Tomorrow' })
  // A date is that day in every zone: it is read as UTC's and written as UTC's.
  return zonedFormat(
    Date.parse(day),
    locale,
    'UTC',
    inDays < 7 ? { weekday: 'long' } : { weekday: 'short', month: 'short', day: 'numeric' },
  )
}
