import { expect, test } from 'vitest'
import { coveringBounds } from './covering-bounds.ts'

const at = (x: number, y: number) => ({ x, y, width: 1920, height: 1080 })
const covering = (others: readonly ReturnType<typeof at>[], scaleFactor = 1) =>
  coveringBounds({ bounds: at(0, 0), scaleFactor }, others)

test('[S177] a window is a row higher than its display', () => {
  expect(covering([])).toEqual({ x: 0, y: 0, width: 1920, height: 1081 })
  expect(covering([at(0, 0), at(1920, 0), at(-1920, 0)])).toEqual({ x: 0, y: 0, width: 1920, height: 1081 })
})

test('[S177] where the scale is no whole number, it is a column wider too', () => {
  expect(covering([], 1.25)).toEqual({ x: 0, y: 0, width: 1921, height: 1081 })
})

test('[S177] it covers nothing of a display below, above or beside it', () => {
  expect(covering([at(0, 1080)])).toEqual({ x: 0, y: -1, width: 1920, height: 1081 })
  expect(covering([at(0, 1080), at(0, -1080)])).toEqual({ x: 0, y: 0, width: 1921, height: 1080 })
  expect(covering([at(0, 1080), at(0, -1080), at(1920, 0)])).toEqual({
    x: -1,
    y: 0,
    width: 1921,
    height: 1080,
  })
})

test('[S177] between displays on all sides it covers one row of the one below, and all of its own', () => {
  expect(covering([at(0, 1080), at(0, -1080), at(1920, 0), at(-1920, 0)]).height).toBe(1081)
})
