import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDamageRegister } from '../damage.ts'
import { entrySum } from '../entry-sum.ts'
import type { EntryRow } from '../pending-group.ts'
import { fewRows, manyRows } from '../table-log.ts'
import { type EntryReader, openEntryReader } from './entry-reader.ts'
import { closeSqliteDatabase, openSqliteDatabase, type SqliteDatabase } from './sqlite-database.ts'
import { openTables } from './sqlite-tables.ts'

let folder: string
let database: SqliteDatabase
let tables: ReturnType<typeof openTables>
let reader: EntryReader
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-tables-'))
  database = openSqliteDatabase(join(folder, 'floor.db')).database
  tables = openTables(database)
  reader = openEntryReader({
    database,
    damage: createDamageRegister(),
    onFactLost: () => undefined,
    onTorn: () => undefined,
  })
})
afterEach(() => {
  closeSqliteDatabase(database)
  rmSync(folder, { recursive: true, force: true })
})

const arrival = (key: string): EntryRow => ({ at: 1, by: 'test', key, beforeSeq: null, body: `"${key}"` })
const arrivals = (count: number): EntryRow[] =>
  Array.from({ length: count }, (_, index) => arrival(`k-${index}`))
const written = (): { seq: number; key: string }[] => {
  const rows: unknown = database.prepare('SELECT seq, key FROM entry ORDER BY seq').raw().all()
  return Array.isArray(rows) ? rows.map(([seq, key]) => ({ seq, key })) : []
}
/** The bodies that stand, in the order of their entries. */
const standing = () => {
  const rows: unknown = database
    .prepare('SELECT body FROM head JOIN entry USING (seq) ORDER BY seq')
    .raw()
    .all()
  return Array.isArray(rows) ? rows.map(([body]) => body) : []
}

const inBackground = (rows: readonly EntryRow[], after: number): Promise<unknown> =>
  new Promise((resolve) => tables.writeInBackground(rows, after, resolve))

for (const count of [1, fewRows, fewRows + 1, manyRows, manyRows + 1, 2 * manyRows + 7]) {
  test(`${count} entries are written whole, in order and numbered on`, () => {
    tables.write([arrival('first')], 0)
    tables.write(arrivals(count), 1)
    expect(written().map(({ seq, key }) => [seq, key])).toEqual([
      [1, 'first'],
      ...Array.from({ length: count }, (_, index) => [index + 2, `k-${index}`]),
    ])
    expect(standing().length).toBe(count + 1)
  })
}

test('what stands follows what arrives, changes, goes and comes again, also within one group', () => {
  tables.write([arrival('a'), arrival('b'), { ...arrival('a'), beforeSeq: 1, body: '"a2"' }], 0)
  expect(standing()).toEqual(['"b"', '"a2"'])
  tables.write(
    [
      { at: 2, by: 'test', key: 'a', beforeSeq: 3, body: null },
      { at: 2, by: 'test', key: 'floor', beforeSeq: null, body: '"floor"' },
    ],
    3,
  )
  expect(standing()).toEqual(['"b"', '"floor"'])
  tables.write([arrival('a')], 5)
  expect(standing()).toEqual(['"b"', '"floor"', '"a"'])
  expect([...reader.heads(['a', 'none'])]).toEqual([['a', { seq: 6, stored: null, withdrawn: null }]])
  expect(reader.floor()).toEqual({ kind: 'floor', seq: 5, at: 2, by: 'test', text: 'floor' })
})

test('an entry that replaces nothing is refused where something stands, with all beside it', async () => {
  tables.write([arrival('a')], 0)
  expect(() => tables.write([arrival('b'), arrival('a')], 1)).toThrow('UNIQUE')
  expect(String(await inBackground([...arrivals(200), arrival('a')], 1))).toContain('UNIQUE')
  expect(written().length).toBe(1)
  expect(await inBackground(arrivals(200), 1)).toBeNull()
  expect(standing().length).toBe(201)
})

test('the same group written here and there stands once, whoever comes first', async () => {
  for (let turns = 0; turns < 4; turns += 1) {
    const from = turns * 300
    const rows = Array.from({ length: 300 }, (_, index) => arrival(`r-${from + index}`))
    let ends = 0
    const underWay = tables.writeInBackground(rows, from, (error) => {
      ends += 1
      expect(error).toBeNull()
    })
    for (let turn = 0; turn < turns; turn += 1) await nextTurn()
    underWay.finish()
    underWay.finish()
    await sleep(50)
    expect(ends).toBe(1)
    expect(written().length).toBe(from + 300)
  }
})

test('every entry is written with its checksum, and one without gets it', () => {
  tables.write([arrival('a'), arrival('b')], 0)
  const sums = () => database.prepare('SELECT sum FROM entry ORDER BY seq').raw().all()
  const sumOf = (seq: number, key: string) =>
    entrySum({ seq, at: 1, by: 'test', key, beforeSeq: null }, `"${key}"`)
  const expected = [[sumOf(1, 'a')], [sumOf(2, 'b')]]
  expect(sums()).toEqual(expected)
  database.exec('UPDATE entry SET sum = NULL')
  tables.seal([
    { seq: 1, sum: sumOf(1, 'a') },
    { seq: 2, sum: sumOf(2, 'b') },
  ])
  expect(sums()).toEqual(expected)
})
