import { expect, test } from 'vitest'
import { knownInWords } from './known-in-words.ts'

test.each([
  [[], 'it has none'],
  [['wall'], 'it has only "wall"'],
  [['wall', 'lobby'], 'it has "wall", "lobby"'],
])('of %j it is said: %s', (ids, words) => {
  expect(knownInWords(ids)).toBe(words)
})

test('of many, the first are named and the rest is counted', () => {
  const words = knownInWords(Array.from({ length: 1000 }, (_, index) => `p${index}`))
  expect(words).toMatch(/^it has "p0", .*"p19" and 980 more$/)
})
