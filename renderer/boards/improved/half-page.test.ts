import { describe, expect, test } from 'vitest'
import { halfPage } from './half-page.ts'

const rows = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`p${place}`, { place }]))
const places = (count: number, page: number) => halfPage(rows(count), page).rows.map(({ row }) => row.place)

describe('half a board', () => {
  test('that fits one page stands still while the other half turns', () => {
    expect(places(3, 0)).toEqual([0, 1, 2])
    expect(halfPage(rows(3), 2)).toEqual(halfPage(rows(3), 0))
  })

  test('turns its own pages, filled alike, and begins anew when the other has more', () => {
    expect([places(7, 0), places(7, 1), places(7, 2)]).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6],
      [0, 1, 2, 3],
    ])
  })

  test('is empty without anybody', () => {
    expect(halfPage({}, 3)).toMatchObject({ rows: [], page: 0 })
  })
})
