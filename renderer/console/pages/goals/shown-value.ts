import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'

/** As people write it, of what the feed answers: whole units of money, 63 for 0.63. */
export const shownValue = (amount: number | null, unit: string, currency: string): number | null => {
  if (amount === null) return null
  if (unit === 'money') return amount / 10 ** exponentOf(currency)
  return unit === 'percent' ? Math.round(amount * 1e8) / 1e6 : amount
}
