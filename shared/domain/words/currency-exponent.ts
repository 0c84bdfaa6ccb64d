// How many decimal places money has in a currency.

/** ISO 4217's decimal places where they are not 2. `Intl` is not asked: for IDR or COP it says what people print. */
const exponents: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ['CLF', 4],
  ['UYW', 4],
])

/** Decimal places of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export const exponentOf = (currency: string): number => exponents.get(currency) ?? 2
