// Who may append to a floor. A node is a session with the database: an id, a row that it beats, and a lock on the id, which is
// free the moment the process is gone. A floor has one owner among the nodes; whoever takes it over raises its epoch, and an
// append names the epoch. The lease says whom to ask; only the epoch keeps a node that was paused from writing.
import { BadSetUp } from '../../bad-set-up.ts'
import type { PostgresDatabase, Row, Session, Statement } from './postgres-database.ts'

/** The first key of all our advisory locks; the second is a node's id. */
const lockClass = 77
const beatMs = 500
/** A node that has not beaten for so long hangs, or has lost its machine or its network. */
const goneMs = 3000
const againMs = 250
/** A start waits so long for an owner that may be gone. */
const usualPatienceMs = 5000

const nextId: Statement = { name: 'node-id', text: "SELECT nextval('node_id')" }
const lock: Statement = { name: 'node-lock', text: `SELECT pg_try_advisory_lock(${lockClass}, $1::int)` }
const join: Statement = { name: 'node-join', text: 'INSERT INTO node VALUES ($1::int, $2::text, now())' }
const beat: Statement = { name: 'beat', text: 'UPDATE node SET beat = now() WHERE id = $1::int' }
/** $1 this node, $2 its floor. No row: it was taken for gone, or the floor is another's. */
const beatAsOwner: Statement = {
  name: 'beat-owner',
  text: `UPDATE node SET beat = now() WHERE id = $1::int
    AND EXISTS (SELECT FROM floor WHERE floor = $2::int AND owner = $1::int) RETURNING id`,
}
/** $1 this node, $2 its name, $3 floor: back after its session broke, if the floor is still its own. */
const rejoin: Statement = {
  name: 'node-rejoin',
  text: `INSERT INTO node (id, name, beat)
    SELECT $1::int, $2::text, now() FROM floor WHERE floor = $3::int AND owner = $1::int
    ON CONFLICT (id) DO UPDATE SET beat = now() RETURNING id`,
}
/** The rows of nodes whose process is gone. */
const bury: Statement = {
  name: 'bury',
  text: `DELETE FROM node WHERE CASE WHEN id = $1::int THEN false ELSE pg_try_advisory_xact_lock(${lockClass}, id) END`,
}
/** No row: its owner lives, or it is closed. */
const claim: Statement = {
  name: 'claim',
  text: `UPDATE floor f SET owner = $2::int, epoch = f.epoch + 1 WHERE f.floor = $1::int AND f.closed IS NULL AND (f.owner IS NULL
    OR NOT EXISTS (SELECT FROM node n WHERE n.id = f.owner AND n.beat > now() - interval '${goneMs} ms'))
    RETURNING epoch, seq, facts, identity`,
}
const ownerOf: Statement = {
  name: 'owner',
  text: 'SELECT n.name FROM floor f JOIN node n ON n.id = f.owner WHERE f.floor = $1::int',
}
const giveUp: Statement = {
  name: 'give-up',
  text: 'UPDATE floor SET owner = NULL WHERE floor = $1::int AND owner = $2::int',
}
const leave: Statement = { name: 'node-leave', text: 'DELETE FROM node WHERE id = $1::int' }

/** What stood when the floor was taken over. */
interface Claimed {
  readonly seq: number
  readonly facts: number
  /** Of the floor's log. */
  readonly identity: string
}

export interface Lease {
  /** The id of this node. */
  readonly node: number
  readonly claimed: Claimed
  /** What an append names. */
  epoch(): number
  /** The owner itself has raised it. */
  noteEpoch(epoch: number): void
  /** The database answered. */
  noteAnswer(): void
  /** Another node has the floor: nothing of this one is written any more. */
  noteLost(): void
  /** A part of a sentence: why nothing can be written; null as far as is known it can. */
  trouble(): string | null
  onLost(listener: (why: string) => void): void
  close(): Promise<void>
}

