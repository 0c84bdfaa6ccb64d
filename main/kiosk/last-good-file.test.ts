import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
  expect(await readFile(`${path()}.prev`, 'utf8')).toBe('{"n":2}')
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
