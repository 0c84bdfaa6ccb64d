// The amounts that a counting number shows on its way.

/** The eye sees no more while a row moves. */
const steps = 6

const easeOut = (share: number): number => 1 - (1 - share) ** 2

/** Between whole numbers only whole ones: there are no 14.6 meetings. */
const between = (from: number, to: number, share: number): number => {
  const amount = from + (to - from) * share
  return Number.isInteger(from) && Number.isInteger(to) ? Math.round(amount) : amount
}

/** Six amounts, slower towards the end; the last is exactly `to`. */
const amountsTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: steps }, (_, step) =>
    step === steps - 1 ? to : between(from, to, easeOut((step + 1) / steps)),
  )

/** The share of the time after which a number on its way shows that it has come so far, as a share of its way. */
export const countedAt = (progress: number): number => {
  const first = Array.from({ length: steps }, (_, step) => easeOut((step + 1) / steps)).findIndex(
    (shown) => shown >= progress,
  )
  return (first < 0 ? steps - 1 : first) / steps
}

export interface Counted {
  readonly amount: number
  readonly text: string
}

/**
 * What a number shows on its way, each for the same time; the last is `to`. Amounts that would be written alike are
 * shown once. Empty when that leaves nothing to count, as from 14 to 15 meetings.
 */
export const countTo = (from: number, to: number, write: (amount: number) => string): readonly Counted[] => {
  const all = amountsTo(from, to).map((amount) => ({ amount, text: write(amount) }))
  const apart = all.filter(({ text }, index) => text !== all[index + 1]?.text)
  return apart.length < 2 ? [] : apart
}
