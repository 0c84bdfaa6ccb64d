// What somebody did, in figures and words.
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'

interface Deed {
  /** In full: "$182,000". Null where there is no figure. */
  readonly figure: string | null
  /** "Northwind Traders", "Platform, 3-year". */
  readonly about: readonly string[]
}

/** Money from this on, in whole units of its currency, is written short: nobody reads ten digits from a desk. */
const longestDigits = 13

/** `full`, unless that is too long for a wall. */
export const figureText = (
  value: number,
  unit: 'count' | 'money' | 'percent' | 'days' | 'points',
  format: Format,
): string => {
  const full = format.full(unit === 'money' ? wholeMoney(value, format) : value, unit)
  return full.replace(/\p{Cf}/gu, '').length > longestDigits + 3 ? format.value(value, unit) : full
}

/** Without its cents: 182,000.50 is celebrated as 182,000. */
const wholeMoney = (value: number, format: Format): number => {
  const cents = [100, 1000].find((size) => format.full(size, 'money').replace(/\D/g, '') === '1')
  return cents === undefined ? value : Math.trunc(value / cents) * cents
}

export const deedOf = (view: CelebrationView, format: Format): Deed => {
  const figure = view.deal?.amount ?? (view.figure === null ? null : view.figure)
  const about = view.deal === null ? [view.metric?.name ?? null] : [view.deal.account, view.deal.product]
  return {
    figure: figure === null ? null : figureText(figure.value, figure.unit, format),
    about: about.filter((part) => part !== null),
  }
}