interface LeaseParts {
  readonly database: PostgresDatabase
  /** Its first session; it closes it. */
  readonly session: Session
  readonly floor: number
  /** How people find this node, such as its machine. */
  readonly name: string
  /** A part of a sentence. */
  readonly words: (error: unknown) => string
  readonly patienceMs?: number | undefined
}

const numberAt = (rows: readonly Row[], column = 0): number => Number(rows[0]?.[column])

export const takenOver = 'another feed has taken the floor over'

/** Throws `BadSetUp` where another feed has the floor and lives. */
export const openLease = async (parts: LeaseParts): Promise<Lease> => {
  const { database, floor, name, words, patienceMs = usualPatienceMs } = parts
  let { session } = parts
  let wake = (): void => undefined
  const wait = (ms: number): Promise<void> =>
    new Promise((done) => {
      setTimeout(done, ms).unref()
      wake = done
    })
  const id = numberAt(await session.ask(nextId, []))

  let hasLock = false
  /** A session that broke may still hold it for a while: it is asked for again with each beat. */
  const tryLock = async (): Promise<void> => {
    if (!hasLock) hasLock = (await session.ask(lock, [id]))[0]?.[0] === 't'
  }

  const claimNow = async (): Promise<readonly Row[]> => {
    await tryLock()
    await session.ask(join, [id, name])
    for (const until = performance.now() + patienceMs; ; ) {
      await session.ask(bury, [id])
      const rows = await session.ask(claim, [floor, id])
      if (rows.length > 0) return rows
      if (performance.now() > until) {
        const owner = (await session.ask(ownerOf, [floor]))[0]?.[0] ?? 'unknown'
        throw new BadSetUp(
          `Another feed already runs on the database ${database.address.shown}: ${owner}. One feed at a time writes; stop that one first.`,
        )
      }
      await wait(againMs)
      await session.ask(beat, [id])
    }
  }
  const rows = await claimNow().catch(async (error) => {
    await session.ask(leave, [id]).catch(() => undefined)
    await session.close()
    throw error
  })

  let epoch = numberAt(rows)
  let trouble: string | null = null
  let lost = false
  let closed = false
  const listeners: ((why: string) => void)[] = []

  const noteLost = (): void => {
    if (lost || closed) return
    lost = true
    trouble = takenOver
    for (const listener of listeners) listener(takenOver)
  }

  const reconnect = async (): Promise<void> => {
    await session.close()
    session = await database.session()
    hasLock = false
  }
  /** False where the floor is another's. */
  const stay = async (): Promise<boolean> =>
    (await session.ask(beatAsOwner, [id, floor])).length > 0 ||
    (await session.ask(rejoin, [id, name, floor])).length > 0
  const keepBeating = async (): Promise<void> => {
    let isBroken = false
    while (!closed && !lost) {
      try {
        if (isBroken) await reconnect()
        isBroken = false
        if (!(await stay())) {
          noteLost()
          return
        }
        await tryLock()
        trouble = null
        if (!closed) await wait(beatMs)
      } catch (error) {
        isBroken = true
        trouble = words(error)
        if (!closed) await wait(againMs)
      }
    }
  }
  const beating = keepBeating()

  return {
    node: id,
    claimed: { seq: numberAt(rows, 1), facts: numberAt(rows, 2), identity: rows[0]?.[3] ?? '' },
    epoch: () => epoch,
    noteEpoch: (raised) => {
      epoch = raised
    },
    noteAnswer: () => {
      if (!lost) trouble = null
    },
    noteLost,
    trouble: () => trouble,
    onLost: (listener) => void listeners.push(listener),
    close: async () => {
      closed = true
      wake()
      await beating
      try {
        await session.ask(giveUp, [floor, id])
        await session.ask(leave, [id])
      } catch {
        // The database is away: the lock of a session that is gone says the same.
      }
      await session.close()
    },
  }
}
