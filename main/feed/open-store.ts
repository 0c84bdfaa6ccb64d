// What the feed keeps, as it was set up: a log in a file of the data folder.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import type { Clock } from './clock.ts'
import { writeDurably } from './store/durable-file.ts'
import type { Decide } from './store/log.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Store } from './store/store.ts'
import type { ObserveCommit } from './store/table-log.ts'

const logFile = 'floor.db'
/** Left where a floor went into a database: says which log it is there. */
const movedFile = 'log-in-database.txt'

/** What any log of a floor needs. */
export interface LogParts {
  readonly decide: Decide
  readonly observe: ObserveCommit
  readonly clock: Clock
}

/** The floor of a folder lies in a database from now on. */
export const noteMovedAway = (dataDir: string, identity: string): void =>
  writeDurably(join(dataDir, movedFile), `${identity}\n`)

/** It is back. */
export const noteMovedBack = (dataDir: string): void => rmSync(join(dataDir, movedFile), { force: true })

/** Rejects with `BadSetUp`. */
export const openStore = async (dataDir: string, { decide, observe, clock }: LogParts): Promise<Store> => {
  if (existsSync(join(dataDir, movedFile)) && !existsSync(join(dataDir, logFile)))
    throw new BadSetUp(
      `The floor of ${dataDir} went into a database: serve it from there with --database, or move it back with "floorboard move".`,
    )
  return openSqliteStore({ folder: dataDir, decide, observe, clock })
}
