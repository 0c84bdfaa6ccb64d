import { expect, test } from 'vitest'
import { pairNames } from './pair-names.ts'

test('names take as much as the widest of them asks for, and leave room for the pips', () => {
  expect(pairNames([]).rem).toBe(0)
  expect(pairNames(['Bo', 'Al']).rem).toBeLessThan(8)
  expect(pairNames(['Maximiliane-Theodora L.', 'Bo'])).toEqual({ rem: 22, takeAll: false })
})

test('namesakes whose team would be cut have the line for themselves', () => {
  const { rem, takeAll } = pairNames(['Anna Ku. · Enterprise', 'Bo', 'Anna Ku. · Mid-market'])
  expect(takeAll).toBe(true)
  expect(rem).toBeGreaterThan(22)
  expect(pairNames(['Anna Kraus (EMEA)', 'Anna Kraus (APAC)']).takeAll).toBe(true)
  // The longer one ends in an ellipsis, and is still another.
  expect(pairNames(['Bo · Enterprise', 'Bo · SMB']).takeAll).toBe(false)
})
