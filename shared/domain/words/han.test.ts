import { expect, test } from 'vitest'
import { hanOf } from './han.ts'

test.each([
  ['ja-JP', 'jp'],
  ['en-US', 'jp'],
  ['ko-KR', 'kr'],
  ['zh', 'sc'],
  ['zh-CN', 'sc'],
  ['zh-TW', 'tc'],
  ['zh-HK', 'tc'],
  ['zh-Hant-SG', 'tc'],
  ['yue', 'tc'],
])('the letters of %s are those of %s', (locale, han) => {
  expect(hanOf(locale)).toBe(han)
})
