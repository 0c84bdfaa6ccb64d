import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExactJson } from './exact-json.ts'
import { dividedMinorOf, minorOf } from './money-text.ts'
import { createSendRequest } from './send-request.ts'
import { pastWindows, readMemory } from './source-state.ts'
import { SourceTrouble } from './source-trouble.ts'
import { createCallBudget } from './vendor-client.ts'
import { waitAfter } from './wait-after.ts'

describe('[N12] money', () => {
  test.each([
    ['0.1', 'USD', 10],
    ['19.995', 'USD', 2000],
    ['-19.995', 'USD', -2000],
    ['1250.5', 'JPY', 1251],
    ['1.2345', 'KWD', 1235],
    ['1e3', 'EUR', 100_000],
    ['12e-1', 'EUR', 120],
    ['.5', 'EUR', 50],
    ['182000', 'EUR', 18_200_000],
    ['0.004', 'EUR', 0],
    ['90071992547409.91', 'USD', 9_007_199_254_740_991],
    ['90071992547409.92', 'USD', null],
    ['12,50', 'EUR', null],
    ['', 'EUR', null],
    ['10', 'EURO', null],
  ])('of %s %s is %s', (text, currency, minor) => {
    expect(minorOf(text, currency)).toBe(minor)
  })

  test.each([
    ['1000', '0.9', 'USD', 111_111],
    ['-1000', '0.9', 'USD', -111_111],
    ['19.99', '0.9', 'USD', 2221],
    ['15000', '150', 'USD', 10_000],
    ['100', '0.0067', 'JPY', 14_925],
    ['1e3', '8E-1', 'EUR', 125_000],
    ['0.01', '2', 'USD', 1],
    ['0.009', '2', 'USD', 0],
    ['1', '0', 'USD', null],
    ['1', '-2', 'USD', null],
    ['one', '2', 'USD', null],
    ['1', '2', 'EURO', null],
  ])('[N68] %s at %s for one %s is %s', (text, rate, currency, minor) => {
    expect(dividedMinorOf(text, rate, currency)).toBe(minor)
  })

  test('comes back from whatever whole number of cents it was written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const digits = String(Math.abs(minor)).padStart(3, '0')
        const text = `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(minorOf(text, 'USD')).toBe(minor)
      }),
    )
  })
})

test('[N12] a number that JavaScript would round stays text, and digits within texts are left alone', () => {
  const text =
    '{"id":9007199254740993,"n":12,"s":"9007199254740993 and \\"12345678901234567890\\"","f":0.1234567890123456789}'
  expect(parseExactJson(text)).toEqual({
    id: '9007199254740993',
    n: 12,
    s: '9007199254740993 and "12345678901234567890"',
    f: '0.1234567890123456789',
  })
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const long = /\d[\d.]{15}/.test(JSON.stringify(value))
      if (!long) expect(parseExactJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('[N7] a source that fails is left alone for longer and longer, five minutes at most, and never less than the vendor asks', () => {
  expect([1, 2, 3, 20, 1000].map((failures) => waitAfter(failures, null, 1))).toEqual([
    1000, 2000, 4000, 300_000, 300_000,
  ])
  expect(waitAfter(3, null, 0)).toBe(0)
  expect(waitAfter(1, 7000, 0.5)).toBe(7000)
  expect(waitAfter(20, 900_000, 0.5)).toBe(900_000)
})

test('[N7] four fifths of a day’s calls are this floor’s, and a new day begins anew', () => {
  let now = Date.parse('2026-11-20T23:59:00Z')
  const budget = createCallBudget({ perDay: 10, now: () => now })
  expect(Array.from({ length: 10 }, () => budget.spend()).filter(Boolean)).toHaveLength(8)
  now += 120_000
  expect([budget.today(), budget.spend(), budget.today()]).toEqual([0, true, 1])
})

test('[N73] what a vendor counts is spent as it counts it, and what it says of everybody’s use holds for an hour', () => {
  let now = Date.parse('2026-11-20T10:00:00Z')
  const budget = createCallBudget({ perDay: 100, now: () => now })
  expect([budget.spend(10), budget.spend(60), budget.spend(20), budget.today()]).toEqual([
    true,
    true,
    false,
    2,
  ])
  // Not calls are allowed, but something else.
  expect([budget.of, budget.perDay()]).toEqual([null, 100])
  budget.note({ used: 700, of: 1000 })
  expect([budget.perDay(), budget.spend(100), budget.spend(101)]).toEqual([1000, true, false])
  budget.note({ used: 950, of: 1000 })
  expect(budget.spend(1)).toBe(false)
  now += 3_600_000
  expect(budget.spend(10)).toBe(true)
})

test('[N4] the past is read newest first, by months, with what is to come in the first and old open deals at last', () => {
  const now = Date.parse('2026-02-10T12:00:00Z')
  const inWords = (since: number | null) =>
    pastWindows(now, 3, since).map(
      ({ from, to, openOnly }) =>
        [from, to].map((at) => (at === null ? '' : new Date(at).toISOString().slice(0, 10))).join('..') +
        (openOnly ? ' open' : ''),
    )
  expect(inWords(null)).toEqual([
    '2026-02-01..',
    '2026-01-01..2026-02-01',
    '2025-12-01..2026-01-01',
    '..2025-12-01 open',
  ])
  expect(inWords(Date.parse('2026-01-15T00:00:00Z'))).toEqual(['2026-02-01..', '2026-01-01..2026-02-01'])
})

test('[N2] a memory that nobody can read begins anew', () => {
  expect(readMemory('no JSON', 'x')).toMatchObject({ log: null, live: null, madeBy: 'x' })
  expect(readMemory('{"past":7}', 'x')).toMatchObject({ log: null, past: null })
})

test('[N10] an address in the local network is not asked, whatever it was typed as', async () => {
  const send = createSendRequest({ allowLocal: false })
  const asked = (url: string) => send({ method: 'GET', url, headers: {}, body: null })
  for (const url of [
    'http://api.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
  ])
    await expect(asked(url)).rejects.toBeInstanceOf(SourceTrouble)
})
