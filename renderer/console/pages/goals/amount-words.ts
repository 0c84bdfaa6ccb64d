// How amounts of goals are written: to be typed over, to be read, and where there is little room.
type Write = (amount: number | null) => string

export interface AmountWords {
  readonly write: Write
  readonly show: Write
  readonly shorten: Write
}

export const createAmountWords = (locale: string): AmountWords => {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
  const by =
    (of: (amount: number) => Intl.NumberFormat): Write =>
    (amount) =>
      amount === null ? '' : of(amount).format(amount)
  return {
    write: by(() => format),
    show: by((amount) => (Math.abs(amount) >= 1000 ? whole : format)),
    shorten: by(() => compact),
  }
}
