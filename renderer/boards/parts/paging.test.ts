import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFew, rowsOnPage, slotsOf } from './paging.ts'

const people = (count: number, place: (index: number) => number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { place: place(index) }]))

test('everybody is on exactly one page, and no page is more than one row shorter than another is long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 14 }), (count, most) => {
      const pages = Math.ceil(count / most)
      const all = Array.from({ length: pages }, (_, page) =>
        rowsOnPage(
          people(count, (i) => count - 1 - i),
          page,
          pages,
        ),
      )
      const seen = all.flatMap((page) => page.rows.map((each) => each.id))
      expect(new Set(seen).size).toBe(count)
      expect(seen.length).toBe(count)
      for (const page of all) expect(page.rows.length).toBeLessThanOrEqual(Math.min(most, page.slots))
    }),
  )
})

test('elements keep the order of their ids while their slots change', () => {
  const before = rowsOnPage(
    people(3, (index) => index),
    0,
    1,
  )
  const after = rowsOnPage(
    people(3, (index) => 2 - index),
    0,
    1,
  )
  expect(before.rows.map((each) => [each.id, each.slot])).toEqual([
    ['p0', 0],
    ['p1', 1],
    ['p2', 2],
  ])
  expect(after.rows.map((each) => [each.id, each.slot])).toEqual([
    ['p0', 2],
    ['p1', 1],
    ['p2', 0],
  ])
})

test('[B213] one to three rows have the whole height, and more are spread over five places at least', () => {
  const slots = [1, 3, 4, 8].map((count) =>
    slotsOf(
      rowsOnPage(
        people(count, (at) => at),
        0,
        1,
      ),
    ),
  )
  expect(slots).toEqual([1, 3, 5, 8])
  expect(isFew(rowsOnPage({}, 0, 1))).toBe(false)
})
