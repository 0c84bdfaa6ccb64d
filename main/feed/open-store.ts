// What the feed keeps, as it was set up: a log in a file of the data folder, or in a database that the folder is bound to.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import type { Clock } from './clock.ts'
import { writeDurably } from './store/durable-file.ts'
import type { Decide } from './store/log.ts'
import { openPostgresStore } from './store/postgres/open-postgres-store.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Store } from './store/store.ts'
import type { ObserveCommit } from './store/table-log.ts'

const logFile = 'floor.db'
/** Says which log in a database the rest of the folder belongs to. */
export const boundFile = 'log-in-database.txt'

/** What any log of a floor needs. */
export interface LogParts {
  readonly decide: Decide
  readonly observe: ObserveCommit
  readonly clock: Clock
}

interface OpenStoreParts extends LogParts {
  readonly dataDir: string
  /** The address of a database; undefined: the log is a file. */
  readonly database: string | undefined
}

/** The log that a folder is bound to; null where it is bound to none. */
export const boundTo = (dataDir: string): string | null => {
  const file = join(dataDir, boundFile)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

export const bindTo = (dataDir: string, identity: string): void =>
  writeDurably(join(dataDir, boundFile), `${identity}\n`)

/** Rejects with `BadSetUp`. */
export const openStore = async (parts: OpenStoreParts): Promise<Store> => {
  const { dataDir, database, decide, observe, clock } = parts
  const bound = boundTo(dataDir)
  if (database === undefined) {
    if (bound !== null && !existsSync(join(dataDir, logFile)))
      throw new BadSetUp(
        `The log of ${dataDir} lies in a database: give its address with --database, or move it here with "floorboard move".`,
      )
    return openSqliteStore({ folder: dataDir, decide, observe, clock })
  }
  if (existsSync(join(dataDir, logFile)))
    throw new BadSetUp(
      `The data folder ${dataDir} has a log of its own, ${logFile}: move that into the database with "floorboard move --from ${dataDir}", or choose another folder with --data.`,
    )
  const store = await openPostgresStore({ url: database, decide, observe })
  if (bound === null) bindTo(dataDir, store.log.identity)
  else if (bound !== store.log.identity) {
    await store.log.close()
    throw new BadSetUp(
      `The data folder ${dataDir} belongs to another log than that in the database: its accounts, screens and secrets are those of another floor. Give the address of its own database, or choose another folder with --data.`,
    )
  }
  return store
}
