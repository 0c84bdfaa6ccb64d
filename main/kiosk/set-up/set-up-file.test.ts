import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSetUpFile } from './set-up-file.ts'

let folder: string
let path: string
const said: string[] = []
const note = (message: string): void => {
  said.push(message)
}
const journal = { info: note, warn: note, error: note }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-set-up-'))
  path = join(folder, 'set-up.json')
  said.length = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a new TV was set up for nothing', async () => {
  expect(await createSetUpFile(path, journal).load()).toBeNull()
  expect(said).toEqual([])
})

test.each([
  { kind: 'this-computer' },
  { kind: 'address', url: 'https://10.0.0.7:4400', fingerprint: 'AA:BB' },
  { kind: 'address', url: 'http://floor.local:4400', fingerprint: null },
] as const)('what was chosen is known after the next start: $kind $url', async (chosen) => {
  await createSetUpFile(path, journal).save(chosen)
  expect(await createSetUpFile(path, journal).load()).toEqual(chosen)
})

test.each([
  '',
  '{',
  '{}',
  '{"kind":"address"}',
  '{"kind":"address","url":"file:///etc/passwd","fingerprint":null}',
])('what cannot be read (%s) is put aside, said, and asked for again', async (text) => {
  writeFileSync(path, text)
  const file = createSetUpFile(path, journal)
  expect(await file.load()).toBeNull()
  expect(said).toHaveLength(1)
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text)
  expect(existsSync(path)).toBe(false)
  await file.save({ kind: 'this-computer' })
  expect(await file.load()).toEqual({ kind: 'this-computer' })
})

test('a disk that takes nothing is said, and stops nothing', async () => {
  await createSetUpFile(join(folder, 'away', 'set-up.json'), journal).save({ kind: 'this-computer' })
  expect(said).toHaveLength(1)
})
