// Money in integer minor units: parts that add up, and conversion by the floor's own dated rates.
import type { FloorFile } from '../../wire/floor.ts'
import { type Day, parseDay } from '../time/calendar-date.ts'
import { exponentOf } from '../words/currency-exponent.ts'

/** Whole units, as people write them, to minor units, to the nearest one. */
export const toMinor = (units: number, currency: string): number =>
  Math.round(units * 10 ** exponentOf(currency))

/** Shares are counted in millionths, so that they add up exactly. */
export const wholeShare = 1_000_000

/**
 * Splits an integer by integer weights by the method of largest remainders (Hamilton's): the parts add up to the
 * whole, each within 1 of its exact part; equal remainders go to the earlier weight.
 */
export const splitByWeights = (whole: number, weights: readonly number[]): number[] => {
  if (weights.length === 1) return [whole]
  const sign = whole < 0 ? -1 : 1
  const size = BigInt(Math.abs(whole))
  const sum = BigInt(weights.reduce((total, weight) => total + weight, 0))
  const exact = weights.map((weight, index) => {
    const product = size * BigInt(weight)
    return { index, part: Number(product / sum), remainder: product % sum }
  })
  let left = Math.abs(whole) - exact.reduce((total, { part }) => total + part, 0)
  const parts = exact.map(({ part }) => part)
  const byRemainder = [...exact].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  )
  for (const { index } of byRemainder) {
    if (left-- <= 0) break
    parts[index] = (parts[index] ?? 0) + 1
  }
  return parts.map((part) => (part === 0 ? 0 : part * sign))
}

/**
 * Shares, each above 0 and at most 1, as millionths that sum to exactly one million. Where the shares do not sum to 1, as
 * in facts that came while the floor gave full credit, they are scaled.
 */
export const sharesInMillionths = (shares: readonly number[]): number[] =>
  shares.length === 1
    ? [wholeShare]
    : splitByWeights(
        wholeShare,
        shares.map((share) => Math.max(1, Math.round(share * 1e9))),
      )

export interface Converter {
  /** Minor units of `currency` in minor units of the floor's, at the rate in force on `day`, halves away from zero; null when there is no rate. */
  convert(minor: number, currency: string, day: Day): number | null
}

/** A number of at least 0 as a fraction of integers. */
export interface Fraction {
  readonly above: bigint
  readonly below: bigint
}

interface DatedRate extends Fraction {
  /** From when the rate between minor units holds. */
  readonly from: Day
}

/** An integer times a fraction, to the nearest integer, halves away from zero. */
export const timesFraction = (minor: number, { above, below }: Fraction): number => {
  const size = BigInt(Math.abs(minor)) * above
  const rounded = Number((size * 2n + below) / (below * 2n))
  return minor < 0 && rounded !== 0 ? -rounded : rounded
}

/** Exactly the decimal number (at least 0) that a person wrote, and not the double nearest to it. */
export const asFraction = (rate: number): Fraction => {
  const [digits = '0', power = '0'] = rate.toExponential().split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  const shift = Number(power) - decimals.length
  const above = BigInt(whole + decimals)
  return shift >= 0
    ? { above: above * 10n ** BigInt(shift), below: 1n }
    : { above, below: 10n ** BigInt(-shift) }
}

export const createConverter = (settings: Pick<FloorFile['floor'], 'currency' | 'rates'>): Converter => {
  const rates = new Map<string, DatedRate[]>()
  for (const { currency, from, rate } of settings.rates) {
    const fraction = asFraction(rate)
    const dated = {
      from: parseDay(from),
      above: fraction.above * 10n ** BigInt(exponentOf(settings.currency)),
      below: fraction.below * 10n ** BigInt(exponentOf(currency)),
    }
    const known = rates.get(currency)
    if (known) known.push(dated)
    else rates.set(currency, [dated])
  }
  for (const dated of rates.values()) dated.sort((a, b) => a.from - b.from)
  return {
    convert: (minor, currency, day) => {
      if (currency === settings.currency) return minor
      const rate = rates.get(currency)?.findLast((candidate) => candidate.from <= day)
      return rate ? timesFraction(minor, rate) : null
    },
  }
}
