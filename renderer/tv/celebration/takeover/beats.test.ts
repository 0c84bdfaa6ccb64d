import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beatsOf } from './beats.ts'

const plain = { ms: 14_000, wroteAt: null, isStill: false }

test('a takeover has its beats in order, whatever its length', () => {
  fc.assert(
    fc.property(
      // No rule is shorter than six seconds.
      fc.integer({ min: 6000, max: 60_000 }),
      fc.option(fc.integer({ min: -600_000, max: 60_000 })),
      fc.boolean(),
      (ms, wroteAt, isStill) => {
        const { cut, arrive, count, land, word, leave, end } = beatsOf({ ms, wroteAt, isStill })
        const order = [cut, arrive, count, land, ...(word === null ? [] : [word]), leave, end]
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      },
    ),
  )
})

test('without words there is no beat for them', () => {
  expect(beatsOf(plain).word).toBeNull()
  expect(beatsOf({ ...plain, wroteAt: -5000 }).word).toBe(14_000 * 0.44)
})

test('words that come while it shows are there half a second later on every screen, if there is time to read them', () => {
  expect(beatsOf({ ...plain, wroteAt: 8000 }).word).toBe(8500)
  expect(beatsOf({ ...plain, wroteAt: 11_000 }).word).toBeNull()
})

test('where nothing moves all is there from the first instant', () => {
  const { arrive, count, land } = beatsOf({ ...plain, isStill: true })
  expect([arrive, count, land]).toEqual([0, 0, 0])
})
