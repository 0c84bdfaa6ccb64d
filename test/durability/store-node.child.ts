// A node that runs nothing but logs: it takes every floor that is nobody's, and appends what it is asked to.
import { setTimeout as sleep } from 'node:timers/promises'
import { BadSetUp } from '../../main/feed/bad-set-up.ts'
import type { Decide } from '../../main/feed/store/log.ts'
import { type DatabaseNode, openDatabaseNode } from '../../main/feed/store/postgres/database-node.ts'
import { openPostgresStore } from '../../main/feed/store/postgres/open-postgres-store.ts'
import type { Store } from '../../main/feed/store/store.ts'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'

export interface StoreNodeAsk {
  readonly ask: number
  readonly floor: number
  readonly ids: readonly string[]
}
/** What it says: of an ask, whether it stands; of a floor, whether it owns it. */
export type StoreNodeSays =
  | { readonly ask: number; readonly stands: boolean; readonly why?: string }
  | { readonly floor: number; readonly owns: boolean }

const [url = '', goneMs = '3000'] = process.argv.slice(2)
const lookMs = 50

const say = (said: StoreNodeSays): void => void process.send?.(said)
const decide: Decide = (before, write, _floor, withdrawn) => decideFact(before, write, [], withdrawn)

/** As a service manager does it: it may be started while the database is away. */
const openNode = async (): Promise<DatabaseNode> => {
  for (;;) {
    try {
      return await openDatabaseNode({
        url,
        nodeUrl: `http://127.0.0.1/${process.pid}`,
        name: `process ${process.pid}`,
        key: 'failover',
        goneMs: Number(goneMs),
      })
    } catch (error) {
      if (!(error instanceof BadSetUp)) throw error
      await sleep(lookMs)
    }
  }
}
const node = await openNode()
const owned = new Map<number, { readonly store: Store; readonly epoch: () => number }>()

const take = async (floor: number): Promise<void> => {
  const lease = await node.claim(floor)
  if (lease === null) return
  const store = await openPostgresStore({ node, lease, decide })
  owned.set(floor, { store, epoch: lease.epoch })
  say({ floor, owns: true })
  store.onLost?.(() => {
    owned.delete(floor)
    say({ floor, owns: false })
    void store.log.close()
  })
}
const look = async (): Promise<void> => {
  try {
    for (const { floor, owner } of await node.floors())
      if (owner === null && !owned.has(floor)) await take(floor)
  } catch {
    // The database is away: it is asked again.
  }
  setTimeout(() => void look(), lookMs)
}
void look()

process.on('message', ({ ask, floor, ids }: StoreNodeAsk) => {
  const mine = owned.get(floor)
  if (mine === undefined) return say({ ask, stands: false, why: 'not its floor' })
  const by = `epoch ${mine.epoch()}`
  const writes = ids.map((id) => ({
    ...{ source: 'dialer', id, receivedAt: Date.now(), by },
    fact: {
      ...{ source: 'dialer', id, type: 'activity' as const, kind: 'call', at: '2026-11-20' },
      credits: [{ rep: 'priya' }],
    },
  }))
  mine.store.log.append(writes).then(
    () => say({ ask, stands: true }),
    (error: unknown) => say({ ask, stands: false, why: String(error) }),
  )
})
