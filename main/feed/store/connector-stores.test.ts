import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ConnectorStore, createMemoryConnectorStore } from './connector-store.ts'
import { openSqliteConnectorStore } from './sqlite/sqlite-connector-store.ts'

const fail = (aside: string): never => {
  throw new Error(`damaged: ${aside}`)
}
const folder = mkdtempSync(join(tmpdir(), 'floorboard-connectors-'))
const file = join(folder, 'connectors.db')
const openFile = (): ConnectorStore => openSqliteConnectorStore({ file, onDamage: fail })

describe.each([
  ['memory', createMemoryConnectorStore],
  ['SQLite', openFile],
])('places of sources in %s', (_name, open) => {
  test('[N2] what was kept last comes back, each source by itself', () => {
    const store = open()
    expect(store.get('crm')).toBeNull()
    store.save('crm', '{"live":1}')
    store.save('other', '{}')
    store.save('crm', '{"live":2}')
    expect(store.get('crm')).toBe('{"live":2}')
    store.remove('other')
    expect([store.get('other'), store.get('crm')]).toEqual([null, '{"live":2}'])
    store.close()
  })
})

test('[N2] they outlive the process; a file that is no database is put aside, and all is read again', () => {
  const again = openFile()
  expect(again.get('crm')).toBe('{"live":2}')
  again.close()
  const hurt = join(folder, 'hurt.db')
  writeFileSync(hurt, 'no database at all, and long enough to be looked at as one'.repeat(20))
  const damaged: string[] = []
  const store = openSqliteConnectorStore({ file: hurt, onDamage: (aside) => damaged.push(aside) })
  expect([store.get('crm'), damaged]).toEqual([null, [`${hurt}.damaged`]])
  store.save('crm', '{}')
  store.close()
  rmSync(folder, { recursive: true })
})
