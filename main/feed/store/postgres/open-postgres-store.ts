// The store of a feed whose log lies in PostgreSQL.
import { createDamageRegister } from '../damage.ts'
import type { Decide } from '../log.ts'
import type { Store } from '../store.ts'
import type { ObserveCommit } from '../table-log.ts'
import { createGroupWriter } from './group-writer.ts'
import { type OwnedFloorParts, ownFloor } from './owned-floor.ts'
import { createPostgresLog } from './postgres-log.ts'
import { createPostgresReader } from './postgres-reader.ts'
import { createPostgresSnapshots } from './postgres-snapshots.ts'
import { cannotUse } from './prepare-database.ts'
import { readStoredEntries } from './stored-entries.ts'
import { troubleWords } from './trouble.ts'

interface PostgresStoreParts extends Omit<OwnedFloorParts, 'who'> {
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
}

/** Rejects with `BadSetUp` where the database cannot be used, is not prepared, or another feed runs on it. */
export const openPostgresStore = async ({
  decide,
  observe,
  ...place
}: PostgresStoreParts): Promise<Store> => {
  const owned = await ownFloor({ ...place, who: 'a feed' })
  const { database, floor, lease } = owned
  const damage = createDamageRegister()
  const reader = createPostgresReader(database, floor, readStoredEntries(damage))
  const lastFloor = await reader.lastFloor().catch(async (error) => {
    await owned.close()
    throw cannotUse(database, error)
  })
  /** Of the last write, where the database refused it; and while it is out of reach. */
  let refused: string | null = null
  const noteRefusal = (error: unknown): void => {
    refused = error === null ? null : troubleWords(error)
    if (error === null) lease.noteAnswer()
  }
  const trouble = (): string | null => lease.trouble() ?? refused
  const { identity, seq: lastSeq, facts: factCount } = lease.claimed
  const log = createPostgresLog({
    identity,
    standing: { lastSeq, factCount, floor: lastFloor },
    reader,
    writer: createGroupWriter({ database, floor, lease, onTrouble: noteRefusal }),
    damage,
    decide,
    observe,
    trouble,
    onRefusal: noteRefusal,
    onClosed: owned.close,
  })
  return {
    log,
    snapshots: createPostgresSnapshots(database, floor, lease),
    health: {
      refusal: () => {
        const words = trouble()
        return words === null ? null : `the log cannot be written: ${words}`
      },
      damaged: damage.list,
      setAside: () => [],
      // The database checks what it reads from its disk by itself.
      checked: () => ({ checked: log.lastSeq, of: log.lastSeq }),
      onDamage: damage.onNew,
    },
    onLost: lease.onLost,
  }
}
