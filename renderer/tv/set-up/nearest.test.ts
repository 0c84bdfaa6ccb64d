import { expect, test } from 'vitest'
import { type Arrow, type Box, nearest, onTurnedPage } from './nearest.ts'

/** A wide key over two rows of three. */
const keys: readonly Box[] = [
  { left: 0, top: 0, width: 320, height: 100 },
  ...[0, 1].flatMap((row) =>
    [0, 1, 2].map((column) => ({ left: column * 110, top: 110 + row * 110, width: 100, height: 100 })),
  ),
]
const from = (index: number, arrow: Arrow): number | null => {
  const box = keys[index]
  if (box === undefined) throw new Error('no such key')
  return nearest(keys, box, arrow)
}

test.each([
  [1, 'ArrowRight', 2],
  [1, 'ArrowDown', 4],
  [5, 'ArrowUp', 2],
  [6, 'ArrowLeft', 5],
  [1, 'ArrowUp', 0],
  [3, 'ArrowUp', 0],
  [0, 'ArrowDown', 2],
] as const)('from %i the %s leads to %i', (index, arrow, wanted) => {
  expect(from(index, arrow)).toBe(wanted)
})

test.each([
  [0, 'ArrowUp'],
  [4, 'ArrowDown'],
  [1, 'ArrowLeft'],
] as const)('from %i the %s leads nowhere', (index, arrow) => {
  expect(from(index, arrow)).toBeNull()
})

test('the next one in the row comes before one that is closer and lies above', () => {
  const row = [
    { left: 0, top: 100, width: 180, height: 50 },
    { left: 200, top: 100, width: 180, height: 50 },
  ] as const
  const above = { left: 100, top: 0, width: 90, height: 90 }
  expect(nearest([above, ...row], row[0], 'ArrowRight')).toBe(2)
})

test('on a page that is turned, an arrow leads where it points to whoever sees the picture upright', () => {
  expect(onTurnedPage('ArrowDown', 0)).toBe('ArrowDown')
  expect(onTurnedPage('ArrowDown', 90)).toBe('ArrowLeft')
  expect(onTurnedPage('ArrowLeft', 90)).toBe('ArrowUp')
  expect(onTurnedPage('ArrowRight', 180)).toBe('ArrowLeft')
  expect(onTurnedPage('ArrowUp', 270)).toBe('ArrowLeft')
})
