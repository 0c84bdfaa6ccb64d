import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { keepNewToken, makeToken, openIdentity, openTokens } from '../../../test/feed/make-token.ts'
import type { TokenRole } from '../store/tokens.ts'
import { type Access, createAccess } from './access.ts'
import type { Door } from './doors.ts'
import { byOf } from './principal.ts'

const folders: string[] = []
const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-access-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const open = (folder: string, loopback: boolean, ephemeralToken?: string): Access =>
  openIdentity(folder, { loopback, ephemeralToken }).access

const identify = (access: Access, token: string | null) => access.identify({ token, session: null })

const passage = async (access: Access, door: Door, token: string | null) =>
  access.pass(await identify(access, token), door)

/** What a nameless caller may do once the last look at the file is no longer trusted. */
const eventually = (access: Access, wanted: Record<string, string>) =>
  expect
    .poll(async () => ({
      write: await passage(access, 'write', null),
      administer: await passage(access, 'administer', null),
      read: await passage(access, 'read', null),
    }))
    .toEqual(wanted)

test('on a loopback address each door stands open until a key to it is made, while the feed runs', async () => {
  const folder = createFolder()
  const access = open(folder, true)
  await eventually(access, { write: 'open', administer: 'open', read: 'open' })
  await makeToken(folder, 'ingest')
  await eventually(access, { write: 'unknown', administer: 'open', read: 'open' })
  await makeToken(folder, 'screen')
  await eventually(access, { write: 'unknown', administer: 'open', read: 'unknown' })
  await makeToken(folder, 'admin')
  await eventually(access, { write: 'unknown', administer: 'unknown', read: 'unknown' })
})

test('an admin token locks writing and administration, not reading', async () => {
  const folder = createFolder()
  await makeToken(folder, 'admin')
  await eventually(open(folder, true), { write: 'unknown', administer: 'unknown', read: 'open' })
})

test('on any other address every door is locked, tokens or not', async () => {
  await eventually(open(createFolder(), false), { write: 'unknown', administer: 'unknown', read: 'unknown' })
})

test('each role opens its own doors, and admin all', async () => {
  const folder = createFolder()
  const access = open(folder, false)
  const passages = async (role: TokenRole) => {
    const token = await makeToken(folder, role)
    return [
      await passage(access, 'write', token),
      await passage(access, 'administer', token),
      await passage(access, 'read', token),
    ]
  }
  expect(await passages('ingest')).toEqual(['open', 'forbidden', 'forbidden'])
  expect(await passages('screen')).toEqual(['forbidden', 'forbidden', 'open'])
  expect(await passages('admin')).toEqual(['open', 'open', 'open'])
  expect(await passage(access, 'write', 'fb_admin_made-up')).toBe('unknown')
})

test('a door that stands open is open to whoever comes with another key, or a wrong one', async () => {
  const folder = createFolder()
  const screen = await makeToken(folder, 'screen')
  const access = open(folder, true)
  expect(await passage(access, 'write', screen)).toBe('open')
  expect(await passage(access, 'write', 'fb_ingest_made-up')).toBe('open')
  expect(await passage(access, 'read', 'fb_screen_made-up')).toBe('unknown')
})

test('what asks for nothing is open to anybody', async () => {
  const access = open(createFolder(), false)
  expect(await access.pass({ kind: 'nobody' }, 'anybody')).toBe('open')
})

test('a revoked token opens nothing any more', async () => {
  const folder = createFolder()
  const access = open(folder, false)
  const { token, stored } = await keepNewToken(folder, 'screen')
  expect(await passage(access, 'read', token)).toBe('open')
  await openTokens(folder).revokeToken(stored.id)
  await expect.poll(() => passage(access, 'read', token)).toBe('unknown')
})

test('an ephemeral token opens every door and locks none', async () => {
  const access = open(createFolder(), true, 'fb_admin_for-the-demo')
  expect(await passage(access, 'administer', 'fb_admin_for-the-demo')).toBe('open')
  expect(await passage(access, 'administer', null)).toBe('open')
})

test('who asks has a name that the log can keep', async () => {
  const folder = createFolder()
  const { token, stored } = await keepNewToken(folder, 'ingest')
  const cause = async (access: Access, given: string | null) => byOf(await identify(access, given))
  const [here, elsewhere] = [open(folder, true, 'ephemeral'), open(folder, false)]
  expect(await cause(here, token)).toBe(`token:${stored.id}`)
  expect(await cause(here, 'ephemeral')).toBe('process')
  expect(await cause(here, 'made-up')).toBe('local')
  expect(await cause(here, null)).toBe('local')
  expect(await cause(elsewhere, token)).toBe(`token:${stored.id}`)
  expect(await cause(elsewhere, null)).toBe('nobody')
})

test('tokens of screens and sources see boards of the floor, admins and this process see all', async () => {
  const folder = createFolder()
  const all = ['floor', 'managers', 'leadership']
  const access = open(folder, true, 'ephemeral')
  const seen = async (token: string | null) => access.audiences(await identify(access, token))
  expect(await seen(await makeToken(folder, 'screen'))).toEqual(['floor'])
  expect(await seen(await makeToken(folder, 'ingest'))).toEqual(['floor'])
  expect(await seen('ephemeral')).toEqual(all)
  expect(await seen(null)).toEqual(all)
  expect(await seen(await makeToken(folder, 'admin'))).toEqual(all)
  // Who may no longer read the floor file at this machine no longer sees what it keeps from the floor.
  await expect.poll(() => seen(null)).toEqual(['floor'])
})

test('[Q50] whoever stays connected is known by the id of their token: as it stands by then, and nobody once it is revoked', async () => {
  const folder = createFolder()
  const uses: string[] = []
  const tokens = openTokens(folder)
  const access = createAccess({
    tokens,
    accounts: { hasAdmin: async () => true },
    sessions: { find: async () => null },
    loopback: false,
    ephemeralScreenToken: 'fb_screen_of-this-process',
    onTokenUse: (id) => void uses.push(id),
  })
  const [one, other] = [await makeToken(folder, 'screen'), await makeToken(folder, 'screen')]
  const [first, second] = [await identify(access, one), await identify(access, other)]
  if (first.kind !== 'token' || second.kind !== 'token') throw new Error('a token is not known')
  uses.length = 0
  // The secret is not asked for again: another one in its place changes nothing.
  expect(await access.identifyAgain(first, { token: other, session: null })).toEqual(first)
  expect(uses).toEqual([first.id])

  await tokens.revokeToken(first.id)
  expect(await access.identifyAgain(first, { token: one, session: null })).toEqual({ kind: 'nobody' })
  expect(await access.identifyAgain(second, { token: other, session: null })).toEqual(second)

  const wall = await identify(access, 'fb_screen_of-this-process')
  expect(wall.kind).toBe('token')
  for (const [before, token] of [
    [wall, 'fb_screen_of-this-process'],
    [{ kind: 'nobody' }, null],
    // A key that was made since opens from then on.
    [{ kind: 'nobody' }, other],
  ] as const)
    expect(await access.identifyAgain(before, { token, session: null })).toEqual(
      await identify(access, token),
    )
})
