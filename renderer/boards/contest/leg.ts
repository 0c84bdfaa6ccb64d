/** Which leg of a relay is run, counted from 0, at a share of the whole way, 0 to 1; of what is over the last one. */
export const legOf = (share: number | null, legs: number): number =>
  Math.min(legs - 1, Math.max(0, Math.floor((share ?? 0) * legs + 1e-9)))
