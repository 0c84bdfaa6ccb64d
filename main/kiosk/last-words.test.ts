import { expect, test } from 'vitest'
import { createLastWords } from './last-words.ts'

const saidAfter = (...texts: readonly string[]): string | null => {
  const words = createLastWords()
  for (const text of texts) words.take(text)
  return words.said()
}

test('[S178] the last sentence counts, also when it comes in pieces', () => {
  expect(saidAfter('The data folder ', 'cannot be used.\n')).toBe('The data folder cannot be used.')
  expect(saidAfter('First.\nSecond.\n')).toBe('Second.')
})

test('[S178] lines of the log and of a crash are no sentence', () => {
  expect(saidAfter('{"level":40,"msg":"slow."}\n')).toBeNull()
  expect(saidAfter('The log is damaged.\n{"level":40}\n   at run (feed.ts:3:1)\n')).toBe(
    'The log is damaged.',
  )
  expect(saidAfter('', `${'a'.repeat(5_000)}.\n`)).toBeNull()
})
