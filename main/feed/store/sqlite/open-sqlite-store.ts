// The store of a feed on one machine: a data folder with an SQLite file in it.
import { join } from 'node:path'
import { openFileSnapshots } from '../file-snapshots.ts'
import type { Decide } from '../log.ts'
import type { Store } from '../store.ts'
import { type ObserveCommit, openSqliteLog } from './sqlite-log.ts'

export interface SqliteStoreParts {
  /** The data folder; made when it is missing. */
  readonly folder: string
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
}

/** Rejects with `BadSetUp` when the folder cannot be used, is in use, or holds a damaged log. */
export const openSqliteStore = async ({ folder, decide, observe }: SqliteStoreParts): Promise<Store> => {
  const log = openSqliteLog({ file: join(folder, 'floor.db'), decide, observe })
  return { log, snapshots: openFileSnapshots(join(folder, 'snapshot.bin'), log) }
}
