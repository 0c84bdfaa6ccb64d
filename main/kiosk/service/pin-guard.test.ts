import { randomBytes, scryptSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HashedPin, pinCost, pinHashBytes } from '../../../shared/wire/service.ts'
import { checkPin } from './check-pin.ts'
import { openPinGuard } from './pin-guard.ts'
import { createServiceFile, type ServiceKept } from './service-file.ts'

const hashed = (pin: string): HashedPin => {
  const salt = randomBytes(16)
  return {
    salt: salt.toString('base64url'),
    hash: scryptSync(pin, salt, pinHashBytes, pinCost).toString('base64url'),
  }
}

const minute = 60_000
let folder: string
let running: number
let lines: string[]
const path = () => join(folder, 'service.json')
const note = (message: string, detail: object = {}) => void lines.push(`${message} ${JSON.stringify(detail)}`)
const journal = { info: note, warn: note, error: note }
/** What a PIN is held against where hashes are not what is looked at: one of them takes a tenth of a second. */
const plain = (pin: string): HashedPin => ({ salt: '_'.repeat(22), hash: pin.padEnd(43, '_') })
const checkPlain = async (pin: string, { hash }: HashedPin): Promise<boolean> => plain(pin).hash === hash

const open = (check = checkPlain) =>
  openPinGuard({
    file: createServiceFile(path(), journal),
    checkPin: check,
    journal,
    now: () => 1_000_000_000 + running,
    running: () => running,
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-service-'))
  running = 0
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('[S201] a TV that no feed told of a PIN asks for none', async () => {
  const guard = await open()
  expect(guard.isSet()).toBe(false)
  expect(await guard.try('0000')).toBe('right')
})

test('[S202] the PIN is kept as a hash for this account alone, and opens after a restart', async () => {
  const first = await open(checkPin)
  first.keep(hashed('482913'))
  expect(await first.try('482913')).toBe('right')
  expect(readFileSync(path(), 'utf8')).not.toContain('482913')
  if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600)
  const again = await open(checkPin)
  expect(again.isSet()).toBe(true)
  expect(await again.try('482914')).toBe('wrong')
  expect(await again.try('482913')).toBe('right')
})

test('[S203] after five wrong ones in a row it waits 1, 2, 5 and then 15 minutes, also for the right one', async () => {
  const guard = await open()
  guard.keep(plain('482913'))
  for (let n = 1; n <= 4; n += 1) expect(await guard.try('0000')).toBe('wrong')
  expect(guard.waitMs()).toBe(0)
  for (const wait of [1, 2, 5, 15, 15]) {
    expect(await guard.try('0000')).toBe('wrong')
    expect(guard.waitMs()).toBe(wait * minute)
    running += wait * minute - 1
    expect(await guard.try('482913')).toBe('waits')
    running += 1
  }
  expect(lines.filter((line) => line.includes('wrong PIN'))).toHaveLength(9)
  expect(lines.join()).not.toContain('482913')
  expect(await guard.try('482913')).toBe('right')
  for (let n = 1; n <= 4; n += 1) expect(await guard.try('0000')).toBe('wrong')
  expect(guard.waitMs()).toBe(0)
})

test('[S203] a restart shortens no wait, and loses no wrong one, not even one that was being looked at', async () => {
  const saved: ServiceKept[] = []
  const file = createServiceFile(path(), journal)
  const guard = await openPinGuard({
    file: {
      load: file.load,
      save: async (kept) => void saved.push(kept),
    },
    checkPin: checkPlain,
    journal,
    now: () => 0,
    running: () => 0,
  })
  guard.keep(plain('482913'))
  for (let n = 1; n <= 4; n += 1) await guard.try('0000')
  await guard.try('482913')
  // What stands on the disk while one is looked at, in case somebody pulls the plug.
  expect(saved.map(({ wrong }) => wrong)).toEqual([0, 1, 2, 3, 4, 5, 0])
  writeFileSync(path(), JSON.stringify(saved.at(-2)))
  running = 7
  const again = await open()
  expect(again.waitMs()).toBe(minute)
  expect(await again.try('482913')).toBe('waits')
})

test('[S203] of tries at the same moment each is counted', async () => {
  const guard = await open()
  guard.keep(plain('482913'))
  const guesses = ['0', '1', '2', '3', '4', '5'].map((digit) => digit.repeat(4))
  const answers = await Promise.all([...guesses, '482913'].map((pin) => guard.try(pin)))
  expect(answers).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'waits', 'waits'])
})

test('[S203] wrong ones are counted for a day', async () => {
  const guard = await open()
  guard.keep(plain('482913'))
  expect(guard.wrongPins()).toBeNull()
  await guard.try('0000')
  running = 1000
  await guard.try('0000')
  expect(guard.wrongPins()).toEqual({ count: 2, lastAt: 1_000_001_000 })
  running = 24 * 60 * minute
  expect(guard.wrongPins()?.count).toBe(1)
  running += 1000
  expect(guard.wrongPins()).toBeNull()
})

test('[S202] a file that cannot be read is no PIN, and the feed tells it again', async () => {
  writeFileSync(path(), '{"pin":')
  const guard = await open()
  expect(guard.isSet()).toBe(false)
  expect(lines.join()).toContain('cannot be read')
  guard.keep(plain('482913'))
  expect(guard.isSet()).toBe(true)
})
