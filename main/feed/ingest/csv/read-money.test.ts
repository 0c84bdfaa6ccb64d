import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from './read-decimal.ts'
import { readMoney } from './read-money.ts'

const minor = (text: string, currency = 'USD', decimal?: '.' | ',') => {
  const reading = readMoney(text, currency, decimal)
  return 'fault' in reading ? reading.fault : reading.value.minor
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

test('a number keeps its sign and its fraction', () => {
  expect(readNumber('-1,5')).toEqual({ value: -1.5 })
  expect(readNumber('1.234,5', ',')).toEqual({ value: 1234.5 })
  expect(readNumber('abc')).toEqual({ fault: 'is not a number' })
})
