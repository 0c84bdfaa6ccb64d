import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTextsOnDisk } from './texts-on-disk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-texts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What this process has open of the folder. */
const openOfFolder = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`)
      return path.startsWith(folder) ? [path] : []
    } catch {
      return []
    }
  })

const steps = fc.array(
  fc.record({
    key: fc.integer({ min: 0, max: 12 }).map(String),
    text: fc.option(fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat({ max: 40_000 })), { nil: null }),
  }),
  { maxLength: 60 },
)

test('[H145] each key has what was said of it last, whether it is written yet or not', () => {
  fc.assert(
    fc.property(steps, (said) => {
      const texts = createTextsOnDisk(folder)
      const expected = new Map<string, string | null>()
      try {
        for (const { key, text } of said) {
          const whole = text && text[0] + 'x'.repeat(text[1])
          texts.set(key, whole)
          expected.set(key, whole)
          for (const asked of [key, '0', 'unknown']) {
            expect(texts.get(asked)).toBe(expected.get(asked))
            expect(texts.has(asked)).toBe(expected.has(asked))
          }
        }
        for (const [key, text] of expected) expect(texts.get(key)).toBe(text)
        expect(texts.size).toBe(expected.size)
      } finally {
        texts.close()
      }
    }),
  )
})

test('[H145] a few texts touch no disk; many lie in a file that has no name and goes with them', () => {
  const texts = createTextsOnDisk(folder)
  texts.set('one', 'a')
  expect(openOfFolder()).toEqual([])
  for (let nth = 0; nth < 10; nth += 1) texts.set(`${nth}`, 'b'.repeat(100_000))
  expect(openOfFolder()).toHaveLength(1)
  expect(readdirSync(folder)).toEqual([])
  texts.close()
  expect(openOfFolder()).toEqual([])
  texts.set('late', 'c'.repeat(1_000_000))
  expect(texts.size).toBe(0)
  expect(openOfFolder()).toEqual([])
})

test('[H145] a disk that cannot be written is told by its own words', () => {
  const texts = createTextsOnDisk(join(folder, 'gone'))
  texts.set('one', 'a')
  expect(() => texts.get('one')).toThrow('ENOENT')
})
