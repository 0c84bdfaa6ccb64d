import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openIdentity } from '../../test/feed/make-token.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { listUsers, makeUserAdmin, makeUserLink } from './user.ts'

let folder: string
let said: { out: string; err: string }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-user-'))
  said = { out: '', err: '' }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const terminal = {
  out: (text: string) => {
    said.out += text
  },
  err: (text: string) => {
    said.err += text
  },
  watched: false,
}
const visitor = { address: '127.0.0.1', device: 'a test' }
const clock = { now: () => Date.now() }

const addJo = async () => {
  const identity = openIdentity(folder, { clock })
  const { secret } = await identity.people.invite(
    { name: 'Jo Park', email: 'jo@northwind.test', role: 'viewer', teams: [], person: null },
    'test',
  )
  await identity.people.accept(secret, { name: 'Jo Park', password: 'three quiet lanterns' }, visitor)
  return identity
}

test('accounts are listed, without what signs anybody in', async () => {
  await addJo()
  await listUsers({ data: folder, json: true }, terminal)
  expect(JSON.parse(said.out)).toMatchObject([{ email: 'jo@northwind.test', role: 'viewer' }])
  expect(said.out).not.toMatch(/argon2|password/)
})

test('a locked-out admin gets a link that is good once, and somebody else can be made admin', async () => {
  const { people, accounts } = await addJo()
  await makeUserLink('Jo@northwind.test', { data: folder, feed: 'http://127.0.0.1:4400' }, terminal)
  const secret = /^http:\/\/127\.0\.0\.1:4400\/console\/reset#link=([\w-]{43})\n$/.exec(said.out)?.[1] ?? ''
  await people.resetPassword(secret, 'four quiet lanterns', visitor)
  await expect(people.resetPassword(secret, 'four quiet lanterns', visitor)).rejects.toThrow(/used already/)
  expect(await accounts.hasAdmin()).toBe(false)
  await makeUserAdmin('jo@northwind.test', { data: folder }, terminal)
  expect(await accounts.hasAdmin()).toBe(true)
})

test('an address that nobody has, and a folder without accounts, are told in a sentence', async () => {
  await expect(listUsers({ data: join(folder, 'other') }, terminal)).rejects.toThrow(BadSetUp)
  await addJo()
  await expect(makeUserAdmin('maya@northwind.test', { data: folder }, terminal)).rejects.toThrow(
    /There is no account for maya@northwind\.test/,
  )
})
