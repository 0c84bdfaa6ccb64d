// Sums of integers that stay exact beyond 2^53, where doubles do not: high × 2^52 + low. Nearly every sum needs no high
// part, and costs two comparisons more than a plain addition.

const limb = 2 ** 52

/** Whether `low`, a sum of two doubles, is small enough to be exact. */
export const fits = (low: number): boolean => low <= limb && low >= -limb

interface WideSum {
  readonly low: number
  readonly high: number
}

/** A safe integer, added to a low part that `fits`. */
export const addWide = (low: number, amount: number): WideSum => {
  const ofAmount = Math.trunc(amount / limb)
  const rest = low + (amount - ofAmount * limb)
  const carry = Math.trunc(rest / limb)
  return { low: rest - carry * limb, high: ofAmount + carry }
}

/** The nearest double, whichever way the sum came about. */
export const narrow = ({ low, high }: WideSum): number => high * limb + low
