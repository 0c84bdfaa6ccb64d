import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { MendingUnavailable, noMending, type StoredDoubt, type StoredFix } from './mending-store.ts'
import { openSqliteMendingStore } from './sqlite/sqlite-mending-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-mending-'))
  folders.push(folder)
  return join(folder, 'mending.db')
}
const open = (file: string, asides: string[] = []) =>
  openSqliteMendingStore({ file, onDamage: (aside) => asides.push(aside) })

const doubt = (id: string, at: number, words = 'It is one thousand.'): StoredDoubt => ({
  ...{ id, at, by: 'nobody', words, shown: '$9,000', counted: '$12,000', answered: null },
  metric: { id: 'revenue', name: 'Revenue' },
  of: { kind: 'org', id: null, name: 'Floor' },
  window: { text: null, label: 'Q4 2026' },
  ...{ board: null, screen: null },
})
const fix: StoredFix = {
  ...{ id: 'a', at: 5, by: 'account:1', about: 'Ana', undone: null },
  fix: { do: 'alias', name: 'A. Ruiz', person: 'ana' },
}

test('[H107] [H98] what is said and mended comes back after a restart, newest first, and is for the feed alone', () => {
  const file = newFile()
  const first = open(file)
  first.putDoubt(doubt('one', 1))
  first.putDoubt(doubt('two', 2))
  first.putDoubt({ ...doubt('one', 1), answered: { at: 3, by: 'account:1', words: 'Mended.' } })
  first.putFix(fix)
  first.close()
  const store = open(file)
  expect(store.doubts().map(({ id, answered }) => [id, answered?.words])).toEqual([
    ['two', undefined],
    ['one', 'Mended.'],
  ])
  expect(store.fixes()).toEqual([fix])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  store.close()
})

test('[H107] what was removed is not in the file any more', () => {
  const file = newFile()
  const store = open(file)
  store.putDoubt(doubt('one', 1, 'a sentence about somebody'))
  expect([store.removeDoubt('one'), store.removeDoubt('one'), store.doubts()]).toEqual([true, false, []])
  const bytes = ['', '-wal'].map((end) => readFileSync(`${file}${end}`, 'latin1')).join('')
  expect(bytes).not.toContain('a sentence about somebody')
  store.close()
})

test('a damaged file is put aside, and one that cannot be used takes nothing', () => {
  const file = newFile()
  writeFileSync(file, 'no database at all, but long enough to be taken for one by its size')
  const asides: string[] = []
  const store = open(file, asides)
  expect([asides.length, store.doubts(), store.fixes()]).toEqual([1, [], []])
  store.close()
  expect(() => noMending('the disk is full').putFix(fix)).toThrow(MendingUnavailable)
})
