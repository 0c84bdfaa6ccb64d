import { expect, test } from 'vitest'
import { tooMuchIn } from './json-bounds.ts'

const long = 'x'.repeat(20_000)

test.each<[string, string, RegExp]>([
  ['half a million lists in each other', '['.repeat(500_000), /^is nested more than 64 deep$/],
  ['objects in each other', '{"a":'.repeat(5000), /nested/],
  ['a list of half a million', `[${'0,'.repeat(500_000)}0]`, /^holds more than 5000 values$/],
  ['empty objects side by side', `[${'{},'.repeat(9000)}{}]`, /5000 values/],
  ['a field too many', `{"fields":{${Array.from({ length: 5001 }, (_, i) => `"f${i}":1`)}}}`, /5000 values/],
])('[F42] %s is refused before it is built', (_what, json, reason) => {
  expect(tooMuchIn(json)).toMatch(reason)
})

test.each<[string, string]>([
  ['a text that looks like many', `{"name":"${'[,{'.repeat(9000)}\\"${'['.repeat(200)}"}`],
  ['a text that ends in a backslash', `{"name":"${long}\\\\","b":[]}`],
  ['a text that never ends', `{"name":"${'['.repeat(20_000)}`],
  ['long texts', JSON.stringify({ a: long, b: [long, { c: long }] })],
  ['5,000 values', JSON.stringify(Array.from({ length: 4990 }, () => 100))],
])('%s is not', (_what, json) => {
  expect(tooMuchIn(json)).toBeNull()
})
