// A floor of a database that this process alone uses until it lets it go, or until another takes it over because this one was gone.
import { hostname } from 'node:os'
import { BadSetUp } from '../../bad-set-up.ts'
import { type DatabaseNode, type FloorLease, openDatabaseNode } from './database-node.ts'
import type { Statement } from './postgres-database.ts'
import { cannotUse } from './prepare-database.ts'

const againMs = 250
/** It waits so long for an owner that may be gone. */
const usualPatienceMs = 5000

export interface OwnedFloor {
  readonly node: DatabaseNode
  readonly lease: FloorLease
  close(): Promise<void>
}

const ownerOf: Statement = {
  name: 'owner',
  text: 'SELECT n.name FROM floor f JOIN node n ON n.id = f.owner WHERE f.floor = $1::int',
}
const makeFloor: Statement = {
  name: 'floor-make',
  text: 'INSERT INTO floor (name) VALUES ($1::text) ON CONFLICT (name) DO NOTHING',
}
const numberOf: Statement = { name: 'floor-number', text: 'SELECT floor FROM floor WHERE name = $1::text' }

interface ClaimWithin {
  readonly patienceMs?: number | undefined
  /** Why it may be closed. */
  readonly closed?: string | undefined
}

/** Waits for an owner that may be gone. Throws `BadSetUp` where it lives. */
export const claimWithin = async (
  node: DatabaseNode,
  floor: number,
  { patienceMs = usualPatienceMs, closed }: ClaimWithin = {},
): Promise<FloorLease> => {
  for (const until = performance.now() + patienceMs; ; ) {
    const lease = await node.claim(floor, closed)
    if (lease !== null) return lease
    if (performance.now() > until) {
      const owner = (await node.database.ask(ownerOf, [floor]))[0]?.[0] ?? 'unknown'
      throw new BadSetUp(
        `Another feed already runs on the database ${node.database.address.shown}: ${owner}. One feed at a time writes; stop that one first.`,
      )
    }
    await new Promise((done) => setTimeout(done, againMs))
  }
}

/** With a node that no other one asks anything of. Throws `BadSetUp`, and then nothing is left open. */
export const withNodeOfItsOwn = async <T>(
  url: string,
  who: string,
  work: (node: DatabaseNode) => Promise<T>,
): Promise<T> => {
  const name = `${who}, process ${process.pid} on ${hostname()}`
  const node = await openDatabaseNode({ url, nodeUrl: '', name, key: null })
  try {
    return await work(node)
  } catch (error) {
    await node.close()
    throw cannotUse(node.database, error)
  }
}

export const ownedBy = (node: DatabaseNode, lease: FloorLease): OwnedFloor => ({
  node,
  lease,
  close: async () => {
    await lease.close()
    await node.close()
  },
})

interface OwnedFloorParts {
  /** Such as `postgres://floorboard:SECRET@127.0.0.1/floorboard`. */
  readonly url: string
  /** Made when it is missing. */
  readonly name: string
  /** What owns it, such as "a move". */
  readonly who: string
  /** How long it waits for an owner that may be gone. */
  readonly patienceMs?: number | undefined
}

/** Throws `BadSetUp` where the database cannot be used, is not prepared, or another process owns the floor and lives. */
export const ownFloor = ({ url, name, who, patienceMs }: OwnedFloorParts): Promise<OwnedFloor> =>
  withNodeOfItsOwn(url, who, async (node) => {
    await node.database.ask(makeFloor, [name])
    const floor = Number((await node.database.ask(numberOf, [name]))[0]?.[0])
    return ownedBy(node, await claimWithin(node, floor, { patienceMs }))
  })
