import { expect, test } from 'vitest'
import { type EntryHeading, entrySum, isBodyWhole, isHeadingWhole } from './entry-sum.ts'

const heading: EntryHeading = {
  seq: 7,
  at: 1_790_000_000_000,
  by: 'local',
  key: '["crm","42"]',
  beforeSeq: 3,
}
const body = '{"fact":{"amount":{"minor":8000000}},"note":"Zoë 🏁"}'

test('a checksum is the CRC-32 that everybody has: it can be worked out again anywhere', () => {
  expect(entrySum(heading, '123456789') % 2 ** 32).toBe(0xcbf43926)
  expect(Number.isSafeInteger(entrySum(heading, body))).toBe(true)
  expect(entrySum(heading, body)).toBeLessThan(2 ** 51)
})

test('every bit of a body that turns is seen, and does not throw doubt on the key', () => {
  const sum = entrySum(heading, body)
  const bytes = Buffer.from(body)
  expect(isBodyWhole(sum, bytes)).toBe(true)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const turned = Buffer.from(bytes)
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(isBodyWhole(sum, turned)).toBe(false)
  }
  expect(isHeadingWhole(sum, heading)).toBe(true)
  expect(isBodyWhole(sum, null)).toBe(false)
})

test('a key, a number, a cause or an instant that is another is seen', () => {
  const sum = entrySum(heading, body)
  for (const other of [
    { ...heading, seq: 8 },
    { ...heading, at: heading.at + 1 },
    { ...heading, by: 'lokal' },
    { ...heading, key: '["crm","43"]' },
    { ...heading, beforeSeq: null },
  ])
    expect(isHeadingWhole(sum, other)).toBe(false)
})
