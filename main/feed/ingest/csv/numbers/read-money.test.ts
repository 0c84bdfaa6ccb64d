import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponentOf } from '../../../../../shared/domain/words/currency-exponent.ts'
import { currencyCodes } from '../../../../../shared/wire/iso-4217.ts'
import type { Scale } from '../../../../../shared/wire/mapping.ts'
import { propertyRuns } from '../../../../../test/property-runs.ts'
import { locales } from '../locales.ts'
import { readNumber } from './read-decimal.ts'
import { isDashAlone, readMoney } from './read-money.ts'

const minor = (text: string, currency = 'USD', decimal?: '.' | ',') => {
  const reading = readMoney(text, currency, { declared: decimal })
  return 'fault' in reading ? reading.fault : reading.value.minor
}

/** `-1234.50`, as `Intl` takes it digit by digit. */
const decimalText = (cents: number, exponent: number): `${number}` => {
  const digits = String(Math.abs(cents)).padStart(exponent + 1, '0')
  const at = digits.length - exponent
  return `${cents < 0 ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at) || '0'}` as `${number}`
}

describe('an amount', () => {
  test.each([
    ['1054', 105400],
    ['0.1', 10],
    ['1.5', 150],
    ['12,50', 1250],
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ['1 234,56', 123456],
    ["1'234.50", 123450],
    ['1\u202F234\u00A0567,8', 123456780],
    ['1,234,567', 123456700],
    ['12,34,567.00', 123456700],
    ['0.123', 'is finer than the smallest unit of USD'],
    ['0.120', 12],
    ['(1,234.56)', -123456],
    ['-$1,234.56', -123456],
    ['$-5.25', -525],
    ['5.25-', -525],
    ['\u22125.25', -525],
    ['($12.50)', -1250],
    ['US$ 5.25', 525],
    ['5.25 USD', 525],
    ['usd 5.25', 525],
    ['-0', 0],
    ['90071992547409.91', 9007199254740991],
    ['90071992547409.92', 'is too large an amount'],
    ['.5', 50],
    ['5.', 500],
  ])('written %s is read to the cent', (text, value) => {
    expect(minor(text)).toBe(value)
  })

  test('with two readings is refused with both', () => {
    expect(minor('1,054')).toBe('can be 1054 or 1.054; say which with decimal: "." or decimal: ","')
    expect(minor('1,054', 'USD', '.')).toBe(105400)
    expect(minor('1,054', 'KWD', ',')).toBe(1054)
  })

  test.each([
    ['€5', 'USD', 'is marked "€", but the currency is USD'],
    ['5 EUR', 'USD', 'is marked "EUR", but the currency is USD'],
    ['1.5k', 'USD', 'is marked "k", but the currency is USD'],
    ['', 'USD', 'is not an amount'],
    ['-', 'USD', 'is not an amount'],
    ['n/a', 'USD', 'is not an amount'],
    ['USD', 'USD', 'is not an amount'],
    ['(-5)', 'USD', 'is not a number'],
    ['1 23', 'USD', 'is not a number'],
    ['1.2.3', 'USD', 'is not a number with a decimal ","'],
    ['1e5', 'USD', 'is not a number'],
    ['5.5', 'JPY', 'is finer than the smallest unit of JPY'],
    ['12/5', 'USD', 'is not a number'],
  ])('%s in %s is refused', (text, currency, fault) => {
    expect(minor(text, currency)).toContain(fault)
  })

  test.each([
    ['1234', 'JPY', 1234],
    ['1.234', 'KWD', 'can be 1234 or 1.234'],
    ['1.2345', 'KWD', 'is finer'],
    ['€ 5,25', 'EUR', 525],
    ['A$5', 'AUD', 500],
    ['$5', 'AUD', 500],
  ])('%s in %s has the currency’s own minor units', (text, currency, value) => {
    const read = minor(text, currency)
    if (typeof value === 'string') expect(read).toContain(value)
    else expect(read).toBe(value)
  })

  test('as any country writes it comes back to the cent', () => {
    const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'sv-SE', 'es-ES'] as const
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...locales), (cents, locale) => {
        const size = BigInt(Math.abs(cents))
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
        const whole = new Intl.NumberFormat(locale).format(size / 100n)
        const sign = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
        const text = `${cents < 0 ? '-' : ''}${whole}${sign}${String(size % 100n).padStart(2, '0')}`
        expect(minor(text)).toBe(cents)
      }),
    )
  })
})

