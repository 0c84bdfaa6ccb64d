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

/** As a fraction of whole numbers; null for what is no number. */
const fractionOf = (text: string): { readonly over: bigint; readonly under: bigint } | null => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = decimal.exec(text) ?? []
  if (whole + fraction === '') return null
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  const shift = Number(exponent) - fraction.length
  return shift >= 0
    ? { over: digits * 10n ** BigInt(shift), under: 1n }
    : { over: digits, under: 10n ** BigInt(-shift) }
}

/**
 * Minor units of a currency that an amount of another one comes to, of which `rate` are one of it; halves are rounded away from
 * zero, once. Null for what is no number, no currency, a rate that is not above zero, or too large to be counted exactly.
 */
export const dividedMinorOf = (text: string, rate: string, currency: string): number | null => {
  const [amount, divisor, places] = [fractionOf(text), fractionOf(rate), decimalsOf(currency)]
  if (amount === null || divisor === null || places === null || divisor.over <= 0n) return null
  const over = amount.over * divisor.under * 10n ** BigInt(places)
  const under = amount.under * divisor.over
  const [size, isNegative] = over < 0n ? [-over, true] : [over, false]
  const rounded = (2n * size + under) / (2n * under)
  const minor = Number(isNegative ? -rounded : rounded)
  return Number.isSafeInteger(minor) ? minor + 0 : null
}
