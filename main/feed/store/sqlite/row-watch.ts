// Which rows of a database file were written over a connection. Temporary triggers note their keys in a temporary table, in the
// transaction that writes them: what is rolled back was never noted, and the file itself holds nothing of it.
import type { KeyedRow, WatchedFile } from '../kept-folder.ts'
import { rowText } from '../row-text.ts'
import {
  allCounters,
  countersTable,
  everyRow,
  exactRows,
  quoted,
  rowUnder,
  type SideTable,
  schemaOf,
} from './side-tables.ts'
import { pragma, type SqliteDatabase } from './sqlite-database.ts'

const notedAs = 'written_row'

const triggersOf = ({ name, key }: SideTable, columns: number): string => {
  const note = (of: 'old' | 'new'): string => {
    const values = key.map((column) => `${of}.${quoted(column)}`)
    const rest = Array.from({ length: columns - key.length }, () => 'NULL')
    return `INSERT INTO ${notedAs} VALUES (NULL, '${name.replaceAll("'", "''")}', ${[...values, ...rest].join(', ')});`
  }
  const trigger = (when: string, notes: string): string =>
    `CREATE TEMP TRIGGER ${quoted(`written ${when} ${name}`)} AFTER ${when} ON main.${quoted(name)} BEGIN ${notes} END;`
  return [
    trigger('INSERT', note('new')),
    // The key itself may be another.
    trigger('UPDATE', note('old') + note('new')),
    trigger('DELETE', note('old')),
  ].join('\n')
}

/** `tables`: all of the file. It is written over this connection alone. */
const watchRows = (database: SqliteDatabase, tables: readonly SideTable[]): (() => readonly KeyedRow[]) => {
  const columns = Math.max(1, ...tables.map(({ key }) => key.length))
  const names = Array.from({ length: columns }, (_, index) => `k${index}`)
  database.exec('PRAGMA temp_store = MEMORY')
  // A row that an INSERT OR REPLACE removes is a removed row.
  database.exec('PRAGMA recursive_triggers = ON')
  // Columns without a type keep each value as it is.
  database.exec(
    `CREATE TEMP TABLE ${notedAs} (nth INTEGER PRIMARY KEY, name TEXT NOT NULL, ${names.join(', ')})`,
  )
  for (const table of tables) database.exec(triggersOf(table, columns))
  const known = new Map<string, string>()

  const counters = (): readonly KeyedRow[] =>
    allCounters(database).flatMap((row) => {
      const [name = null] = row
      const text = rowText(row)
      if (known.get(String(name)) === text) return []
      known.set(String(name), text)
      return [{ table: countersTable, key: [name], row }]
    })
  counters()

  const byName = new Map(tables.map((table) => [table.name, table]))
  return () => {
    const noted = exactRows(
      database,
      ['name', ...names],
      `FROM (SELECT DISTINCT name, ${names.join(', ')} FROM ${notedAs})`,
    )
    if (noted.length === 0) return []
    database.exec(`DELETE FROM ${notedAs}`)
    const rows = noted.flatMap(([name, ...values]): KeyedRow[] => {
      const table = byName.get(String(name))
      if (table === undefined) return []
      const key = values.slice(0, table.key.length)
      return [{ table: table.name, key, row: rowUnder(database, table, key) }]
    })
    return [...rows, ...counters()]
  }
}

/** For whoever keeps the folder in which it lies. */
export const watchedFile = (database: SqliteDatabase): WatchedFile => {
  const { format, schema, tables } = schemaOf(database)
  return {
    format,
    schema,
    generation: Number(pragma(database, 'application_id')),
    noteGeneration: (generation) => database.exec(`PRAGMA application_id = ${generation}`),
    everyRow: () => everyRow(database),
    watch: () => watchRows(database, tables),
  }
}
