import { expect, test } from 'vitest'
import { codeSize } from './code-size.ts'

test('a code is the smaller the wider its letters are, and never larger than the page can bear', () => {
  expect(codeSize('WWWWWW', 116)).toBeLessThan(codeSize('K7M4QX', 116))
  expect(codeSize('K7M4QX', 116)).toBeLessThan(codeSize('FTL7EJ', 116))
  expect(codeSize('FTL7EJ', 500)).toBe(26)
})
