// Spearman's rank correlation, how sure it is, and whether one of two is larger than the other on the same people.

/** Among equals everybody has the mean of the ranks that they take together. In the order of `values`. */
export const ranksOf = (values: readonly number[]): readonly number[] => {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = new Array<number>(values.length).fill(0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1
    for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2
    start = end
  }
  return ranks
}

/** Pearson's, −1 to 1; null where either is the same for all. */
const pearson = (x: readonly number[], y: readonly number[]): number | null => {
  const mean = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0) / of.length
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xy, xx, yy] = [0, 0, 0]
  x.forEach((value, index) => {
    const [dx, dy] = [value - meanX, (y[index] ?? 0) - meanY]
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  })
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/**
 * Spearman (1904): the correlation of the ranks, which also holds with ties, where the short formula with the squares of
 * differences does not. Null where everybody has the same.
 */
export const spearman = (x: readonly number[], y: readonly number[]): number | null =>
  pearson(ranksOf(x), ranksOf(y))

/** Of the normal distribution, for 95 %. */
const z95 = 1.959964

/**
 * Where it truly lies, 95 %: Fisher's z with the standard error of Bonett and Wright, √((1 + ρ²/2) ÷ (n − 3)) (“Sample size
 * requirements for estimating Pearson, Kendall and Spearman correlations”, Psychometrika 65, 2000). An order without a fault
 * is taken as one in which two neighbours have changed places: else nothing would seem possible but that. Null below four.
 */
export const spearmanInterval = (
  correlation: number,
  count: number,
): { readonly low: number; readonly high: number } | null => {
  if (count < 4) return null
  const most = 1 - 12 / (count * (count * count - 1))
  const rho = Math.max(-most, Math.min(most, correlation))
  const error = z95 * Math.sqrt((1 + (rho * rho) / 2) / (count - 3))
  const z = Math.atanh(rho)
  return {
    low: Math.min(correlation, Math.tanh(z - error)),
    high: Math.max(correlation, Math.tanh(z + error)),
  }
}

/** 0 to 1, the same for the same seed (mulberry32, by Tommy Ettinger, in the public domain). */
const createRandom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One person: what they had of the first, of the second, and of the outcome. Larger is better in all three. */
export type Triple = readonly [first: number, second: number, outcome: number]

const resamples = 2000

const differenceOf = (people: readonly Triple[]): number | null => {
  const outcome = ranksOf(people.map((person) => person[2]))
  const [first, second] = [0, 1].map((side) =>
    pearson(ranksOf(people.map((person) => person[side] ?? 0)), outcome),
  )
  return first == null || second == null ? null : first - second
}

/**
 * In which the difference of the two correlations lies, 95 %: both are of the same people, so that people are drawn again
 * and again with all they have (the percentile bootstrap, Efron 1979). Null where nothing differs in most of the draws.
 */
export const differenceInterval = (
  people: readonly Triple[],
  seed: number,
): { readonly low: number; readonly high: number } | null => {
  const random = createRandom(seed)
  const found: number[] = []
  for (let draw = 0; draw < resamples; draw += 1) {
    const drawn = people.map(() => people[Math.floor(random() * people.length)] ?? [0, 0, 0])
    const difference = differenceOf(drawn as readonly Triple[])
    if (difference !== null) found.push(difference)
  }
  if (found.length < resamples / 2) return null
  found.sort((a, b) => a - b)
  const at = (share: number): number =>
    found[Math.min(found.length - 1, Math.floor(share * found.length))] ?? 0
  return { low: at(0.025), high: at(0.975) }
}
