// Random numbers that are always the same for the same keys, so that a seed always gives the same world.

export interface Random {
  /** In [0, 1). */
  next(): number
  chance(probability: number): boolean
  /** In [from, to). */
  between(from: number, to: number): number
  /** Whole numbers from `from` to `to`, both included. */
  whole(from: number, to: number): number
  /** Null for an empty list. */
  pick<T>(list: readonly T[]): T | null
  /** One of the list, each as likely as its weight says; null when no weight is above zero. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T | null
  /** Skewed to the right as amounts of money are; half of them lie below the median. */
  logNormal(median: number, sigma: number): number
  /** How often something happens that happens `mean` times on average. */
  poisson(mean: number): number
}

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Mulberry32: one word of state; streams of different keys are independent enough for a sales floor. */
const stream = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const createRandom = (...keys: readonly (string | number)[]): Random => {
  const next = stream(hash(keys.join('|')))
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + (to - from) * next(),
    whole: (from, to) => from + Math.floor((to - from + 1) * next()),
    pick: (list) => list[Math.floor(next() * list.length)] ?? null,
    weighted: (list, weightOf) => {
      const weights = list.map((item) => Math.max(0, weightOf(item)))
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const index = weights.findIndex((weight) => {
        left -= weight
        return weight > 0 && left < 0
      })
      return list[index] ?? null
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => {
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit; product *= next()) count++
      return count
    },
  }
}
