// The amounts that a counting number shows on its way.

/** As many as the eye can tell apart while a row travels. */
const steps = 6

const easeOut = (share: number): number => 1 - (1 - share) ** 2

/** From 14 to 15 meetings there is no 14.6. */
const between = (from: number, to: number, share: number): number => {
  const amount = from + (to - from) * share
  return Number.isInteger(from) && Number.isInteger(to) ? Math.round(amount) : amount
}

/** Six amounts, slower towards the end; the last is exactly `to`. */
const amountsTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: steps }, (_, step) =>
    step === steps - 1 ? to : between(from, to, easeOut((step + 1) / steps)),
  )

export interface Counted {
  readonly amount: number
  readonly text: string
}

/**
 * What a number shows on its way, each as long as the next; the last is `to`. What would be written like the one before
 * it is left out: from 14 to 15 meetings there is nothing between. Empty where that leaves nothing to count.
 */
export const countTo = (from: number, to: number, write: (amount: number) => string): readonly Counted[] => {
  const all = amountsTo(from, to).map((amount) => ({ amount, text: write(amount) }))
  const apart = all.filter(({ text }, index) => text !== all[index + 1]?.text)
  return apart.length < 2 ? [] : apart
}
