import { expect, test } from 'vitest'
import { directionOf } from './direction.ts'

test.each([
  ['en-US', 'ltr'],
  ['ja-JP', 'ltr'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['ur-PK', 'rtl'],
  // A script of its own outweighs the language's usual one.
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ar-Latn', 'ltr'],
])('%s is written %s', (locale, direction) => {
  expect(directionOf(locale)).toBe(direction)
})
