import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTokenFile } from './token-file.ts'
import { createTokenSeal, type TokenSeal } from './token-seal.ts'

const feed = 'https://floor.example:4400'
const token = `fb_screen_${'a'.repeat(32)}`

let folder: string
let lines: string[]
const path = () => join(folder, 'token.json')
const note = (message: string) => void lines.push(message)
const journal = { info: note, warn: note, error: note }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-token-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** As a system that has a key of its own: it opens what it has sealed, and nothing else. */
const sealBy = (key: string): TokenSeal => ({
  isThere: () => true,
  seal: (text) => Buffer.from(`${key}:${[...text].reverse().join('')}`),
  open: (sealed) => {
    const [by, text = ''] = String(sealed).split(':')
    if (by !== key) throw new Error('not mine')
    return [...text].reverse().join('')
  },
})
const noSeal: TokenSeal = { ...sealBy(''), isThere: () => false }

test('[S210] without a key of the system the token is readable for this account alone', async () => {
  await createTokenFile(path(), noSeal, journal).save(feed, token)
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ feed, token })
  if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600)
  const again = createTokenFile(path(), noSeal, journal)
  expect(await again.load(feed)).toBe(token)
  expect(await again.load('https://other.example')).toBeNull()
})

test('[S210] with one it is sealed, and what stood there readable is sealed when it is read', async () => {
  await createTokenFile(path(), noSeal, journal).save(feed, token)
  expect(await createTokenFile(path(), sealBy('this'), journal).load(feed)).toBe(token)
  expect(readFileSync(path(), 'utf8')).not.toContain(token)
  expect(await createTokenFile(path(), sealBy('this'), journal).load(feed)).toBe(token)
  expect(lines).toEqual([])
})

test('[S210] one that another computer sealed is put aside, said, and this TV is paired anew', async () => {
  await createTokenFile(path(), sealBy('other'), journal).save(feed, token)
  const file = createTokenFile(path(), sealBy('this'), journal)
  expect(await file.load(feed)).toBeNull()
  expect(lines.join()).toContain('has to be paired again')
  expect([existsSync(path()), existsSync(`${path()}.damaged`)]).toEqual([false, true])
  await file.save(feed, token)
  expect(await file.load(feed)).toBe(token)
})

test('what is no token file is none, and a token is forgotten', async () => {
  writeFileSync(path(), '{"feed":')
  const file = createTokenFile(path(), noSeal, journal)
  expect(await file.load(feed)).toBeNull()
  await file.save(feed, token)
  await file.forget()
  await file.forget()
  expect(await file.load(feed)).toBeNull()
  expect(lines).toEqual([])
})

test.each([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'basic_text', false],
  ['linux', true, undefined, false],
  ['linux', false, 'kwallet5', false],
  ['win32', true, undefined, true],
  ['darwin', true, undefined, true],
  ['darwin', false, undefined, false],
] as const)(
  '[S210] on %s, available %s by %s, there is a key: %s',
  (platform, isAvailable, backend, isThere) => {
    const seal = createTokenSeal(
      {
        isEncryptionAvailable: () => isAvailable,
        encryptString: (text) => Buffer.from(text),
        decryptString: String,
        ...(backend !== undefined && { getSelectedStorageBackend: () => backend }),
      },
      platform,
    )
    expect(seal.isThere()).toBe(isThere)
  },
)
