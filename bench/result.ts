// What a benchmark says: a ratio whose two sides were measured in one run, and the goal it is held against.

export interface BenchResult {
  readonly name: string
  /** "≥ 0.5", as the table shows it. */
  readonly goal: string
  readonly ratio: number
  readonly ok: boolean
  /** The figures behind the ratio. */
  readonly detail: string
}

export const atLeast = (name: string, goal: number, ratio: number, detail: string): BenchResult => ({
  name,
  goal: `≥ ${goal}`,
  ratio,
  ok: ratio >= goal,
  detail,
})

export const atMost = (name: string, goal: number, ratio: number, detail: string): BenchResult => ({
  name,
  goal: `≤ ${goal}`,
  ratio,
  ok: ratio <= goal,
  detail,
})

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Nearest rank; `q` 0 to 1. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** 474929 → "475 k", 1310000 → "1.31 M". */
export const short = (value: number): string =>
  value >= 1e6
    ? `${(value / 1e6).toFixed(2)} M`
    : value >= 1e4
      ? `${Math.round(value / 1e3)} k`
      : value >= 100
        ? value.toFixed(0)
        : value.toFixed(2)

/** Times per second that `work` does one of its `count` things. */
export const rateOf = (count: number, work: () => void): number => {
  const start = performance.now()
  work()
  return (count / (performance.now() - start)) * 1000
}

/** Each side once per round, in turn, so that both meet the same noise; medians of the rates. */
export const interleaved = (
  rounds: number,
  sides: Readonly<Record<string, () => number>>,
): Record<string, number> => {
  const rates = Object.entries(sides).map(([side, measure]) => ({ side, measure, found: [] as number[] }))
  for (let round = 0; round < rounds; round++) {
    for (const { measure, found } of rates) found.push(measure())
  }
  return Object.fromEntries(rates.map(({ side, found }) => [side, median(found)]))
}
