import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMemoryScreenStore } from './memory-screen-store.ts'
import { describeScreenStore } from './screen-store-suite.ts'
import { openSqliteScreenStore } from './sqlite/sqlite-screen-store.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'floorboard-screens-'))
const fail = (aside: string): never => {
  throw new Error(`damaged: ${aside}`)
}

describeScreenStore('memory', () => ({
  open: createMemoryScreenStore,
  lasts: false,
  remove: () => undefined,
}))

describeScreenStore('SQLite', () => {
  const folder = newFolder()
  return {
    open: () => openSqliteScreenStore({ file: join(folder, 'screens.db'), onDamage: fail }),
    lasts: true,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
})

test('a file that is no database is put aside, and another is begun', () => {
  const folder = newFolder()
  const file = join(folder, 'screens.db')
  writeFileSync(file, 'no database at all, and long enough to be looked at as one'.repeat(20))
  const damaged: string[] = []
  const store = openSqliteScreenStore({ file, onDamage: (aside) => damaged.push(aside) })
  store.noteSeen(new Map([['wall', 1]]))
  expect(store.seen().get('wall')).toBe(1)
  expect(damaged).toEqual([`${file}.damaged`])
  expect(existsSync(`${file}.damaged`)).toBe(true)
  store.close()
  rmSync(folder, { recursive: true })
})
