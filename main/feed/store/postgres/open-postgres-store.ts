// The store of a floor that this node owns: its log lies in PostgreSQL.
import { createDamageRegister } from '../damage.ts'
import { type Decide, LogUnavailable } from '../log.ts'
import type { Store } from '../store.ts'
import type { ObserveCommit } from '../table-log.ts'
import type { DatabaseNode, FloorLease } from './database-node.ts'
import { createGroupWriter } from './group-writer.ts'
import { createPostgresLog } from './postgres-log.ts'
import { createPostgresReader } from './postgres-reader.ts'
import { createPostgresSnapshots } from './postgres-snapshots.ts'
import { readStoredEntries } from './stored-entries.ts'
import { troubleWords } from './trouble.ts'

interface PostgresStoreParts {
  readonly node: Pick<DatabaseNode, 'database' | 'hint'>
  /** The floor; it is given up when the log is closed. */
  readonly lease: FloorLease
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
}

/** Rejects with `LogUnavailable` where the database is out of reach; the floor is given up then. */
export const openPostgresStore = async ({
  node,
  lease,
  decide,
  observe,
}: PostgresStoreParts): Promise<Store> => {
  const { database } = node
  const { floor } = lease
  const damage = createDamageRegister()
  const reader = createPostgresReader(database, floor, readStoredEntries(damage))
  const lastFloor = await reader.lastFloor().catch(async (error) => {
    await lease.close()
    throw new LogUnavailable(`the log cannot be read: ${troubleWords(error)}`, { cause: error })
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
    writer: createGroupWriter({ database, lease, onTrouble: noteRefusal }),
    damage,
    decide,
    observe,
    lost: lease.lost,
    trouble,
    onRefusal: noteRefusal,
    onClosed: lease.close,
  })
  log.onCommit((entries) => node.hint(floor, entries.at(-1)?.seq ?? lastSeq))
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
