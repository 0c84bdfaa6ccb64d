import { describe, expect, test } from 'vitest'
import { currencyCodes, decimalsOf } from './iso-4217.ts'
import { Currency } from './text.ts'

describe('[M8] a currency is one of ISO 4217', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['UYI', 0],
    ['CHE', 2],
    ['IDR', 2],
    ['COP', 2],
    ['XAU', 0],
    ['VED', 2],
    ['XCG', 2],
    ['ZWG', 2],
    ['HRK', 2],
  ])('%s is taken, with %i decimals', (code, decimals) => {
    expect(Currency.safeParse(code).success).toBe(true)
    expect(decimalsOf(code)).toBe(decimals)
  })

  test.each(['', 'usd', 'BTC', 'RMB', '$', 'EURO', '__proto__'])('"%s" is none', (code) => {
    expect(Currency.safeParse(code).error?.issues[0]?.message).toBe('is not an ISO 4217 currency code')
  })

  test('each code is there once, and whatever the runtime knows is among them', () => {
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length)
    expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(Intl.supportedValuesOf('currency').filter((code) => decimalsOf(code) === null)).toEqual([])
    // 178 codes of list one, and those withdrawn since 2011.
    expect(currencyCodes).toHaveLength(178 + 14)
  })
})
