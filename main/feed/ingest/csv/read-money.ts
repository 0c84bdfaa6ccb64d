// Reads amounts in whole units, as exports write them, as integer minor units.
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import type { Money } from '../../../../shared/wire/fact.ts'
import type { DecimalSign } from '../../../../shared/wire/mapping.ts'
import { longestNumber, readDecimal } from './read-decimal.ts'
import type { Reading } from './reading.ts'

const marks = new Map<string, ReadonlySet<string>>()

/** All signs and codes of a currency that may stand beside a number: USD, US$, $. */
const marksOf = (currency: string): ReadonlySet<string> => {
  const known = marks.get(currency)
  if (known) return known
  const displays = ['symbol', 'narrowSymbol', 'code'] as const
  // A US dollar is $ in `en` and US$ in `en-CA`.
  const found = ['en', 'en-CA'].flatMap((locale) =>
    displays.flatMap((currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .flatMap((part) => (part.type === 'currency' ? part.value.toUpperCase() : [])),
    ),
  )
  // `Intl` writes AUD as A$, but Australian exports write $.
  const set = new Set([...found, ...found.map((mark) => mark.replace(/^[A-Z]+(?=\P{L}$)/u, ''))])
  marks.set(currency, set)
  return set
}

const around = /^([-+\u2212(]?)\s*([^\d\s.,()+\u2212'-]*)([\s\S]*?)([^\d\s.,()+\u2212'-]*)\s*([-\u2212)]?)$/u

export const readMoney = (written: string, currency: string, declared?: DecimalSign): Reading<Money> => {
  if (written.length > longestNumber || !/\d/.test(written)) return { fault: 'is not an amount' }
  const [, open = '', before = '', middle = '', after = '', close = ''] = around.exec(written.trim()) ?? []
  const foreign = [before, after].find((mark) => mark !== '' && !marksOf(currency).has(mark.toUpperCase()))
  if (foreign !== undefined) return { fault: `is marked "${foreign}", but the currency is ${currency}` }

  const reading = readDecimal(`${open}${middle.trim()}${close}`, declared)
  if ('fault' in reading) return reading
  const { negative, whole, fraction } = reading.value
  const exponent = exponentOf(currency)
  if (fraction.length > exponent) return { fault: `is finer than the smallest unit of ${currency}` }
  const size = BigInt(whole + fraction.padEnd(exponent, '0'))
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return { fault: 'is too large an amount' }
  // −0 becomes 0: JSON does not keep −0.
  return { value: { minor: size === 0n ? 0 : Number(negative ? -size : size), currency } }
}
