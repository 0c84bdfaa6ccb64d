// The log of a data folder as it is moved to a database, or comes from one.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from '../../bad-set-up.ts'
import type { LogSource, LogTarget, NumberedRow } from '../log-copy.ts'
import { entryColumns, foundEntry, readFound } from './found-entry.ts'
import { remakeHeads } from './heads.ts'
import { closeSqliteDatabase, openSqliteDatabase, type SqliteDatabase } from './sqlite-database.ts'
import { openTables } from './sqlite-tables.ts'

const pageRows = 1000
const logFile = 'floor.db'

/** Throws `BadSetUp` where there is none, where a feed has it open, or where it cannot be read. */
export const openSqliteSource = (folder: string): LogSource => {
  const file = join(folder, logFile)
  if (!existsSync(file)) throw new BadSetUp(`There is no log in ${folder}: it would be ${file}.`)
  const { database } = openSqliteDatabase(file)
  const page = database
    .prepare<unknown[]>(
      `SELECT ${entryColumns('entry')} FROM entry WHERE seq > ? ORDER BY seq LIMIT ${pageRows}`,
    )
    .raw()
  return {
    identity: openTables(database).identity,
    async *rows() {
      for (let last = 0; ; ) {
        const found = page.all(last).map((row) => foundEntry(Array.isArray(row) ? row : []))
        last = found.at(-1)?.heading.seq ?? last
        yield found
          .filter((each) => typeof readFound(each) === 'object')
          .map(({ heading, body }): NumberedRow => ({ ...heading, body: body?.toString('utf8') ?? null }))
        if (found.length < pageRows) return
      }
    },
    close: async () => closeSqliteDatabase(database),
  }
}

const drop = (file: string): void => {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${part}`, { force: true })
}

/** A log that came there and is not what it should be. */
export const dropSqliteLog = (folder: string): void => drop(join(folder, logFile))

/** Runs of rows whose numbers follow on one another. */
const runsOf = (rows: readonly NumberedRow[]): readonly (readonly NumberedRow[])[] => {
  const runs: NumberedRow[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run?.at(-1)?.seq === row.seq - 1) run.push(row)
    else runs.push([row])
  }
  return runs
}

/** Throws `BadSetUp` where the folder has a log, or cannot be written. */
export const openSqliteTarget = (folder: string): LogTarget => {
  const file = join(folder, logFile)
  if (existsSync(file)) throw new BadSetUp(`The folder ${folder} has a log already, ${file}: move it away.`)
  const fresh = `${file}.new`
  drop(fresh)
  let database: SqliteDatabase | null = openSqliteDatabase(fresh).database
  const tables = openTables(database)
  // What stands under each key is worked out at the end.
  for (const trigger of ['head_arrives', 'head_moves', 'head_goes']) database.exec(`DROP TRIGGER ${trigger}`)
  const leave = (): void => {
    if (database !== null) closeSqliteDatabase(database)
    database = null
  }
  return {
    take: async (rows) => {
      for (const run of runsOf(rows)) tables.write(run, (run[0]?.seq ?? 1) - 1)
    },
    finish: async (identity) => {
      if (database === null) return
      remakeHeads(database)
      database.exec('DELETE FROM identity')
      database.prepare<unknown[]>('INSERT INTO identity VALUES (?)').run([identity])
      leave()
      renameSync(fresh, file)
    },
    undo: async () => {
      leave()
      drop(fresh)
    },
    close: async () => leave(),
  }
}

/** The log was moved: no feed takes it for the one that goes on. Returns what its file is called now. */
export const retireSqliteLog = (folder: string): string => {
  const moved = `${logFile}.moved`
  renameSync(join(folder, logFile), join(folder, moved))
  return moved
}
