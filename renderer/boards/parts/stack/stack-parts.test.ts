import { expect, test } from 'vitest'
import { stackParts } from './stack-parts.ts'

const segment = (id: string, value: number) => ({ id, hue: 1, value })

test('parts follow one another and end where the total does', () => {
  const parts = stackParts({ value: 60, segments: [segment('a', 40), segment('b', 20)] }, 100)
  expect(parts.map((part) => [part.id, part.end])).toEqual([
    ['a', 0.4],
    ['b', 0.6],
  ])
})

test('what nobody on the board added is drawn as nobody’s', () => {
  const parts = stackParts({ value: 90, segments: [segment('a', 40)] }, 100)
  expect(parts.map((part) => [part.hue, part.end])).toEqual([
    [1, 0.4],
    [null, 0.9],
  ])
})

test('what a feed calls nobody’s has no colour either', () => {
  const parts = stackParts(
    { value: 90, segments: [segment('a', 40), { id: 'others', hue: -1, value: 50 }] },
    100,
  )
  expect(parts.map((part) => [part.hue, part.end])).toEqual([
    [1, 0.4],
    [null, 0.9],
  ])
})

test('of hundreds of people the first are drawn apart, the rest as one', () => {
  const segments = Array.from({ length: 500 }, (_, index) => segment(`p${index}`, 1))
  const parts = stackParts({ value: 500, segments }, 500)
  expect(parts.length).toBeLessThanOrEqual(13)
  expect(parts.at(-1)?.end).toBe(1)
})

test('nothing, less than nothing and the unknown have no part', () => {
  expect(stackParts({ value: null, segments: [segment('a', 0), segment('b', -5)] }, 100)).toEqual([])
  expect(stackParts({ value: -5, segments: [] }, 0)).toEqual([])
})

test('where some took away, the parts end with the total all the same', () => {
  const parts = stackParts({ value: 60, segments: [segment('a', 50), segment('b', 50)] }, 100)
  expect(parts.map(({ end }) => end)).toEqual([0.3, 0.6])
})

test('[B61] [B4] of a deal that two people have in full, both have a part, in proportion, and they add up', () => {
  const parts = stackParts(
    { value: 247_710, segments: [segment('ann', 247_710), segment('bob', 150_000)] },
    247_710,
  )
  expect(parts.map(({ id }) => id)).toEqual(['ann', 'bob'])
  expect(parts[0]?.end).toBeCloseTo(247_710 / 397_710, 2)
  expect(parts[1]?.end).toBe(1)
})
