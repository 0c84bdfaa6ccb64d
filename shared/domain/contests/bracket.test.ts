import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { championOf, firstRound, playRounds, roundsOf } from './bracket.ts'

const better = (_: number, one: number, other: number): number => Math.min(one, other)
const size = fc.integer({ min: 1, max: 600 })

test.each([
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 2],
  [257, 9],
])('[K20] %i entrants are one after %i rounds', (entrants, rounds) => {
  expect(roundsOf(entrants)).toBe(rounds)
  expect(championOf(entrants, playRounds(entrants, better))).toBe(1)
})

test('[K20] of three the first is free and meets the winner of the others', () => {
  expect(firstRound(3)).toEqual([
    { one: 1, other: null },
    { one: 2, other: 3 },
  ])
  expect(playRounds(3, () => null)).toEqual([
    [
      { one: 1, other: null, winner: 1 },
      { one: 2, other: 3, winner: null },
    ],
    [{ one: 1, other: null, winner: null }],
  ])
})

test('[K20] everybody is in the first round once, and only the best are free', () => {
  fc.assert(
    fc.property(size, (entrants) => {
      const seeds = firstRound(entrants).flatMap(({ one, other }) => [one, other])
      const all = Array.from({ length: entrants }, (_, at) => at + 1)
      if (entrants > 1)
        expect(seeds.filter((seed) => seed !== null).sort((a, b) => Number(a) - Number(b))).toEqual(all)
      const free = firstRound(entrants).flatMap(({ one, other }) => (other === null && one ? [one] : []))
      expect(free.every((seed) => seed <= free.length)).toBe(true)
    }),
    { numRuns: propertyRuns(100) },
  )
})

test('[K20] whoever wins, as many go out as there are matches, and one of them is left', () => {
  fc.assert(
    fc.property(size, fc.infiniteStream(fc.boolean()), (entrants, coins) => {
      const out = new Set<number>()
      const rounds = playRounds(entrants, (_, one, other) => {
        const winner = coins.next().value ? one : other
        expect(out.has(one) || out.has(other)).toBe(false)
        out.add(winner === one ? other : one)
        return winner
      })
      expect(out.size).toBe(entrants - 1)
      expect(out.has(championOf(entrants, rounds) ?? 0)).toBe(false)
    }),
    { numRuns: propertyRuns(100) },
  )
})

test('[K20] where the better one always wins, the best of each half meet as late as they can', () => {
  fc.assert(
    fc.property(size, (entrants) => {
      for (const [round, matches] of playRounds(entrants, better).entries()) {
        const left = 2 ** (roundsOf(entrants) - round)
        const seeds = matches.flatMap(({ one, other }) => [one, other]).filter((seed) => seed !== null)
        expect(Math.max(...seeds)).toBeLessThanOrEqual(left)
      }
    }),
    { numRuns: propertyRuns(100) },
  )
})
