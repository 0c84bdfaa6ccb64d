import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { differenceInterval, ranksOf, spearman, spearmanInterval, type Triple } from './rank-correlation.ts'

const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 2 ** 31)
console.info(`rank correlation: FLOORBOARD_SEED=${seed}`)
const runs = { seed, numRuns: propertyRuns(300) }

/** With many ties. */
const Values = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -3, max: 3 })), {
  minLength: 2,
  maxLength: 30,
})

/** By counting, for each, those below and those alike. */
const naiveRank = (values: readonly number[], value: number): number =>
  values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2

/** By the pairs: Σ(rᵢ−rⱼ)(sᵢ−sⱼ) over all pairs, which is n times the sum about the means. */
const naive = (x: readonly number[], y: readonly number[]): number | null => {
  const [r, s] = [x.map((value) => naiveRank(x, value)), y.map((value) => naiveRank(y, value))]
  const pairs = r.flatMap((_, i) => r.map((_, j) => [i, j] as const))
  const sum = (of: (i: number, j: number) => number): number =>
    pairs.reduce((all, [i, j]) => all + of(i, j), 0)
  const [a, b] = [r, s].map((of) => (i: number, j: number) => (of[i] ?? 0) - (of[j] ?? 0))
  if (!a || !b) throw new Error('two')
  const [xy, xx, yy] = [
    sum((i, j) => a(i, j) * b(i, j)),
    sum((i, j) => a(i, j) ** 2),
    sum((i, j) => b(i, j) ** 2),
  ]
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

test('[O8] the correlation of ranks, with ties, is what a slow reckoning over all pairs finds', () => {
  fc.assert(
    fc.property(Values, (pairs) => {
      const [x, y] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)]
      expect(ranksOf(x)).toEqual(x.map((value) => naiveRank(x, value)))
      const [found, expected] = [spearman(x, y), naive(x, y)]
      if (expected === null) expect(found).toBeNull()
      else expect(found).toBeCloseTo(expected, 10)
      // It asks for the order alone.
      expect(
        spearman(
          x.map((value) => value ** 3 + 7),
          y,
        ),
      ).toEqual(found)
      const turned = spearman(
        x.map((value) => -value),
        y,
      )
      if (found === null) expect(turned).toBeNull()
      else expect(turned).toBeCloseTo(-found, 10)
    }),
    runs,
  )
})

test('[O8] a worked example: hours of television against IQ, without ties', () => {
  // Σd² = 194, so that 1 − 6·194 ÷ (10·99) = −29/165.
  const [iq, hours] = [
    [106, 86, 100, 101, 99, 103, 97, 113, 112, 110],
    [7, 0, 27, 50, 28, 29, 20, 12, 6, 17],
  ]
  expect(spearman(iq ?? [], hours ?? [])).toBeCloseTo(-29 / 165, 12)
})

test('[O9] the interval holds the correlation, is narrower with more people, and never leaves −1 to 1', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: 4, max: 400 }),
      (rho, count) => {
        const [one, more] = [spearmanInterval(rho, count), spearmanInterval(rho, count * 4)]
        if (!one || !more) throw new Error('no interval')
        expect(one.low).toBeLessThanOrEqual(rho)
        expect(one.high).toBeGreaterThanOrEqual(rho)
        expect(one.low).toBeGreaterThanOrEqual(-1)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(more.high - more.low).toBeLessThan(one.high - one.low)
        expect(one.high - one.low).toBeGreaterThan(0)
      },
    ),
    runs,
  )
  // By hand: atanh 0.6 = 0.6931, √(1.18 ÷ 27) = 0.2091.
  const { low, high } = spearmanInterval(0.6, 30) ?? { low: 0, high: 0 }
  expect([low, high].map((bound) => bound.toFixed(3))).toEqual(['0.276', '0.802'])
  expect(spearmanInterval(0.6, 3)).toBeNull()
})

test('[O9] holds the truth in about 95 of 100 samples', () => {
  const random = ((state: number) => () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  })(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(random() || 1e-12)) * Math.cos(2 * Math.PI * random())
  // Of two normal variables with ρ = 0.6, Spearman's is 6/π · asin(ρ/2).
  const truth = (6 / Math.PI) * Math.asin(0.3)
  const samples = 600
  let held = 0
  for (let sample = 0; sample < samples; sample += 1) {
    const pairs = Array.from({ length: 25 }, () => {
      const x = normal()
      return [x, 0.6 * x + 0.8 * normal()] as const
    })
    const rho =
      spearman(
        pairs.map(([x]) => x),
        pairs.map(([, y]) => y),
      ) ?? 0
    const { low, high } = spearmanInterval(rho, 25) ?? { low: 1, high: -1 }
    if (low <= truth && truth <= high) held += 1
  }
  console.info(`the interval held in ${held} of ${samples} samples`)
  expect(held / samples).toBeGreaterThan(0.9)
  expect(held / samples).toBeLessThan(0.99)
})

test('[O10] two that are the same are never told apart, one that is the outcome is better than noise, and a seed decides', () => {
  const people = Array.from({ length: 24 }, (_, index): Triple => [index, (index * 7) % 24, index])
  const same = people.map(([first, , outcome]): Triple => [first, first, outcome])
  expect(differenceInterval(same, 1)).toEqual({ low: 0, high: 0 })
  const better = differenceInterval(people, 1)
  expect(better?.low).toBeGreaterThan(0)
  expect(differenceInterval(people, 1)).toEqual(better)
  const turned = differenceInterval(
    people.map(([a, b, outcome]): Triple => [b, a, outcome]),
    1,
  )
  expect(turned?.high).toBeLessThan(0)
  expect(
    differenceInterval(
      people.map((): Triple => [1, 2, 3]),
      1,
    ),
  ).toBeNull()
})
