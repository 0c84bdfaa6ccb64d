import { expect, test } from 'vitest'
import { FeedProblem } from '../feed-client/feed-problem.ts'
import { problemWords } from './problem-words.ts'

test.each([
  ['away', 'It went wrong. Is it running? --feed says where it is.'],
  ['unauthorized', 'It went wrong. --token passes it.'],
  ['forbidden', 'It went wrong. --token passes it.'],
  ['bad-floor', 'It went wrong.'],
  [null, 'It went wrong.'],
] as const)('what is %s is told with the option that may mend it', (code, sentence) => {
  expect(problemWords(new FeedProblem('It went wrong.', code))).toBe(sentence)
})
