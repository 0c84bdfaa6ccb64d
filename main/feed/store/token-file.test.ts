import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepNewToken, openTokens } from '../../../test/feed/make-token.ts'
import { hashSecret } from '../access/secret.ts'
import { BadSetUp } from '../bad-set-up.ts'
import { openTokenFile } from './token-file.ts'
import { describeTokens } from './tokens-suite.ts'

const folders: string[] = []
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-store-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describeTokens('the token file', () => {
  const folder = createFolder()
  return { open: () => openTokens(folder), remove: () => rmSync(folder, { recursive: true, force: true }) }
})

test('a token says its role, carries 192 random bits, and is kept as a hash in a file of its owner alone', async () => {
  const folder = createFolder()
  const { token } = await keepNewToken(folder, 'ingest')
  const file = join(folder, 'tokens.json')
  expect(token).toMatch(/^fb_ingest_[A-Za-z0-9_-]{32}$/)
  expect(readFileSync(file, 'utf8')).not.toContain(token.slice(10))
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a file written before this version is read, and its token opens what it did', async () => {
  const folder = createFolder()
  const hash = '9a3a05ea39c0e1f0ed4be8e5b0e4f3b2f9e4d1a5b1f0c8e0d7a6b5c4d3e2f100'
  const kept = { id: '1f2e3d4c', role: 'screen', name: 'Lobby', createdAt: '2026-11-21T08:00:00.000Z', hash }
  writeFileSync(join(folder, 'tokens.json'), `${JSON.stringify([kept], null, 2)}\n`)
  expect(await openTokens(folder).findToken(hash)).toEqual(kept)
})

test('nothing is made in a folder before a token is', async () => {
  const folder = join(createFolder(), 'new')
  const store = openTokens(folder)
  expect([await store.tokens(), await store.revokeToken('a')]).toEqual([[], false])
  expect(statSync(folder, { throwIfNoEntry: false })).toBeUndefined()
})

test('a damaged token file stops the start in one sentence; later, the tokens read last stay in force', async () => {
  const folder = createFolder()
  const { token, stored } = await keepNewToken(folder, 'screen')
  const errors: unknown[] = []
  const store = openTokenFile({ folder, onError: (error) => errors.push(error) })
  writeFileSync(join(folder, 'tokens.json'), '[{"id": 7}]')
  expect(await store.findToken(hashSecret('fb_screen_x'))).toBeNull()
  expect(await store.findToken(hashSecret('fb_screen_y'))).toBeNull()
  expect(errors).toEqual([expect.any(BadSetUp)])
  expect(await store.findToken(hashSecret(token))).toEqual(stored)
  expect(() => openTokens(folder)).toThrow(/tokens\.json, is damaged/)
  expect(() => openTokens(folder)).toThrow(BadSetUp)
})
