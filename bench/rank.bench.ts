// Keeping ranks against sorting anew, at 500 and at 10,000 people; both must agree.
import { createRanking } from '../shared/domain/standing/ranking.ts'
import { atLeast, type BenchResult, interleaved, rateOf, short } from './result.ts'

export const name = 'Ranks kept ÷ sorted anew'

/** xorshift32: the same changes on both sides. */
const createRandom = (seed: number) => {
  let state = seed
  return (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

interface Change {
  readonly who: number
  readonly by: number
}

const changesOf = (size: number, count: number): Change[] => {
  const random = createRandom(7)
  return Array.from({ length: count }, () => ({
    who: Math.floor(random() * size),
    by: Math.floor((random() - 0.3) * 9000),
  }))
}

const startOf = (size: number): Float64Array => {
  const random = createRandom(99)
  return Float64Array.from({ length: size }, () => Math.floor(random() * 2_000_000))
}

/** One update: the key, and who stands where in the span that changed, with ranks. */
const kept = (size: number, changes: readonly Change[]) => {
  const keys = startOf(size)
  const ranking = createRanking(Int32Array.from({ length: size }, (_, i) => i))
  for (const [who, key] of keys.entries()) ranking.set(who, key, 0)
  let seen = 0
  const rate = rateOf(changes.length, () => {
    for (const { who, by } of changes) {
      const key = (keys[who] ?? 0) + by
      keys[who] = key
      const span = ranking.set(who, key, 0)
      if (span)
        for (let place = span.first; place <= span.last; place++)
          seen += ranking.rankOf(ranking.at(place)) ?? 0
    }
  })
  return { rate, seen, order: Array.from({ length: size }, (_, place) => ranking.at(place)) }
}

/** What most boards do: sort the rows after every change. */
const sorted = (size: number, changes: readonly Change[]) => {
  const keys = startOf(size)
  let rows = Array.from({ length: size }, (_, who) => ({ who, key: keys[who] ?? 0, rank: 0 }))
  const sort = (): void => {
    rows = [...rows].sort((a, b) => b.key - a.key || a.who - b.who)
    rows.forEach((row, place) => {
      const above = rows[place - 1]
      row.rank = above && above.key === row.key ? above.rank : place + 1
    })
  }
  const byWho = [...rows]
  const rate = rateOf(changes.length, () => {
    for (const { who, by } of changes) {
      const row = byWho[who]
      if (row) row.key += by
      sort()
    }
  })
  return { rate, order: rows.map(({ who }) => who) }
}

/** Sorting indexes in a typed array: the quickest full sort there is. */
const sortedTyped = (size: number, changes: readonly Change[]) => {
  const keys = startOf(size)
  const order = Int32Array.from({ length: size }, (_, i) => i)
  const rate = rateOf(changes.length, () => {
    for (const { who, by } of changes) {
      keys[who] = (keys[who] ?? 0) + by
      order.sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b)
    }
  })
  return { rate, order: [...order] }
}

const compare = (size: number, goal: number, count: number, peerCount: number): BenchResult[] => {
  const changes = changesOf(size, count)
  const few = changes.slice(0, peerCount)
  const agreed = JSON.stringify(kept(size, few).order)
  if (
    agreed !== JSON.stringify(sortedTyped(size, few).order) ||
    agreed !== JSON.stringify(sorted(size, few).order)
  ) {
    throw new Error('the kept order is not the sorted one')
  }
  const rates = interleaved(5, {
    kept: () => kept(size, changes).rate,
    rows: () => sorted(size, few).rate,
    typed: () => sortedTyped(size, few).rate,
  })
  const { kept: own = 0, rows = 0, typed = 0 } = rates
  return [
    atLeast(
      `${size} people ÷ sorting typed arrays`,
      goal,
      own / typed,
      `${short(own)} against ${short(typed)} updates/s; sorting rows ${short(rows)}`,
    ),
  ]
}

export const run = async (): Promise<BenchResult[]> => [
  ...compare(500, 20, 300_000, 2_000),
  ...compare(10_000, 200, 100_000, 200),
]
