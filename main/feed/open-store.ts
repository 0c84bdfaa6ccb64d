// What the feed keeps, as it was set up: a log in a file of the data folder.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import type { Clock } from './clock.ts'
import type { Decide } from './store/log.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Store } from './store/store.ts'
import type { ObserveCommit } from './store/table-log.ts'

export const logFile = 'floor.db'
/** Says which log in a database the rest of the folder belongs to. */
export const boundFile = 'log-in-database.txt'

/** What any log of a floor needs. */
export interface LogParts {
  readonly decide: Decide
  readonly observe: ObserveCommit
  readonly clock: Clock
}

/** Rejects with `BadSetUp`. */
export const openStore = async (dataDir: string, { decide, observe, clock }: LogParts): Promise<Store> => {
  if (existsSync(join(dataDir, boundFile)) && !existsSync(join(dataDir, logFile)))
    throw new BadSetUp(
      `The log of ${dataDir} lies in a database: give its address with --database, or move it here with "floorboard move".`,
    )
  return openSqliteStore({ folder: dataDir, decide, observe, clock })
}
