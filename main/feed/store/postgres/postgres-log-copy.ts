// The log of a floor of a database as it is moved to a data folder, or comes from one. The floor is closed meanwhile, so that no
// node runs it, and whoever moves it owns it.
import { BadSetUp } from '../../bad-set-up.ts'
import type { Log } from '../log.ts'
import type { LogSource, LogTarget } from '../log-copy.ts'
import { entriesBetween, putEntries, putHeads } from './copied-rows.ts'
import { readFloorName } from './floor-name.ts'
import { closeFloor, createFloor, findFloor, listFloors, removeFloor, reopenFloor } from './floors.ts'
import { createFollower } from './follow.ts'
import { claimWithin, type OwnedFloor, ownedBy, withNodeOfItsOwn } from './owned-floor.ts'
import type { PostgresDatabase, Statement } from './postgres-database.ts'

const arriving = 'its log is on its way into this database'
const leaving = 'its log is on its way into a data folder'

/** Keys of facts begin with a bracket, and those of nothing else do. $1 floor, $2 epoch, $3 identity. */
const finish: Statement = {
  name: 'copy-finish',
  text: `UPDATE floor SET identity = $3::text,
      seq = (SELECT coalesce(max(seq), 0) FROM entry WHERE floor = $1::int),
      facts = (SELECT count(*) FROM head WHERE floor = $1::int AND key >= '[' AND key < '\\')
    WHERE floor = $1::int AND epoch = $2::bigint AND seq = 0 RETURNING seq`,
}
/** $1 floor, $2 its name from now on, $3 why it is closed. */
const retire: Statement = {
  name: 'copy-retire',
  text: 'UPDATE floor SET name = $2::text, closed = $3::text WHERE floor = $1::int',
}

/** A floor that is moved. */
export interface MovedFloor extends OwnedFloor {
  /** With what stands in it now. */
  withLog<T>(work: (log: Log) => Promise<T>): Promise<T>
}

const movedFloor = (owned: OwnedFloor): MovedFloor => ({
  ...owned,
  withLog: async (work) => {
    const follower = createFollower({ node: owned.node })
    try {
      return await work((await follower.follow(owned.lease.floor)).log)
    } finally {
      await follower.close()
    }
  },
})

/** A move that was cut off has left it, and nothing has ever been written into it. */
const dropHalf = async (database: PostgresDatabase, name: string): Promise<void> => {
  const half = (await listFloors(database)).find((each) => each.name === name && each.closed === arriving)
  if (half !== undefined) await removeFloor(database, half.floor)
}

/** A floor that is to come. Throws `BadSetUp` where the database cannot be used, or has a floor of that name. */
export const beginArrival = (url: string, name: string): Promise<MovedFloor> =>
  withNodeOfItsOwn(url, 'a move', async (node) => {
    const hostName = readFloorName(name)
    await dropHalf(node.database, hostName)
    const { floor } = await createFloor(node.database, hostName, undefined, arriving)
    return movedFloor(ownedBy(node, await claimWithin(node, floor, { closed: arriving })))
  })

/** All of it is there: nodes may run it. */
export const endArrival = ({ node, lease }: MovedFloor): Promise<void> =>
  reopenFloor(node.database, lease.floor)

/** What came is not what it should be. */
export const undoArrival = ({ node, lease }: MovedFloor): Promise<void> =>
  removeFloor(node.database, lease.floor)

/** Its node lets it go. Throws `BadSetUp` where there is no such floor, nothing in it, or it is closed for another reason. */
export const beginLeaving = (url: string, name: string): Promise<MovedFloor> =>
  withNodeOfItsOwn(url, 'a move', async (node) => {
    const { floor, entries, closed } = await findFloor(node.database, name)
    if (entries === 0) throw new BadSetUp(`There is no log under ${name} in ${node.database.address.shown}.`)
    if (closed !== null && closed !== leaving) throw new BadSetUp(`${name} cannot be moved: ${closed}.`)
    await closeFloor(node.database, floor, leaving)
    return movedFloor(ownedBy(node, await claimWithin(node, floor, { closed: leaving })))
  })

/** It stays where it was, and no node runs it. Returns what it is called from now on. */
export const endLeaving = async ({ node, lease }: MovedFloor, now: Date): Promise<string> => {
  const name = `moved ${now.toISOString()}`
  await node.database.ask(retire, [lease.floor, name, 'its log was moved into a data folder'])
  return name
}

/** Nodes run it as before. */
export const undoLeaving = ({ node, lease }: MovedFloor): Promise<void> =>
  reopenFloor(node.database, lease.floor)

export const sourceOf = ({ node, lease }: MovedFloor): LogSource => ({
  identity: lease.claimed.identity,
  rows: () => entriesBetween(node.database, lease.floor, 0, Number.MAX_SAFE_INTEGER),
  close: async () => undefined,
})

/** Until it is finished nothing of it stands. */
export const openTargetOf = async ({ node, lease }: MovedFloor): Promise<LogTarget> => {
  const { floor } = lease
  // One transaction: a move that is cut off leaves nothing.
  const session = await node.database.session(true)
  await session.run('BEGIN')
  return {
    take: (rows) => putEntries(session, floor, rows),
    finish: async (identity) => {
      await putHeads(session, floor, 0)
      const done = await session.ask(finish, [floor, lease.epoch(), identity])
      if (done.length === 0)
        throw new BadSetUp('Somebody else took the floor that was to come: nothing was moved.')
      await session.run('COMMIT')
    },
    undo: () => session.run('ROLLBACK'),
    close: () => session.close(),
  }
}
