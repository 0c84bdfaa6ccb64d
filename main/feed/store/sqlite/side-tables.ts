// What a database file beside the log is made of: its tables and what names a row of each; and how a row is read, put and removed.
import { z } from 'zod'
import type { KeyedRow } from '../kept-folder.ts'
import { isHashed, keyText } from '../kept-parts.ts'
import { readRowText, type SqliteValue } from '../row-text.ts'
import { pragma, type SqliteDatabase } from './sqlite-database.ts'

/** Where SQLite keeps the last number of each table that counts without gaps. It takes no triggers. */
export const countersTable = 'sqlite_sequence'

export interface SideTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Those of them that name a row. */
  readonly key: readonly string[]
}

/** A name in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const Column = z.object({ name: z.string(), pk: z.number() })
const SchemaRow = z.tuple([z.string(), z.string(), z.string()])

interface SideSchema {
  readonly format: number
  /** That make tables and indexes, in this order. */
  readonly schema: readonly string[]
  /** Those that number their rows by `sqlite_sequence` come with it. */
  readonly tables: readonly SideTable[]
}

const tableOf = (database: SqliteDatabase, name: string): SideTable => {
  const columns = z.array(Column).parse(database.prepare(`PRAGMA table_info(${quoted(name)})`).all())
  const key = columns
    .filter(({ pk }) => pk > 0)
    .sort((a, b) => a.pk - b.pk)
    .map((column) => column.name)
  if (key.length === 0) throw new Error(`The table ${name} beside the log has no primary key.`)
  return { name, columns: columns.map((column) => column.name), key }
}

export const schemaOf = (database: SqliteDatabase): SideSchema => {
  const made = z.array(SchemaRow).parse(
    database
      .prepare(
        `SELECT type, name, sql FROM main.sqlite_master
           WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC, rowid`,
      )
      .raw()
      .all(),
  )
  return {
    format: Number(pragma(database, 'user_version')),
    schema: made.map(([, , sql]) => sql),
    tables: made.flatMap(([type, name]) => (type === 'table' ? [tableOf(database, name)] : [])),
  }
}

const hasCounters = (database: SqliteDatabase): boolean =>
  database.prepare(`SELECT 1 FROM main.sqlite_master WHERE name = '${countersTable}'`).raw().get() !==
  undefined

const Exact = z.tuple([
  // Infinite ones too.
  z.custom<null | number | bigint | Uint8Array>(
    (value) => value === null || ['number', 'bigint'].includes(typeof value) || value instanceof Uint8Array,
  ),
  z.string(),
])

const exactly = (column: string): string =>
  `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) ELSE ${column} END, typeof(${column})`

/**
 * Columns as expressions, and what follows `SELECT …`. Integers come as bigints, so that none is rounded; and texts are read as
 * bytes, since the binding ends a text at its first NUL. A row is read when it is asked for.
 */
function* eachRow(
  database: SqliteDatabase,
  columns: readonly string[],
  rest: string,
  values: readonly SqliteValue[] = [],
): Generator<readonly SqliteValue[]> {
  const statement = database.prepare(`SELECT ${columns.map(exactly).join(', ')} ${rest}`)
  for (const found of statement.raw().safeIntegers(true).iterate(values)) {
    const row = z.array(z.unknown()).parse(found)
    yield columns.map((_, index) => {
      const [value, type] = Exact.parse(row.slice(2 * index, 2 * index + 2))
      return type === 'text' && value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
    })
  }
}

export const exactRows = (
  database: SqliteDatabase,
  columns: readonly string[],
  rest: string,
  ...values: readonly SqliteValue[]
): readonly (readonly SqliteValue[])[] => [...eachRow(database, columns, rest, values)]

const isKey = ({ key }: SideTable): string => key.map((column) => `${quoted(column)} IS ?`).join(' AND ')

/** Of all columns in their order; null: it is gone. */
export const rowUnder = (
  database: SqliteDatabase,
  table: SideTable,
  key: readonly SqliteValue[],
): readonly SqliteValue[] | null =>
  exactRows(
    database,
    table.columns.map(quoted),
    `FROM ${quoted(table.name)} WHERE ${isKey(table)}`,
    ...key,
  )[0] ?? null

export const allCounters = (database: SqliteDatabase) =>
  hasCounters(database) ? exactRows(database, ['name', 'seq'], `FROM ${countersTable}`) : []

const run = (database: SqliteDatabase, sql: string, values: readonly SqliteValue[]): void =>
  void database.prepare(sql).run([...values])

/** What stood under its key is replaced. */
export const putRow = (database: SqliteDatabase, table: string, row: readonly SqliteValue[]): void => {
  if (table === countersTable) run(database, `DELETE FROM ${countersTable} WHERE name IS ?`, row.slice(0, 1))
  const marks = row.map(() => '?').join(', ')
  run(database, `INSERT OR REPLACE INTO ${quoted(table)} VALUES (${marks})`, row)
}

/** `key`: as `keyText` writes it. */
export const removeRow = (database: SqliteDatabase, table: SideTable, key: string): void => {
  const remove = (values: readonly SqliteValue[]): void =>
    run(database, `DELETE FROM ${quoted(table.name)} WHERE ${isKey(table)}`, values)
  if (!isHashed(key)) {
    remove(readRowText(key))
    return
  }
  for (const values of exactRows(database, table.key.map(quoted), `FROM ${quoted(table.name)}`))
    if (keyText(values) === key) remove(values)
}

/** Everything in a file. */
export function* everyRow(database: SqliteDatabase): Generator<KeyedRow> {
  for (const { name, key, columns } of schemaOf(database).tables) {
    const places = key.map((column) => columns.indexOf(column))
    for (const row of eachRow(database, columns.map(quoted), `FROM ${quoted(name)}`))
      yield { table: name, key: places.map((place) => row[place] ?? null), row }
  }
  for (const row of allCounters(database)) yield { table: countersTable, key: row.slice(0, 1), row }
}
