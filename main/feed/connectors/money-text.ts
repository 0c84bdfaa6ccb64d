// Amounts as vendors write them, in decimal text, without a detour over floating point.
import { decimalsOf } from '../../../shared/wire/iso-4217.ts'

const decimal = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?\s*$/

/**
 * Minor units by the currency's decimals in ISO 4217 (JPY 0, USD 2, KWD 3); halves are rounded away from zero, once. Null for
 * what is no number, no currency, or too large to be counted exactly.
 */
export const minorOf = (text: string, currency: string): number | null => {
  const places = decimalsOf(currency)
  const found = decimal.exec(text)
  if (places === null || found === null) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = found
  const digits = whole + fraction
  if (digits === '') return null
  const cut = whole.length + Number(exponent) + places
  const padded = cut < 0 ? '0'.repeat(-cut) + digits : digits.padEnd(cut, '0')
  const at = Math.max(cut, 0)
  const rounded = BigInt(padded.slice(0, at) || '0') + (Number(padded[at] ?? '0') >= 5 ? 1n : 0n)
  const minor = Number(sign === '-' ? -rounded : rounded)
  return Number.isSafeInteger(minor) ? minor + 0 : null
}
