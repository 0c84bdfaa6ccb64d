import { expect, test } from 'vitest'
import { picture } from './gallery-states.ts'
import { nextOver } from './next-over.ts'

test('[S244] next over the line is who is nearest to their goal, by what is left', () => {
  const next = nextOver(picture)
  expect(next?.row.name).toBe('Tomás Herrera')
  expect(next?.left).toBe((next?.row.goal ?? 0) - (next?.row.value ?? 0))
})

test('[S244] nobody is named who is far from their goal, over it, or does not want the stage', () => {
  const without = (change: object) => ({
    ...picture,
    rows: Object.fromEntries(
      Object.entries(picture.rows).map(([id, row]) => [
        id,
        row.name === 'Tomás Herrera' ? { ...row, ...change } : row,
      ]),
    ),
  })
  expect(nextOver(without({ attainment: 0.84 }))).toBeNull()
  expect(nextOver(without({ attainment: 1, state: 'reached' as const }))).toBeNull()
  expect(nextOver(without({ quiet: true as const }))).toBeNull()
  expect(nextOver({ ...picture, metric: { ...picture.metric, better: 'lower' } })).toBeNull()
})
