// Ways to fill a sheet of goals: a sum spread over periods, last quarter and some more, and what somebody's own past suggests.

/**
 * A sum in parts that follow the weights, such as working days, and add up to it exactly: in steps of `step` (1, or 0.01), the
 * largest remainders first, of equals the earlier. All weights 0: equal parts.
 */
export const spreadOver = (sum: number, weights: readonly number[], step = 1): readonly number[] => {
  const given = weights.map((weight) => Math.max(0, weight))
  const shares = given.some((weight) => weight > 0) ? given : given.map(() => 1)
  const all = shares.reduce((total, each) => total + each, 0)
  const steps = Math.round(sum / step)
  const exact = shares.map((share) => (steps * share) / all)
  const parts = exact.map(Math.floor)
  let left = steps - parts.reduce((total, each) => total + each, 0)
  const byRemainder = exact
    .map((each, at) => ({ at, rest: each - Math.floor(each) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of byRemainder) {
    if (left <= 0) break
    parts[at] = (parts[at] ?? 0) + 1
    left -= 1
  }
  const perStep = Math.round(1 / step)
  return parts.map((part) => (step < 1 ? part / perStep : part * step))
}

/** A goal and `percent` of it more, in steps of `step`; halves go up. */
export const goalPlus = (goal: number, percent: number, step = 1): number => {
  const perStep = Math.round(1 / step)
  return Math.round(((goal * (100 + percent)) / 100) * perStep) / perStep
}

/** Of known values; null without any. */
export const medianOf = (values: readonly (number | null)[]): number | null => {
  const known = values.flatMap((value) => value ?? []).sort((a, b) => a - b)
  const [low, high] = [known[Math.floor((known.length - 1) / 2)], known[Math.floor(known.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/**
 * The value that a quarter of a role's people reach or better: the third quartile, where lower is better the first, between
 * neighbours in proportion (R's type 7). Null for fewer than four people: a quarter of them is nobody.
 */
export const roleQuartile = (
  values: readonly (number | null)[],
  better: 'higher' | 'lower',
): number | null => {
  const known = values.flatMap((value) => value ?? []).sort((a, b) => a - b)
  if (known.length < 4) return null
  const at = (known.length - 1) * (better === 'higher' ? 0.75 : 0.25)
  const [low, high] = [known[Math.floor(at)], known[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}
