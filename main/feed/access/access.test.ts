import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { BadSetUp } from '../bad-set-up.ts'
import { type Access, openAccess } from './access.ts'
import { createToken, keepToken, type StoredToken, type TokenRole } from './token.ts'
import { changeTokens, readTokens, tokenFile } from './token-file.ts'

const folders: string[] = []
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-access-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const make = async (folder: string, role: TokenRole): Promise<{ token: string; stored: StoredToken }> => {
  const token = createToken(role)
  const stored = keepToken(token, role, '', 0)
  await changeTokens(tokenFile(folder), (kept) => [...kept, stored])
  return { token, stored }
}
const open = (folder: string, loopback: boolean, ephemeralToken?: string): Access =>
  openAccess({
    folder,
    loopback,
    ephemeralToken,
    onError: (error) => {
      throw error
    },
  })

/** What a nameless caller may do once the last look at the file is no longer trusted. */
const eventually = (access: Access, wanted: Record<string, string>) =>
  expect
    .poll(() => ({
      write: access.pass('write', null),
      administer: access.pass('administer', null),
      read: access.pass('read', null),
    }))
    .toEqual(wanted)

test('a token says its role, carries 192 random bits, and is kept as a hash in a file of its owner alone', async () => {
  const folder = createFolder()
  const { token } = await make(folder, 'ingest')
  expect(token).toMatch(/^fb_ingest_[A-Za-z0-9_-]{32}$/)
  expect(readFileSync(tokenFile(folder), 'utf8')).not.toContain(token.slice(10))
  if (process.platform !== 'win32') expect(statSync(tokenFile(folder)).mode & 0o777).toBe(0o600)
})

test('on a loopback address each door stands open until a key to it is made, while the feed runs', async () => {
  const folder = createFolder()
  const access = open(folder, true)
  await eventually(access, { write: 'open', administer: 'open', read: 'open' })
  await make(folder, 'ingest')
  await eventually(access, { write: 'unknown', administer: 'open', read: 'open' })
  await make(folder, 'screen')
  await eventually(access, { write: 'unknown', administer: 'open', read: 'unknown' })
  await make(folder, 'admin')
  await eventually(access, { write: 'unknown', administer: 'unknown', read: 'unknown' })
})

test('an admin token locks writing and administration, not reading', async () => {
  const folder = createFolder()
  await make(folder, 'admin')
  await eventually(open(folder, true), { write: 'unknown', administer: 'unknown', read: 'open' })
})

test('on any other address every door is locked, tokens or not', async () => {
  await eventually(open(createFolder(), false), { write: 'unknown', administer: 'unknown', read: 'unknown' })
})

test('each role opens its own doors, and admin all', async () => {
  const folder = createFolder()
  const access = open(folder, false)
  const passages = async (role: TokenRole) => {
    const { token } = await make(folder, role)
    return [access.pass('write', token), access.pass('administer', token), access.pass('read', token)]
  }
  expect(await passages('ingest')).toEqual(['open', 'forbidden', 'forbidden'])
  expect(await passages('screen')).toEqual(['forbidden', 'forbidden', 'open'])
  expect(await passages('admin')).toEqual(['open', 'open', 'open'])
  expect(access.pass('write', 'fb_admin_made-up')).toBe('unknown')
})

test('a revoked token opens nothing any more', async () => {
  const folder = createFolder()
  const access = open(folder, false)
  const { token, stored } = await make(folder, 'screen')
  expect(access.pass('read', token)).toBe('open')
  await changeTokens(tokenFile(folder), (kept) => kept.filter(({ id }) => id !== stored.id))
  await expect.poll(() => access.pass('read', token)).toBe('unknown')
})

test('an ephemeral token opens every door and locks none', () => {
  const access = open(createFolder(), true, 'fb_admin_for-the-demo')
  expect(access.pass('administer', 'fb_admin_for-the-demo')).toBe('open')
  expect(access.pass('administer', null)).toBe('open')
  expect(access.hasTokens()).toBe(false)
})

test('tokens made at the same time are all kept', async () => {
  const folder = createFolder()
  await Promise.all(Array.from({ length: 12 }, () => make(folder, 'screen')))
  expect(readTokens(tokenFile(folder)).length).toBe(12)
})

test('a damaged token file stops the start in one sentence; later, the tokens read last stay in force', async () => {
  const folder = createFolder()
  const { token } = await make(folder, 'screen')
  const errors: unknown[] = []
  const access = openAccess({ folder, loopback: false, onError: (error) => errors.push(error) })
  writeFileSync(tokenFile(folder), '[{"id": 7}]')
  await expect.poll(() => access.pass('read', 'fb_screen_x') === 'unknown' && errors.length).toBe(1)
  expect(access.pass('read', token)).toBe('open')
  expect(() => open(folder, false)).toThrow(BadSetUp)
})
