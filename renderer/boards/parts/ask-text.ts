// An amount of work in words, and what is each one's part of it.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { TeamAsk, Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { nounOf } from './noun-of.ts'

/** "1 person", "6 people". */
export const peopleCount = (people: number, say: Say): string =>
  say({ id: 'board.people', defaultMessage: '{people, plural, one {# person} other {# people}}' }, { people })

/** What stands behind `text`, an amount as it is written: "meetings", "points"; nothing behind money. */
export const nounAfter = (
  text: string,
  { unit, noun }: Pick<ViewMetric, 'unit' | 'noun'>,
  say: Say,
  locale: string,
): string =>
  unit === 'count'
    ? nounOf(text, noun, locale)
    : unit === 'points'
      ? say({ id: 'board.points', defaultMessage: 'points' })
      : ''

/** "$650K", "12 meetings". */
export const amountText = (
  amount: number,
  metric: Pick<ViewMetric, 'unit' | 'noun'>,
  format: Format,
  locale: string,
): string => {
  const text = format.value(amount, metric.unit)
  return [text, nounAfter(text, metric, format.say, locale)].filter((part) => part !== '').join(' ')
}

/** "2 each"; null where there is nothing to divide. */
export const eachText = (ask: TeamAsk, unit: Unit, format: Format): string | null => {
  const { left, people, each, eachADay } = ask
  const { say } = format
  if (eachADay !== null) {
    const amount = format.value(eachADay, unit)
    return people === 1
      ? say({ id: 'board.a-day', defaultMessage: '{amount} a day' }, { amount })
      : say({ id: 'ask.each-a-day', defaultMessage: '{amount} each a day' }, { amount })
  }
  if (people === 1) return null
  // Fewer than there are people: a piece each, from some of them.
  if (unit === 'count' && left <= people - 1)
    return left <= 1
      ? null
      : say(
          { id: 'ask.one-each', defaultMessage: '1 each from {some} of {people}' },
          { some: Math.ceil(left), people },
        )
  return say({ id: 'ask.each', defaultMessage: '{amount} each' }, { amount: format.value(each, unit) })
}
