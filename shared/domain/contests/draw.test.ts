import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { drawWinners } from './draw.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const holders = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), tickets: fc.integer({ min: 0, max: 50 }) }),
  { selector: ({ id }) => id, maxLength: 30 },
)

test('[K21] the same seed draws the same winners, in whatever order their tickets are told', () => {
  fc.assert(
    fc.property(holders, fc.string(), fc.nat({ max: 40 }), (all, seed, draws) => {
      const winners = drawWinners(all, seed, draws, sha256)
      expect(drawWinners(all.toReversed(), seed, draws, sha256)).toEqual(winners)
      const withTickets = all.filter(({ tickets }) => tickets > 0).map(({ id }) => id)
      expect(winners).toHaveLength(Math.min(draws, withTickets.length))
      expect(new Set(winners).size).toBe(winners.length)
      expect(winners.every((id) => withTickets.includes(id))).toBe(true)
    }),
    { numRuns: propertyRuns(300) },
  )
})

test('[K21] each ticket is as likely as any other', () => {
  const tickets = { ana: 1, bo: 2, cy: 7 }
  const all = Object.entries(tickets).map(([id, own]) => ({ id, tickets: own }))
  const runs = 4000
  const won = new Map<string, number>()
  for (let run = 0; run < runs; run += 1) {
    const [id = ''] = drawWinners(all, `run ${run}`, 1, sha256)
    won.set(id, (won.get(id) ?? 0) + 1)
  }
  for (const { id, tickets: own } of all) {
    const expected = (runs * own) / 10
    // Five times the standard deviation of a binomial count.
    expect(Math.abs((won.get(id) ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected * (1 - own / 10)))
  }
})

test('[K21] nobody without a ticket wins, and without tickets nobody does', () => {
  expect(drawWinners([{ id: 'ana', tickets: 0 }], 'seed', 3, sha256)).toEqual([])
  expect(drawWinners([], 'seed', 3, sha256)).toEqual([])
})
