// The only floor of a database, whose log alone lies there: a data folder holds the rest, and is bound to it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadSetUp } from './bad-set-up.ts'
import { boundFile, type LogParts, logFile } from './open-store.ts'
import { writeDurably } from './store/durable-file.ts'
import { openPostgresStore } from './store/postgres/open-postgres-store.ts'
import { ownFloor } from './store/postgres/owned-floor.ts'
import type { Store } from './store/store.ts'

/** The floor of a database that holds one. */
export const onlyFloor = 'floor'

/** The log that a folder is bound to; null where it is bound to none. */
export const boundTo = (dataDir: string): string | null => {
  const file = join(dataDir, boundFile)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

export const bindTo = (dataDir: string, identity: string): void =>
  writeDurably(join(dataDir, boundFile), `${identity}\n`)

/** Rejects with `BadSetUp`. */
export const openBoundStore = async (dataDir: string, url: string, parts: LogParts): Promise<Store> => {
  const bound = boundTo(dataDir)
  if (existsSync(join(dataDir, logFile)))
    throw new BadSetUp(
      `The data folder ${dataDir} has a log of its own, ${logFile}: move that into the database with "floorboard move --from ${dataDir}", or choose another folder with --data.`,
    )
  const { node, lease, close } = await ownFloor({ url, name: onlyFloor, who: 'a feed' })
  const { decide, observe } = parts
  const store = await openPostgresStore({ node, lease: { ...lease, close }, decide, observe })
  if (bound === null) bindTo(dataDir, store.log.identity)
  else if (bound !== store.log.identity) {
    await store.log.close()
    throw new BadSetUp(
      `The data folder ${dataDir} belongs to another log than that in the database: its accounts, screens and secrets are those of another floor. Give the address of its own database, or choose another folder with --data.`,
    )
  }
  return store
}
