import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryOutboxStore } from './memory-outbox-store.ts'
import { describeOutboxStore } from './outbox-store-suite.ts'
import { openSqliteOutboxStore } from './sqlite/sqlite-outbox-store.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'floorboard-outbox-'))
const fail = (aside: string): never => {
  throw new Error(`damaged: ${aside}`)
}

describeOutboxStore('memory', () => ({
  open: createMemoryOutboxStore,
  lasts: false,
  remove: () => undefined,
}))

describeOutboxStore('SQLite', () => {
  const folder = newFolder()
  return {
    open: () => openSqliteOutboxStore({ file: join(folder, 'outbox.db'), onDamage: fail }),
    lasts: true,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
})

test('a file that is no database is put aside, and another is begun', () => {
  const folder = newFolder()
  const file = join(folder, 'outbox.db')
  writeFileSync(file, 'no database at all, and long enough to be looked at as one'.repeat(20))
  const damaged: string[] = []
  const store = openSqliteOutboxStore({ file, onDamage: (aside) => damaged.push(aside) })
  store.noteStopped('dana@northwind.test', 1)
  expect(store.seq()).toBe(0)
  expect(damaged).toEqual([`${file}.damaged`])
  expect(existsSync(`${file}.damaged`)).toBe(true)
  store.close()
  rmSync(folder, { recursive: true })
})
