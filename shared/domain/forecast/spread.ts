// From past errors to a range. Errors are shares of a level (what usually comes in as many working days), so that those of a
// floor that grew count by what they meant then.

/** With fewer, the tenth part of them cannot be told: (9 + 1) ÷ 10 is the first that is a whole one. */
export const leastErrors = 9

export interface Spread {
  readonly low: number
  readonly middle: number
  readonly high: number
}

/** Fewer stretches that have nothing in common tell nothing of the next one. */
const leastApart = 2

/** Of the normal distribution: nine of ten lie below. */
const z90 = 1.2815515655446004

/** Below which nine of ten lie by Student's distribution, by the expansion 26.7.5 of M. Abramowitz and I. A. Stegun (1964). */
const student90 = (freedom: number): number => {
  const z = z90
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  )
}

/**
 * How much wider a range has to be that is measured on few stretches: the prediction interval of the next of n normal values,
 * t·√(1 + 1/n), over that of known ones (Student, 1908). `apart`: how many of them have nothing in common.
 */
const widening = (apart: number): number => (student90(apart - 1) * Math.sqrt(1 + 1 / apart)) / z90

/**
 * P10, P50 and P90 of an error that is still to come, by ranks of the (n + 1)th of which n are known: G. Shafer and V. Vovk,
 * "A tutorial on conformal prediction", JMLR 9 (2008); drawn apart from P50 for errors of stretches that
 * overlap. `share`: how much of a stretch lies between two that follow each other, 0 to 1. Null with fewer than `leastErrors`,
 * and where they all are of hardly more than one stretch.
 */
export const spreadOf = (errors: readonly number[], share: number): Spread | null => {
  const known = errors.length
  const apart = 1 + (known - 1) * Math.min(1, share)
  if (known < leastErrors || apart < leastApart) return null
  const sorted = [...errors].sort((a, b) => a - b)
  /** The rank-th smallest, from 1; between two ranks the value between them. */
  const at = (rank: number): number => {
    const below = Math.min(Math.max(Math.floor(rank), 1), known)
    const above = Math.min(below + 1, known)
    const [a, b] = [sorted[below - 1] ?? 0, sorted[above - 1] ?? 0]
    return a + (b - a) * Math.min(Math.max(rank - below, 0), 1)
  }
  const middle = at((known + 1) / 2)
  const wider = widening(apart)
  return {
    low: middle - wider * (middle - at(Math.floor((known + 1) / 10))),
    middle,
    high: middle + wider * (at(Math.ceil(((known + 1) * 9) / 10)) - middle),
  }
}

/** An error of a hundredth of the level: a method that was right by chance is not trusted alone. */
const smallestError = 0.01

/**
 * Weights that sum to 1: each by the inverse of its mean squared error. J. M. Bates and C. W. J. Granger, "The combination of
 * forecasts", Operational Research Quarterly 20 (1969). `errors`: of each method on the same days; `without`: a day to leave out.
 */
export const weightsOf = (errors: readonly (readonly number[])[], without = -1): readonly number[] => {
  const inverse = errors.map((own) => {
    const others = own.filter((_, index) => index !== without)
    const square = others.reduce((sum, error) => sum + error ** 2, 0) / Math.max(1, others.length)
    return 1 / (square + smallestError ** 2)
  })
  const sum = inverse.reduce((total, each) => total + each, 0)
  return inverse.map((each) => each / sum)
}

/** The errors of the combination on each day, weighted by the errors of the other days. */
export const combinedErrors = (errors: readonly (readonly number[])[]): readonly number[] =>
  (errors[0] ?? []).map((_, day) => {
    const weights = weightsOf(errors, day)
    return errors.reduce((sum, own, method) => sum + (own[day] ?? 0) * (weights[method] ?? 0), 0)
  })
