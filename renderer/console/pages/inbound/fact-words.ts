// Amounts and moments of facts, as a preview shows them.
import type { IntlShape } from 'react-intl'
import type { Money } from '../../../../shared/wire/fact.ts'
import { decimalsOf } from '../../../../shared/wire/iso-4217.ts'

export const moneyWords = ({ minor, currency }: Money, intl: IntlShape): string =>
  intl.formatNumber(minor / 10 ** (decimalsOf(currency) ?? 2), { style: 'currency', currency })

/** A day has no clock, and no zone. */
export const momentWords = (text: string, intl: IntlShape): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  return isDay
    ? intl.formatDate(text, { dateStyle: 'medium', timeZone: 'UTC' })
    : intl.formatDate(text, { dateStyle: 'medium', timeStyle: 'short' })
}
