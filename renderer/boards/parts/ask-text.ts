// An amount of work in words, and what is each one's part of it.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { TeamAsk, Unit, ViewMetric } from '../../../shared/wire/view-parts.ts'
import { nounOf } from './noun-of.ts'

/** "1 person", "6 people". */
export const some = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** What stands behind `text`, an amount as it is written: "meetings", "points"; nothing behind money. */
export const nounAfter = (
  text: string,
  { unit, noun }: Pick<ViewMetric, 'unit' | 'noun'>,
  locale: string,
): string => (unit === 'count' ? nounOf(text, noun, locale) : unit === 'points' ? 'points' : '')

/** "$650K", "12 meetings". */
export const amountText = (
  amount: number,
  metric: Pick<ViewMetric, 'unit' | 'noun'>,
  format: Format,
  locale: string,
): string => {
  const text = format.value(amount, metric.unit)
  return [text, nounAfter(text, metric, locale)].filter((part) => part !== '').join(' ')
}

/** "2 each"; null where there is nothing to divide. */
export const eachText = (ask: TeamAsk, unit: Unit, format: Format): string | null => {
  const { left, people, each, eachADay } = ask
  if (eachADay !== null) return `${format.value(eachADay, unit)} ${people === 1 ? '' : 'each '}a day`
  if (people === 1) return null
  // Fewer than there are people: a piece each, from some of them.
  if (unit === 'count' && left <= people - 1)
    return left <= 1 ? null : `1 each from ${Math.ceil(left)} of ${people}`
  return `${format.value(each, unit)} each`
}
