import { expect, test } from 'vitest'
import { createReasonBook } from './reason-book.ts'

const told = (reasons: readonly string[]): readonly string[] => {
  const book = createReasonBook()
  for (const [index, reason] of reasons.entries()) book.note(reason, index + 2)
  return book.lines()
}

test('a reason is told once, with how many rows have it and the first of their lines', () => {
  expect(told(['A', 'B', 'A'])).toEqual(['lines 2 and 4: A', 'line 3: B'])
  expect(told(['A', 'A', 'A'])).toEqual(['lines 2, 3 and 4: A'])
  expect(told(Array.from({ length: 4054 }, () => 'Close Date "" is empty'))).toEqual([
    'lines 2, 3, 4 and 4,051 more: Close Date "" is empty',
  ])
})

test('of reasons that differ in their values alone, those that rows share are told, and a few others', () => {
  const stages = ['Lead', 'Demo', 'Offer', 'Talk', 'Call', 'Won?', 'Lost?']
  const rows = [...stages, ...stages].map((stage) => `Stage "${stage}" is not one of won, lost`)
  expect(told(rows)).toHaveLength(7)
  const amounts = Array.from({ length: 1000 }, (_, index) => `Amount "${index},100" can be two things`)
  expect(told(amounts)).toEqual([
    ...amounts.slice(0, 5).map((reason, index) => `line ${index + 2}: ${reason}`),
    'and 995 rows more like these, with other values',
  ])
})

test('thousands of kinds are counted together', () => {
  const kinds = Array.from({ length: 300 }, (_, index) => `fault ${'x'.repeat(index)}`)
  expect(told(kinds).at(-1)).toBe('and 100 rows more, for other reasons')
})
