import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { createRanking } from './ranking.ts'

const unknown = Number.NaN

interface Entry {
  readonly competitor: number
  readonly key: number
  readonly reachedAt: number
}

const last = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value)

/** A full sort by the rules, one after another. */
const sorted = (entries: readonly Entry[], names: readonly number[]): readonly number[] =>
  [...entries]
    .sort((a, b) => {
      if (Number.isNaN(a.key) !== Number.isNaN(b.key)) return Number.isNaN(a.key) ? 1 : -1
      if (!Number.isNaN(a.key) && a.key !== b.key) return a.key > b.key ? -1 : 1
      const [first, second] = [last(a.reachedAt), last(b.reachedAt)]
      if (first !== second) return first < second ? -1 : 1
      return (names[a.competitor] ?? 0) - (names[b.competitor] ?? 0)
    })
    .map(({ competitor }) => competitor)

const rankBy = (entries: readonly Entry[], key: number): number | null =>
  Number.isNaN(key) ? null : 1 + entries.filter((other) => other.key > key).length

const shuffled = (size: number, random: () => number): number[] =>
  Array.from({ length: size }, (_, place) => ({ place, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ place }) => place)

describe('ranks', () => {
  test('[R1] are competition ranks: 1, 2, 2, 4', () => {
    const ranking = createRanking([0, 1, 2, 3])
    ;[50, 40, 40, 30].forEach((key, competitor) => {
      ranking.set(competitor, key, 0)
    })
    expect([0, 1, 2, 3].map(ranking.rankOf)).toEqual([1, 2, 2, 4])
  })

  test('[R2] among equals who was there first stands first, then the name', () => {
    const ranking = createRanking([2, 0, 1])
    ranking.set(0, 10, 1000)
    ranking.set(1, 10, 2000)
    ranking.set(2, 10, 2000)
    expect([0, 1, 2].map(ranking.at)).toEqual([0, 1, 2])
    ranking.set(0, 10, unknown)
    expect([0, 1, 2].map(ranking.at)).toEqual([1, 2, 0])
  })

  test('[R4] unknown values have no rank and stand last', () => {
    const ranking = createRanking([0, 1, 2])
    ranking.set(2, -5, 0)
    ranking.set(1, 0, 0)
    expect([0, 1, 2].map(ranking.at)).toEqual([1, 2, 0])
    expect([0, 1, 2].map(ranking.rankOf)).toEqual([null, 1, 2])
    ranking.set(1, unknown, unknown)
    expect([0, 1, 2].map(ranking.at)).toEqual([2, 0, 1])
  })

  test('[R9] what says nothing new moves nothing', () => {
    const ranking = createRanking([0, 1])
    expect(ranking.set(0, unknown, unknown)).toBeNull()
    ranking.set(0, 1, 1)
    expect(ranking.set(0, 1, 1)).toBeNull()
  })

  test('[R9] 100,000 random changes keep the order of a full sort, and tell every place that changed', () => {
    // The generator is fast-check's, so that a failure prints the seed that repeats it.
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        let state = seed >>> 0
        const random = (): number => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
          return state / 2 ** 32
        }
        const size = 40
        const names = shuffled(size, random)
        const ranking = createRanking(names)
        const entries: Entry[] = names.map((_, competitor) => ({
          competitor,
          key: unknown,
          reachedAt: unknown,
        }))
        let before = sorted(entries, names)
        for (let step = 0; step < 20_000; step++) {
          const competitor = Math.floor(random() * size)
          // Few different keys, so that ties are the rule.
          const key = random() < 0.1 ? unknown : Math.floor(random() * 8) - 2
          const reachedAt = random() < 0.1 ? unknown : Math.floor(random() * 4)
          const changed = ranking.set(competitor, key, reachedAt)
          entries[competitor] = { competitor, key, reachedAt }
          const after = sorted(entries, names)
          for (let place = 0; place < size; place++) {
            const here = after[place] ?? -1
            if (ranking.at(place) !== here || ranking.placeOf(here) !== place)
              throw new Error(`step ${step}: ${ranking.at(place)} stands at ${place} instead of ${here}`)
            const isTold = changed !== null && place >= changed.first && place <= changed.last
            if (before[place] !== here && !isTold)
              throw new Error(`step ${step}: place ${place} changed untold`)
          }
          const rank = rankBy(entries, key)
          if (ranking.rankOf(competitor) !== rank) throw new Error(`step ${step}: rank is not ${rank}`)
          before = after
        }
        expect(entries.map(({ competitor }) => ranking.rankOf(competitor))).toEqual(
          entries.map(({ key }) => rankBy(entries, key)),
        )
      }),
      { numRuns: propertyRuns(5) },
    )
  })
})
