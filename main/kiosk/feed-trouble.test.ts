import { expect, test } from 'vitest'
import { troubleIn } from './feed-trouble.ts'

test('[S178] a feed that refuses says why, and one with damaged entries has a gap', () => {
  expect(troubleIn({ status: 'ready', facts: 3 })).toBeNull()
  expect(troubleIn({ status: 'ready', facts: 3, damaged: { entries: 0 } })).toBeNull()
  expect(troubleIn({ status: 'ready', facts: 3, damaged: { entries: 2 } })).toEqual({
    kind: 'gap',
    said: null,
  })
  expect(troubleIn({ status: 'refusing', reason: 'the disk is full', facts: 3 })).toEqual({
    kind: 'refusing',
    said: 'the disk is full',
  })
})
