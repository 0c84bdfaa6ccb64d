import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BadSetUp } from '../bad-set-up.ts'
import { openSecretFile, secretsFault } from './secret-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-secrets-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const fileText = (): string => readFileSync(join(folder, 'secrets.json'), 'utf8')
const token = 'xoxb-0000-not-a-real-token'

test('a secret comes back after a restart, and is in no file as it is', async () => {
  const store = openSecretFile(folder)
  expect(readdirSync(folder)).toEqual([])
  await Promise.all([store.set('connection:deals', token), store.set('link', 'b')])
  const again = openSecretFile(folder)
  expect([again.get('connection:deals'), again.get('link'), again.get('other')]).toEqual([token, 'b', null])
  expect(again.names()).toEqual(['connection:deals', 'link'])
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain('xoxb')
  await again.remove('connection:deals')
  expect(openSecretFile(folder).names()).toEqual(['link'])
})

test.skipIf(process.platform === 'win32')('both files are for their own account alone', async () => {
  await openSecretFile(folder).set('a', 'b')
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600])
})

test('with another key, or under another name, it opens no more', async () => {
  const key = Buffer.alloc(32, 7).toString('base64')
  await openSecretFile(folder, key).set('a', token)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
  expect(openSecretFile(folder, Buffer.alloc(32, 8).toString('base64')).get('a')).toBeNull()
  expect(openSecretFile(folder, key).get('a')).toBe(token)
  writeFileSync(join(folder, 'secrets.json'), fileText().replace('"a"', '"c"'))
  expect(openSecretFile(folder, key).get('c')).toBeNull()
})

test('a short key is refused, and so is a file that is none', () => {
  expect(() => openSecretFile(folder, 'password')).toThrow(BadSetUp)
  expect(secretsFault(folder)).toBeNull()
  writeFileSync(join(folder, 'secrets.json'), '{"format":1')
  expect(() => openSecretFile(folder)).toThrow(/put it back from a backup/)
  expect(secretsFault(folder)).toMatch(/put it back from a backup/)
})
