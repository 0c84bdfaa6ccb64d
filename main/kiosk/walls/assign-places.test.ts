import { expect, test } from 'vitest'
import { assignPlaces } from './assign-places.ts'

const display = (id: number, x: number, y = 0) => ({ id, bounds: { x, y, width: 1920, height: 1080 } })
const left = display(7, 0)
const middle = display(3, 1920)
const right = display(5, 3840)

const placesOf = (known: readonly number[], connected: readonly ReturnType<typeof display>[]) => {
  const places = assignPlaces(known, connected)
  return { known: places.known, shown: [...places.shown].map(([place, { id }]) => [place, id]).sort() }
}

test('[S188] at the first start displays are counted left to right, whatever order the system lists them in', () => {
  expect(placesOf([], [right, left, middle])).toEqual({
    known: [7, 3, 5],
    shown: [
      [0, 7],
      [1, 3],
      [2, 5],
    ],
  })
})

test('[S189] a display that goes leaves its place free, and has it again when it comes back', () => {
  expect(placesOf([7, 3, 5], [middle, right]).shown).toEqual([
    [1, 3],
    [2, 5],
  ])
  expect(placesOf([7, 3, 5], [left, middle, right]).shown).toEqual([
    [0, 7],
    [1, 3],
    [2, 5],
  ])
})

test('[S189] displays that change places on the desk keep their walls', () => {
  expect(placesOf([7, 3], [display(3, 0), display(7, 1920)])).toEqual({
    known: [7, 3],
    shown: [
      [0, 7],
      [1, 3],
    ],
  })
})

test('[S189] a TV that is replaced goes on as the one before it', () => {
  expect(placesOf([7, 3, 5], [left, display(9, 1920), right])).toEqual({
    known: [7, 9, 5],
    shown: [
      [0, 7],
      [1, 9],
      [2, 5],
    ],
  })
})

test('[S189] one more display has a new place', () => {
  expect(placesOf([7, 3], [display(9, -1920), left, middle]).known).toEqual([7, 3, 9])
})

test('[S188] displays that mirror one another show one wall', () => {
  expect(placesOf([], [left, display(9, 0), middle])).toEqual({
    known: [7, 3],
    shown: [
      [0, 7],
      [1, 3],
    ],
  })
})

test('without a display there is no wall', () => {
  expect(placesOf([7], [])).toEqual({ known: [7], shown: [] })
})
