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

export interface OwnedFloorParts {
  /** Such as `postgres://floorboard:SECRET@127.0.0.1/floorboard`. */
  readonly url: string
  readonly name: string
  /** What owns it, such as "a move". */
  readonly who: string
  /** How long it waits for an owner that may be gone. */
  readonly patienceMs?: number | undefined
}

const makeFloor: Statement = {
  name: 'floor-make',
  text: 'INSERT INTO floor (name) VALUES ($1::text) ON CONFLICT (name) DO NOTHING',
}
const findFloor: Statement = { name: 'floor-find', text: 'SELECT floor FROM floor WHERE name = $1::text' }
const ownerOf: Statement = {
  name: 'owner',
  text: 'SELECT n.name FROM floor f JOIN node n ON n.id = f.owner WHERE f.floor = $1::int',
}

/** Made when it is missing. */
const floorNamed = async ({ database }: DatabaseNode, name: string): Promise<number> => {
  await database.ask(makeFloor, [name])
  return Number((await database.ask(findFloor, [name]))[0]?.[0])
}

const claimWithin = async (node: DatabaseNode, floor: number, patienceMs: number): Promise<FloorLease> => {
  for (const until = performance.now() + patienceMs; ; ) {
    const lease = await node.claim(floor)
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

/** Throws `BadSetUp` where the database cannot be used, is not prepared, or another process owns the floor and lives. */
export const ownFloor = async (parts: OwnedFloorParts): Promise<OwnedFloor> => {
  const { url, name, who, patienceMs = usualPatienceMs } = parts
  const said = `${who}, process ${process.pid} on ${hostname()}`
  const node = await openDatabaseNode({ url, nodeUrl: '', name: said, key: null })
  try {
    const lease = await claimWithin(node, await floorNamed(node, name), patienceMs)
    return {
      node,
      lease,
      close: async () => {
        await lease.close()
        await node.close()
      },
    }
  } catch (error) {
    await node.close()
    throw cannotUse(node.database, error)
  }
}
