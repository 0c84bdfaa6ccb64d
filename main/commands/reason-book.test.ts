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

test('reasons for which the mapping is asked one thing are of one kind, whichever columns and dates they name', () => {
  const ask = 'say which with dateFormat: DD/MM/YYYY or MM/DD/YYYY'
  const reasons = Array.from({ length: 12 }, (_, index) => {
    const created = `Created "0${(index % 9) + 1}.11.2026" can be 1 November 2026 or 11 March 2026; ${ask}`
    return index % 2 === 0 ? created : `${created}; Closed "02.0${(index % 8) + 1}.2026" can be …; ${ask}`
  })
  expect(told(reasons)).toHaveLength(6)
  expect(told(reasons).at(-1)).toMatch(/^and \d rows more like these, with other values$/)
})

test('thousands of kinds are counted together', () => {
  const kinds = Array.from({ length: 300 }, (_, index) => `fault ${'x'.repeat(index)}`)
  expect(told(kinds).at(-1)).toBe('and 100 rows more, for other reasons')
})
