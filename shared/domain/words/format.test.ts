import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyCodes } from '../../wire/iso-4217.ts'
import { formatAge } from './age.ts'
import { exponentOf } from './currency-exponent.ts'
import { createFormat } from './format.ts'
import { sayIn } from './say.ts'

const us = createFormat({ locale: 'en-US', currency: 'USD' })
const dollars = (amount: number) => Math.round(amount * 100)
/** Compared with plain spaces: the text has non-breaking ones. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('numbers on a wall', () => {
  test.each([
    [0, '$0'],
    [950.4, '$950'],
    [4_200, '$4.2K'],
    [48_000, '$48K'],
    [97_300, '$97K'],
    [412_499, '$412K'],
    [999_499, '$999K'],
    [999_500, '$1.00M'],
    [2_100_000, '$2.10M'],
    [21_000_000, '$21.0M'],
    [1e9, '$1.00B'],
    [-157_000, '−$157K'],
  ])('%d dollars are %s', (amount, text) => {
    expect(us.value(dollars(amount), 'money')).toBe(text)
  })

  test.each([
    ['count', 14, '14'],
    ['count', 12.5, '12.5'],
    ['count', 1210, '1,210'],
    ['count', 12_345, '12K'],
    ['count', 1e9, '1.00B'],
    ['points', 380, '380'],
    ['percent', 0.63, '63%'],
    ['percent', 0.004, '0.4%'],
    ['percent', 0, '0%'],
    ['days', 61.3, '61 d'],
    ['days', 4.52, '4.5 d'],
    ['days', -2, '−2 d'],
  ] as const)('%s %d is %s', (unit, amount, text) => {
    expect(plain(us.value(amount, unit))).toBe(text)
  })

  test('what is unknown is a dash, never zero', () => {
    for (const text of [
      us.value(null, 'money'),
      us.full(null, 'count'),
      us.delta(null, 'days'),
      us.attainment(null),
    ])
      expect(text).toBe('–')
  })

  test('a difference shows its sign, and none at zero', () => {
    expect(us.delta(dollars(148_000), 'money')).toBe('+$148K')
    expect(us.delta(dollars(-157_000), 'money')).toBe('−$157K')
    expect(us.delta(0, 'money')).toBe('$0')
    expect(plain(us.delta(0.04, 'percent'))).toBe('+4 pts')
    expect(us.change(-0.125)).toBe('−13%')
  })

  test('what rounds to zero has no sign, however it is written', () => {
    const cases = [
      [us.value(-1, 'money'), '$0'],
      [us.value(-49, 'money'), '$0'],
      [us.delta(-1, 'money'), '$0'],
      [us.delta(1, 'money'), '$0'],
      [us.value(-0.04, 'count'), '0'],
      [us.delta(-0.04, 'count'), '0'],
      [us.value(-0.0004, 'percent'), '0%'],
      [us.value(-0, 'percent'), '0%'],
      [us.delta(-0.0004, 'percent'), '0 pts'],
      [us.value(-0.04, 'days'), '0 d'],
      [us.full(-0.04, 'days'), '0 d'],
      [us.full(-0.001, 'count'), '0'],
      [us.full(-0.0004, 'percent'), '0%'],
      [us.full(-0.4, 'money'), '$0.00'],
      [us.change(-0.0004), '0%'],
    ]
    for (const [text, wanted] of cases) expect(plain(text ?? '')).toBe(wanted)
    expect(us.value(-50, 'money')).toBe('−$1')
    expect(us.full(-1, 'money')).toBe('−$0.01')
  })

  test('99.9 % of a goal is not 100 %', () => {
    expect(us.attainment(0.999)).toBe('99%')
    expect(us.attainment(1)).toBe('100%')
    expect(us.attainment(1.379)).toBe('137%')
    expect(us.attainment(9.999)).toBe('999%')
    expect(us.attainment(10)).toBe('10×')
    expect(us.attainment(123.4)).toBe('123×')
  })

  test('a change to ten times as much and more is said in times, rounded down', () => {
    expect([us.change(8.5), us.change(8.98)]).toEqual(['+850%', '+898%'])
    expect([us.change(9), us.change(9.99), us.change(56.27)]).toEqual(['10×', '10×', '57×'])
    expect(us.change(12_345)).toBe('12K×')
    expect(us.change(null)).toBe('–')
  })

  test('money in full keeps its cents, and leaves out the ones it has not', () => {
    expect(us.full(41_234_567, 'money')).toBe('$412,345.67')
    expect(us.full(41_234_500, 'money')).toBe('$412,345')
  })

  test('[M8] every currency is written to its smallest unit, and read back it is the same amount', () => {
    for (const currency of currencyCodes) {
      const format = createFormat({ locale: 'en-US', currency })
      const written = plain(format.full(123_456_789, 'money'))
      expect([currency, Number(written.replaceAll(/[^\d.]/g, '').replace(/^\.+/, ''))]).toEqual([
        currency,
        123_456_789 / 10 ** exponentOf(currency),
      ])
      expect(plain(format.value(null, 'money'))).toBe('–')
      expect(plain(format.value(2 * 10 ** exponentOf(currency), 'money'))).toMatch(/(^|\D)2$/)
    }
  })

  test('minor units follow the currency', () => {
    expect([exponentOf('USD'), exponentOf('JPY'), exponentOf('KWD')]).toEqual([2, 0, 3])
    expect(createFormat({ locale: 'en-GB', currency: 'JPY' }).full(1234, 'money')).toBe('¥1,234')
    expect(createFormat({ locale: 'en-US', currency: 'KWD' }).value(1_234_000_000, 'money')).toContain(
      '1.23M',
    )
  })

  test('the locale decides marks and order', () => {
    const german = createFormat({ locale: 'de-DE', currency: 'EUR' })
    expect(plain(german.value(210_000_000, 'money'))).toBe('2,10 Mio. €')
    expect(plain(german.full(41_234_567, 'money'))).toBe('412.345,67 €')
  })

  test('a sign that a locale writes long is as short as elsewhere, where it stood', () => {
    const marked = (locale: string, currency: string, amount = 210_000_000) =>
      plain(createFormat({ locale, currency }).value(amount, 'money'))
    expect(marked('ar-EG', 'USD')).toBe('\u2068\u200f٢٫١٠ مليون $\u200f\u2069')
    expect(marked('ar-EG', 'EGP')).toBe('\u2068\u200f٢٫١٠ مليون E£\u2069')
    expect(marked('de-CH', 'CHF')).toBe('CHF 2.10 Mio.')
    expect(plain(createFormat({ locale: 'ar-EG', currency: 'USD' }).full(4_100, 'money'))).toBe(
      '\u2068\u200f٤١ $\u200f\u2069',
    )
  })

  test.each([
    ['de-DE', '412.345 $', '41.234 $', '4.234 $'],
    ['pl-PL', '412 tys. $', '41 tys. $', '4,2 tys. $'],
    ['ja-JP', '$41.2万', '$4.1万', '$4,234'],
    ['hi-IN', '$4.12 लाख', '$41 हज़ार', '$4.2 हज़ार'],
  ])('%s says as much as English, in its own steps', (locale, ...texts) => {
    const format = createFormat({ locale, currency: 'USD' })
    const amounts = [412_345, 41_234, 4_234]
    expect(amounts.map((amount) => plain(format.value(dollars(amount), 'money')))).toEqual(texts)
  })

  test('beside a value of the same currency, money goes without it', () => {
    const german = createFormat({ locale: 'de-DE', currency: 'EUR' })
    expect(plain(german.unsigned(210_000_000, 'money'))).toBe('2,10 Mio.')
    expect(us.unsigned(41_200_000, 'money')).toBe('412K')
    expect([us.unsigned(14, 'count'), us.unsigned(0.5, 'percent')]).toEqual(['14', '50%'])
    expect(us.unsigned(null, 'money')).toBe('–')
  })

  test('a locale or currency nobody knows does not darken the wall', () => {
    expect(createFormat({ locale: 'en-US', currency: '?' }).value(4_800_000, 'money')).toBe('48K')
    expect(createFormat({ locale: 'not a locale', currency: 'USD' }).value(100, 'money')).toBe('$1')
  })

  test('no number, however large or small, needs more than ten characters', () => {
    const unit = fc.constantFrom('count', 'money', 'percent', 'points', 'days' as const)
    fc.assert(
      fc.property(fc.double({ min: -1e11, max: 1e11, noNaN: true }), unit, (amount, each) => {
        expect(
          us.value(
            each === 'money' ? Math.round(amount) * 100 : each === 'days' ? amount / 1e6 : amount,
            each,
          ).length,
        ).toBeLessThanOrEqual(10)
      }),
    )
  })
})

describe('ages', () => {
  test.each([
    [-5000, 'just now'],
    [59_999, 'just now'],
    [12 * 60_000, '12 min ago'],
    [3 * 3_600_000 + 1, '3 h ago'],
    [50 * 3_600_000, '2 days ago'],
  ])('%d ms is %s', (span, text) => {
    expect(formatAge(span, sayIn('en'))).toBe(text)
  })
})
