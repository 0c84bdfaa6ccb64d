import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settle, springs } from './curves.ts'

const tokens = readFileSync('renderer/wall/tokens.css', 'utf8')
const shares = Array.from({ length: 101 }, (_, hundredth) => hundredth / 100)

const closed = (text: string | undefined): string | undefined => text?.replace(/\s+/g, '')

test('the curves are those of the style sheets', () => {
  const inStyle = [...tokens.matchAll(/--spring: ([^;]+);/g)].map(([, text]) => closed(text))
  expect(inStyle).toEqual([closed(springs.byCurve.easing), closed(springs.byPoints.easing)])
  expect(/--settle: ([^;]+);/.exec(tokens)?.[1]).toBe(settle.easing)
})

test('what settles rises throughout and never goes past its end', () => {
  const way = shares.map(settle.at)
  expect(way).toEqual([...way].sort((a, b) => a - b))
  expect(way[0]).toBeCloseTo(0, 5)
  expect(way.at(-1)).toBeCloseTo(1, 5)
  expect(Math.max(...way)).toBeLessThanOrEqual(1)
})

test('a settling motion is asked both ways', () => {
  for (const share of shares.slice(1, 60)) expect(settle.timeAt(settle.at(share))).toBeCloseTo(share, 3)
})

test.each(Object.entries(springs))('what springs %s arrives, a little past its end and back', (_, { at }) => {
  const way = shares.map(at)
  expect(way[0]).toBeCloseTo(0, 5)
  expect(way.at(-1)).toBeCloseTo(1, 5)
  expect(Math.max(...way)).toBeGreaterThan(1.01)
  expect(Math.max(...way)).toBeLessThan(1.05)
})
