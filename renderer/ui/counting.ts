// The amounts that a counting number shows on its way.

/** As many as the eye can tell apart while a row travels. */
const steps = 8

const easeOut = (share: number): number => 1 - (1 - share) ** 2

/** From 14 to 15 meetings there is no 14.6. */
const between = (from: number, to: number, share: number): number => {
  const amount = from + (to - from) * share
  return Number.isInteger(from) && Number.isInteger(to) ? Math.round(amount) : amount
}

/** Eight amounts, slower towards the end; the last is exactly `to`. */
export const countTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: steps }, (_, step) =>
    step === steps - 1 ? to : between(from, to, easeOut((step + 1) / steps)),
  )
