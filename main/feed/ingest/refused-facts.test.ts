import { expect, test } from 'vitest'
import { createRefusedFacts } from './refused-facts.ts'

test('[N25] a hundred thousand refused rows are one message with counts and the first reasons', () => {
  const clock = { ms: 1000 }
  const refused = createRefusedFacts({ now: () => clock.ms })
  expect(refused.take()).toBeNull()
  refused.note({ door: 'facts', name: 'Jo', count: 0, first: [] })
  expect(refused.take()).toBeNull()
  for (let row = 0; row < 100_000; row++) {
    clock.ms += 1
    refused.note({
      door: 'import',
      name: 'Jo',
      count: 1,
      first: [{ fact: `row ${row}`, why: 'x'.repeat(9999) }],
    })
  }
  refused.note({ door: 'source', name: 'HubSpot', count: 2, first: [{ fact: null, why: 'No rate.' }] })
  const gathered = refused.take()
  expect(gathered).toMatchObject({ since: 1001, until: 101_000, count: 100_002 })
  expect(gathered?.by.map(({ door, count, first }) => [door, count, first.length])).toEqual([
    ['import', 100_000, 5],
    ['source', 2, 1],
  ])
  expect(JSON.stringify(gathered).length).toBeLessThan(4000)
  expect(refused.take()).toBeNull()
  // Of senders without end the first are named, and all are counted.
  for (let nth = 0; nth < 500; nth++)
    refused.note({ door: 'facts', name: `token ${nth}`, count: 1, first: [] })
  expect(refused.take()).toMatchObject({ count: 500 })
})
