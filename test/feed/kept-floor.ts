// Floors of a database for tests of what lies beside the log, and what is in a folder, byte by byte.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import Database from 'libsql'
import { followKeptFolder } from '../../main/feed/store/postgres/follow-kept-folder.ts'
import type { PostgresDatabase } from '../../main/feed/store/postgres/postgres-database.ts'

export interface KeptFloor {
  readonly floor: number
  readonly node: number
}

let named = 0

const numberIn = (rows: readonly (readonly (string | null)[])[]): number => Number(rows[0]?.[0])

/** A floor that a node of its own owns. */
export const makeFloor = async (database: PostgresDatabase): Promise<KeptFloor> => {
  named += 1
  const node = numberIn(await database.ask({ name: 't-node', text: "SELECT nextval('node_id')" }, []))
  const floor = numberIn(
    await database.ask(
      {
        name: 't-floor',
        text: 'INSERT INTO floor (name, owner) VALUES ($1::text, $2::int) RETURNING floor',
      },
      [`kept ${process.pid} ${named}`, node],
    ),
  )
  return { floor, node }
}

/** The node that owns it from now on. */
export const takeFloor = async (database: PostgresDatabase, floor: number): Promise<number> => {
  const node = numberIn(await database.ask({ name: 't-node', text: "SELECT nextval('node_id')" }, []))
  await database.ask(
    { name: 't-take', text: 'UPDATE floor SET owner = $2::int, epoch = epoch + 1 WHERE floor = $1::int' },
    [floor, node],
  )
  return node
}

const folders: string[] = []
/** One that is not there yet. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-kept-'))
  folders.push(folder)
  return join(folder, 'floor')
}
export const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Every table with its schema; each value with its type, in hexadecimal. */
const tablesIn = (file: string): unknown => {
  const database = new Database(file)
  const rows = (sql: string): unknown[][] => database.prepare(sql).raw().all() as unknown[][]
  try {
    const tables = rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(
      ([name]) => name,
    )
    return {
      version: rows('PRAGMA user_version'),
      schema: rows('SELECT name, sql FROM sqlite_master ORDER BY name'),
      rows: tables.map((table) => {
        const columns = rows(`PRAGMA table_info("${table}")`).map(([, name]) => `"${name}"`)
        const exact = columns.map((name) => `typeof(${name}) || ':' || hex(CAST(${name} AS BLOB))`)
        return [
          table,
          rows(`SELECT ${exact.join(', ')} FROM "${table}"`)
            .map((row) => row.join(' '))
            .sort(),
        ]
      }),
    }
  } finally {
    database.close()
  }
}

const sumOf = (path: string): string =>
  `${statSync(path).size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`

/** Of the log, or of this machine alone. */
const others = ['floor.db', 'acknowledged.txt', 'snapshot.bin', 'secret-key', 'copy-of-a-floor.json']

const isBeside = (name: string): boolean => !/-(wal|shm|journal)$/.test(name) && !others.includes(name)

/** What lies beside the log in a folder, by name. */
export const contentOf = (folder: string): Readonly<Record<string, unknown>> => {
  const names = readdirSync(folder, { recursive: true }).map(String).filter(isBeside).sort()
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => {
        const path = join(folder, name)
        return [relative(folder, path), name.endsWith('.db') ? tablesIn(path) : sumOf(path)]
      }),
  )
}

/** As a node that comes anew finds it. */
export const contentElsewhere = async (
  database: PostgresDatabase,
  floor: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const elsewhere = await followKeptFolder({ database, floor, folder: newFolder() })
  await elsewhere.close()
  return contentOf(elsewhere.folder)
}
