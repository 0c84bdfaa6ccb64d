import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HashedPin } from '../../../shared/wire/service.ts'
import { openSecretFile, secretFileName } from '../store/secret-file.ts'
import { openServicePin } from './service-pin.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-pin-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => openServicePin(openSecretFile(folder), (what) => expect.unreachable(what))

test('[S202] a floor has a PIN of six digits from the start, and keeps it', async () => {
  const first = await open()
  expect(first.pin()).toMatch(/^\d{6}$/)
  expect((await open()).pin()).toBe(first.pin())
  expect(readFileSync(join(folder, secretFileName), 'utf8')).not.toContain(first.pin())
})

test('[S202] TVs are told a hash of it, the same to all of them until there is a new PIN', async () => {
  const pin = await open()
  const hashed = await pin.hashed()
  expect(HashedPin.parse(hashed)).toEqual(hashed)
  expect(await pin.hashed()).toEqual(hashed)
  let changes = 0
  pin.onChange(() => {
    changes += 1
  })
  const next = await pin.renew()
  expect(pin.pin()).toBe(next)
  expect(changes).toBe(1)
  expect(await pin.hashed()).not.toEqual(hashed)
  expect((await open()).pin()).toBe(next)
})

test('a disk that takes nothing leaves the floor with a PIN for now, and with the one before', async () => {
  const said: string[] = []
  const refusing = {
    get: () => null,
    set: async () => {
      throw new Error('full')
    },
  }
  const pin = await openServicePin(refusing, (what) => said.push(what))
  expect(said).toEqual(['the service PIN cannot be kept; it is another one after a restart'])
  const before = pin.pin()
  await expect(pin.renew()).rejects.toThrow('full')
  expect(pin.pin()).toBe(before)
})