describe('[F102] marks of money', () => {
  test.each([
    ['1.234,50 kr.', 'DKK', 123450],
    ['kr. 1.234,50', 'DKK', 123450],
    ['kr 1 234,50', 'SEK', 123450],
    ['￥1,234', 'JPY', 1234],
    ['1,234円', 'JPY', 1234],
    ['S/ 1,234.50', 'PEN', 123450],
    ['S/. 1,234.50', 'PEN', 123450],
    ['S/.500', 'PEN', 50000],
    ['$.50', 'USD', 50],
    ['\u200f١٬٢٣٤٫٥٠\u00a0ج.م.\u200f', 'EGP', 123450],
    ['₹1,23,456.50', 'INR', 12345650],
    ['Rs. 500/-', 'INR', 50000],
    ["CHF 1'234.50", 'CHF', 123450],
    ['Fr. 1’234.–', 'CHF', 123400],
    ['1.234,- €', 'EUR', 123400],
    ['5,-', 'NOK', 500],
    ['-1.234,50 €', 'EUR', -123450],
    ['€ -1.234,50', 'EUR', -123450],
    ['($1,234.50)', 'USD', -123450],
    ['$(1,234.50)', 'USD', -123450],
    ['$ (1,234.50)', 'USD', -123450],
    ['1.234,50 Euro', 'EUR', 123450],
    ['1,234.50 US dollars', 'USD', 123450],
    ['1.000.000 de euros', 'EUR', 100000000],
    ['R$ 1.234,50', 'BRL', 123450],
    ['1 234,50 zł', 'PLN', 123450],
    ['1 234,50 ₽', 'RUB', 123450],
    ['1 234,50 руб.', 'RUB', 123450],
    ['NT$1,234', 'TWD', 'can be 1234 or 1.234'],
    ['98.765 ₫', 'VND', 98765],
    ['98.765', 'VND', 98765],
    ['98.000 ₫', 'VND', 98000],
    ['98.000', 'VND', 'can be 98000 or 98.000'],
    ['Rp 98.765', 'IDR', 9876500],
    ['Rp98.765,00', 'IDR', 9876500],
    ['1,054 $', 'USD', 'can be 1054 or 1.054'],
    ['1 234,567', 'KWD', 1234567],
    ['€5', 'USD', 'is marked "€", but the currency is USD'],
    ['kr 5', 'EUR', 'is marked "kr", but the currency is EUR'],
    ['--5', 'USD', 'is not a number'],
  ])('%s in %s', (text, currency, value) => {
    const read = minor(text, currency)
    if (typeof value === 'string') expect(read).toContain(value)
    else expect(read).toBe(value)
  })

  test('a dash with a mark is nothing', () => {
    for (const text of ['$ -', '-', '–', '$-', ' -   $ ', '(-)']) expect(isDashAlone(text, 'USD')).toBe(true)
    expect(isDashAlone('- kr.', 'DKK')).toBe(true)
    for (const text of ['€ -', '$', '-5', 'n/a']) expect(isDashAlone(text, 'USD')).toBe(false)
  })

  test('an amount in smaller or larger units is moved by its digits', () => {
    const scaled = (text: string, scale: Scale, currency = 'USD') => readMoney(text, currency, { scale })
    expect(scaled('1820010', 'minor')).toEqual({ value: { minor: 1820010, currency: 'USD' } })
    expect(scaled('1,234', 'minor')).toEqual({ value: { minor: 1234, currency: 'USD' } })
    expect(scaled('1820010', 'minor', 'JPY')).toEqual({ value: { minor: 1820010, currency: 'JPY' } })
    expect(scaled('1820010', 0.01)).toEqual({ value: { minor: 1820010, currency: 'USD' } })
    expect(scaled('18.2001', 1000)).toEqual({ value: { minor: 1820010, currency: 'USD' } })
    expect(scaled('1.5', 'minor')).toEqual({ fault: 'is finer than the smallest unit of USD' })
  })

  /** The marks of each take a tenth of a second to find out, so that all of them are tried in the long proofs only. */
  const usual =
    'USD EUR GBP JPY CNY INR DKK SEK CHF PLN CZK RON TRY RUB ILS EGP SAR IRR THB VND IDR BRL MXN COP PEN ZAR KWD XOF'.split(
      ' ',
    )
  const tried = propertyRuns(1) > 1 ? currencyCodes.filter((code) => code !== 'XXX') : usual

  const styles = fc.record({
    locale: fc.constantFrom(...locales),
    currency: fc.constantFrom(...tried),
    currencyDisplay: fc.constantFrom('symbol', 'narrowSymbol', 'code', 'name'),
    currencySign: fc.constantFrom('standard', 'accounting'),
    signDisplay: fc.constantFrom('auto', 'always'),
    useGrouping: fc.boolean(),
    whole: fc.boolean(),
    size: fc.oneof(fc.nat(3_000_000), fc.nat(), fc.nat(9_000_000_000_000)),
    negative: fc.boolean(),
  })

  test('as Intl writes them in every language are read back, or refused as ambiguous, and never read as another amount', () => {
    let refused = 0
    let runs = 0
    fc.assert(
      fc.property(styles, ({ locale, currency, whole, size, negative, ...style }) => {
        const digits = whole ? 0 : exponentOf(currency)
        const unit = 10 ** exponentOf(currency)
        const positive = whole ? Math.round(size / unit) * unit : size
        const cents = negative && positive > 0 ? -positive : positive
        const format = new Intl.NumberFormat(locale, {
          ...style,
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })
        // The decimal text, since a quotient of doubles may be off by a cent.
        const exact = decimalText(cents, exponentOf(currency))
        const text = format.format(exact)
        // Names of currencies of the past may have years in them, as "(1977–2017)".
        const literals = format
          .formatToParts(0)
          .filter(({ type }) => type === 'currency' || type === 'literal')
        if (literals.some(({ value }) => /\p{Nd}/u.test(value))) return
        const reading = readMoney(text, currency)
        runs++
        if ('value' in reading) expect(reading.value.minor, text).toBe(cents)
        else {
          refused++
          expect(reading.fault, `${text} of ${currency} in ${locale}`).toMatch(/^can be/)
        }
        const sign = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value
        const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
        const declared = sign ?? parts.find(({ type }) => type === 'decimal')?.value
        if (declared !== '.' && declared !== ',') return
        expect(readMoney(text, currency, { declared }), `${text} of ${currency} in ${locale}`).toEqual({
          value: { minor: cents, currency },
        })
      }),
      { numRuns: propertyRuns(150) },
    )
    expect(refused).toBeLessThan(runs / 4)
  })
})

test('a number keeps its sign and its fraction', () => {
  expect(readNumber('-1,5')).toEqual({ value: -1.5 })
  expect(readNumber('1.234,5', ',')).toEqual({ value: 1234.5 })
  expect(readNumber('abc')).toEqual({ fault: 'is not a number' })
})

test.each([
  ['45 %', 0.45],
  ['45%', 0.45],
  ['%45', 0.45],
  ['٤٥٪', 0.45],
  ['12,5 %', 0.125],
  ['-3%', -0.03],
])('[F103] a percent sign makes hundredths: %s', (text, value) => {
  expect(readNumber(text)).toEqual({ value })
})

test('[F103] and so does a column of percents without a sign', () => {
  expect(readNumber('45', undefined, true)).toEqual({ value: 0.45 })
  expect(readNumber('45 %', undefined, true)).toEqual({ value: 0.45 })
})
