import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { goalPlus, medianOf, roleQuartile, spreadOver } from './fill-goals.ts'
import { readPastedAmounts, readTypedAmount } from './read-amounts.ts'

const pasted = (...texts: string[]) =>
  readPastedAmounts([texts])[0]?.map((read) => (read.is === 'amount' ? read.amount : read.is))
const typed = (text: string, locale: string) => {
  const read = readTypedAmount(text, locale)
  return read.is === 'amount' ? read.amount : read.is
}

test('[H22] pasted numbers are read by the marks that they prove, together', () => {
  expect(pasted('1,234.50', '1,234')).toEqual([1234.5, 1234])
  expect(pasted('1.234,50', '1.234')).toEqual([1234.5, 1234])
  expect(pasted('1.234.567', '1.234')).toEqual([1_234_567, 1234])
  expect(pasted('12,5', '1.234')).toEqual([12.5, 1234])
  expect(pasted("1'234'567", '1 234', '€ 95 000', '$120K', '1,2 Mio.', '')).toEqual([
    1_234_567,
    1234,
    95_000,
    120_000,
    1_200_000,
    'empty',
  ])
})

test('[H22] a number that could be two is refused, and so is what is none; nothing is guessed', () => {
  expect(pasted('1,234', '95')).toEqual(['ambiguous', 95])
  // One cell says that the comma parts decimals, the other that the full stop does.
  expect(pasted('12,5', '12.5', '1,234')).toEqual([12.5, 12.5, 'ambiguous'])
  expect(pasted('abc', '1.2.3', '1,23,456.7', '-5', '12x')).toEqual([
    'no-number',
    'no-number',
    'no-number',
    'negative',
    'no-number',
  ])
})

test('[H22] typed numbers have the marks of the floor’s language', () => {
  expect([typed('1,234', 'en-US'), typed('1.234', 'de-DE'), typed('1.234', 'en-US')]).toEqual([
    1234, 1234, 1.234,
  ])
  expect([typed('12,5', 'en-US'), typed('1.234,5', 'en-US')]).toEqual([12.5, 1234.5])
})

test('[H22] whatever a language writes, it reads', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'pt-BR', 'sv-SE'),
      (cents, locale) => {
        const amount = cents / 100
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount)
        expect(typed(text, locale)).toBe(amount)
      },
    ),
    { numRuns: propertyRuns(200) },
  )
})

test('[H24] a sum that is spread over working days adds up, and follows them', () => {
  expect(spreadOver(1000, [21, 20, 22])).toEqual([333, 318, 349])
  expect(spreadOver(10, [0, 0, 0])).toEqual([4, 3, 3])
  expect(spreadOver(1, [1, 2], 0.01)).toEqual([0.33, 0.67])
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 12 }),
      (sum, days) => {
        const parts = spreadOver(sum, days)
        expect(parts.reduce((total, each) => total + each, 0)).toBe(sum)
        expect(parts.every((part) => part >= 0)).toBe(true)
      },
    ),
    { numRuns: propertyRuns(200) },
  )
})

test('[H25] last quarter and some more; [H26] the median of one’s own past, the role’s quartile', () => {
  expect([goalPlus(95, 10), goalPlus(95, -20), goalPlus(0.1, 10, 0.01)]).toEqual([105, 76, 0.11])
  expect([medianOf([61, 48, 72, 55, 66, 49]), medianOf([1, null, 3, 2]), medianOf([null])]).toEqual([
    58,
    2,
    null,
  ])
  expect(roleQuartile([10, 20, 30, 40, 50], 'higher')).toBe(40)
  expect(roleQuartile([10, 20, 30, 40, 50], 'lower')).toBe(20)
  expect(roleQuartile([10, 20, null, 40], 'higher')).toBeNull()
})
