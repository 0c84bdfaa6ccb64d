import { expect, test } from 'vitest'
import type { Contribution } from '../../../shared/wire/boards/team-goal-board.ts'
import { face } from '../samples/people.ts'
import { gatheredPages } from './gathered.tsx'

const crowd = (count: number): Record<string, Contribution> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `p${at}`,
      { ...face(`Person ${at}`, at), place: at + 11, value: 1 },
    ]),
  )

test('[B180] everybody without a part of their own is on a page', () => {
  expect(gatheredPages({})).toBe(0)
  expect(gatheredPages({ gathered: crowd(1) })).toBe(1)
  expect(gatheredPages({ gathered: crowd(20) })).toBe(1)
  expect(gatheredPages({ gathered: crowd(49) })).toBe(3)
})
