import { expect, test } from 'vitest'
import { nextWords } from './next-step.tsx'

test('there is a next one over the line only after a first', () => {
  expect([0, 1, 7].map(nextWords)).toEqual(['The nearest is', 'The next one is', 'The next one is'])
})
