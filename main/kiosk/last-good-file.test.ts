import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDice } from '../../test/durability/dice.ts'
import type { Journal } from './journal.ts'
import { createLastGoodFile } from './last-good-file.ts'

const silent: Journal = { info: () => undefined, warn: () => undefined, error: () => undefined }
let folder = ''
const path = () => join(folder, 'last-good.json')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'last-good-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function save(...texts: string[]): Promise<void> {
  const file = createLastGoodFile(path(), silent)
  for (const text of texts) {
    file.save(text)
    await file.settled()
  }
}
const load = () => createLastGoodFile(path(), silent).load()

test('a new wall has none', async () => {
  expect(await load()).toBeNull()
})

test('what was saved last is what is loaded, and the one before is kept', async () => {
  await save('{"n":1}', '{"n":2}', '{"n":3}')
  expect(await load()).toBe('{"n":3}')
  expect(await readFile(`${path()}.prev`, 'utf8')).toMatch(/^{"n":2}\n/)
  expect((await readdir(folder)).sort()).toEqual(['last-good.json', 'last-good.json.prev'])
})

test('of many saves in a burst the last one stands', async () => {
  const file = createLastGoodFile(path(), silent)
  for (let n = 0; n <= 500; n += 1) file.save(JSON.stringify({ n }))
  await file.settled()
  expect(await load()).toBe('{"n":500}')
})

test.each(['', '{"n":', '\0\0\0\0', '42', 'null'])(
  'a file that holds %j is put aside for the one before',
  async (bad) => {
    await save('{"n":1}', '{"n":2}')
    await writeFile(path(), bad)
    expect(await load()).toBe('{"n":1}')
    expect(await readFile(`${path()}.corrupt`, 'utf8')).toBe(bad)
  },
)

test('[S231] of a file that is hurt on the disk no other number comes: what was saved, the one before, or none', async () => {
  const seed = Number(process.env['FLOORBOARD_SEED'] ?? Date.now() % 1_000_000)
  const dice = createDice(seed)
  const saved = ['{"calls":1234567}', '{"calls":7654321}']
  for (let damage = 0; damage < 500; damage += 1) {
    await save(...saved)
    const bytes = await readFile(path())
    const at = Math.floor(dice() * bytes.length)
    const kind = damage % 3
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(dice() * 8))
    if (kind === 1) bytes.fill(Math.floor(dice() * 256), at, Math.min(bytes.length, at + 8))
    await writeFile(path(), kind === 2 ? bytes.subarray(0, at) : bytes)
    expect([...saved].reverse(), `seed ${seed}, damage ${damage}`).toContain(await load())
  }
})

test('a file of an earlier version, which has no sum, is taken', async () => {
  await writeFile(path(), '{"n":1}')
  expect(await load()).toBe('{"n":1}')
})

test('two bad files are as good as none, and the wall saves again', async () => {
  await writeFile(path(), '{')
  await writeFile(`${path()}.prev`, '}')
  expect(await load()).toBeNull()
  await save('{"n":4}')
  expect(await load()).toBe('{"n":4}')
})

test('a folder that is gone is reported and does not stop the wall', async () => {
  const errors: string[] = []
  const file = createLastGoodFile(join(folder, 'gone/last-good.json'), {
    ...silent,
    error: (text) => errors.push(text),
  })
  file.save('{"n":1}')
  await file.settled()
  expect(errors).toEqual(['the last good numbers could not be saved'])
})
