import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { nextWords } from './next-step.tsx'

test('there is a next one over the line only after a first', () => {
  expect([0, 1, 7].map((over) => nextWords(over, '$4K', sayIn('en')))).toEqual([
    'The nearest is $4K away',
    'The next one is $4K away',
    'The next one is $4K away',
  ])
})
