// A database file that is a copy: its rows are written and changed as they come, beside whoever reads it.
import Database from 'libsql'
import type { RowsHead } from '../kept-parts.ts'
import type { SqliteValue } from '../row-text.ts'
import { makePrivate } from './private-file.ts'
import { allCounters, countersTable, everyRow, putRow, quoted, removeRow, schemaOf } from './side-tables.ts'
import { pragma, rollBack, type SqliteDatabase } from './sqlite-database.ts'

/** Whoever looks something up in a file meanwhile takes some milliseconds. */
const busyMs = 2000

const using = async (path: string, work: (database: SqliteDatabase) => Promise<void> | void) => {
  const database = new Database(path)
  try {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`)
    // The database keeps it: nothing here has to outlive a power cut.
    database.exec('PRAGMA synchronous = OFF')
    database.exec('PRAGMA secure_delete = ON')
    database.exec('BEGIN IMMEDIATE')
    try {
      await work(database)
      database.exec('COMMIT')
    } catch (error) {
      rollBack(database)
      throw error
    }
  } finally {
    database.close()
  }
}

interface CopiedRow {
  readonly table: string
  readonly row: readonly SqliteValue[]
}

/** What was in it goes. Other connections to the file go on with what is written. */
export const writeCopiedRows = async (
  path: string,
  { generation, format, schema }: RowsHead,
  rows: AsyncIterable<CopiedRow>,
): Promise<void> => {
  makePrivate(path)
  await using(path, async (database) => {
    for (const { name } of schemaOf(database).tables) database.exec(`DROP TABLE ${quoted(name)}`)
    for (const statement of schema) database.exec(statement)
    const counters: CopiedRow[] = []
    for await (const each of rows) {
      // A row that is put moves its table's counter.
      if (each.table === countersTable) counters.push(each)
      else putRow(database, each.table, each.row)
    }
    for (const { row } of counters) putRow(database, countersTable, row)
    database.exec(`PRAGMA user_version = ${format}`)
    database.exec(`PRAGMA application_id = ${generation}`)
  })
}

interface ChangedRow {
  readonly table: string
  /** As `keyText` writes it. */
  readonly key: string
  /** Null: it is gone. */
  readonly row: readonly SqliteValue[] | null
}

/** All of them or none. */
export const changeCopiedRows = async (path: string, rows: readonly ChangedRow[]): Promise<void> => {
  await using(path, (database) => {
    const tables = new Map(schemaOf(database).tables.map((table) => [table.name, table]))
    // A row that is put moves its table's counter, which is what the owner's is and nothing else.
    const counters = [...allCounters(database)]
    for (const { table: name, key, row } of rows) {
      const table = tables.get(name)
      if (name === countersTable) counters.push(...(row === null ? [] : [row]))
      else if (row !== null) putRow(database, name, row)
      else if (table !== undefined) removeRow(database, table, key)
    }
    for (const counter of counters) putRow(database, countersTable, counter)
  })
  if (rows.every(({ row }) => row !== null)) return
  // The journal holds what stood before.
  const database = new Database(path)
  pragma(database, 'wal_checkpoint(TRUNCATE)')
  database.close()
}

/** What is in a file that nobody writes to. `work`: with its format, its schema and its rows one by one. */
export const readSideFile = async (
  path: string,
  work: (
    read: Pick<RowsHead, 'format' | 'schema'> & { readonly rows: ReturnType<typeof everyRow> },
  ) => Promise<void>,
): Promise<void> => {
  const database = new Database(path)
  try {
    const { format, schema } = schemaOf(database)
    await work({ format, schema: [...schema], rows: everyRow(database) })
  } finally {
    database.close()
  }
}
