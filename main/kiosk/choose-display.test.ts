import { expect, test } from 'vitest'
import { chooseDisplay, inOrder } from './choose-display.ts'

const left = { id: 7, bounds: { x: -1920, y: 0 } }
const middle = { id: 3, bounds: { x: 0, y: 0 } }
const below = { id: 5, bounds: { x: 0, y: 1080 } }
const displays = [below, middle, left]

test('displays count from 1, left to right and top to bottom, whatever order the system lists them in', () => {
  expect(inOrder(displays)).toEqual([left, middle, below])
  expect([1, 2, 3].map((wanted) => chooseDisplay(displays, middle, wanted))).toEqual([left, middle, below])
})

test('while the wanted one is away, it is the primary one', () => {
  expect(chooseDisplay(displays, middle, 4)).toBe(middle)
})
