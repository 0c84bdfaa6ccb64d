// A node: one process that runs floors of a database, one of several. A floor has one owner among the nodes, which alone appends;
// whoever takes it over raises its epoch, and an append names the epoch.
import { BadSetUp } from '../../bad-set-up.ts'
import { LogUnavailable } from '../log.ts'
import { joinDeployment } from './deployment.ts'
import {
  claimFloor,
  createFloorLease,
  type FloorLease,
  type HeldLease,
  takenOver,
  wentBack,
} from './floor-lease.ts'
import { createHints, readHints } from './node-hints.ts'
import { bury, openNodeSession } from './node-session.ts'
import {
  createPostgresDatabase,
  type PostgresDatabase,
  type Row,
  type Statement,
} from './postgres-database.ts'
import { cannotUse, openPrepared } from './prepare-database.ts'
import { troubleWords } from './trouble.ts'

export type { FloorLease } from './floor-lease.ts'

export interface NodeFloor {
  readonly floor: number
  /** The host name by which people reach it. */
  readonly name: string
  /** The last entry of its log. */
  readonly seq: number
  /** The last change of what lies beside the log. */
  readonly beside: number
  /** The living node that owns it; null: nobody. */
  readonly owner: { readonly id: number; readonly url: string } | null
  /** Why no node takes it, a part of a sentence, as while it is moved; null: it is open. */
  readonly closed: string | null
  /** What it may use; null: any amount. */
  readonly limits: {
    readonly factsAMinute: number | null
    readonly tvs: number | null
    readonly bytes: number | null
  }
}

export interface LivingNode {
  readonly id: number
  readonly url: string
  readonly name: string
}

/** What is asked of the database rejects with `LogUnavailable` while it is out of reach. */
export interface DatabaseNode {
  /** Of its present life: after it was gone it is another one. */
  readonly id: number
  readonly url: string
  readonly database: PostgresDatabase
  /** All of them, in one statement: asked each second. One that this node owns and has not open counts as nobody's. */
  floors(): Promise<readonly NodeFloor[]>
  floorNamed(name: string): Promise<NodeFloor | null>
  /** Those that live and that others reach, this one among them. */
  nodes(): Promise<readonly LivingNode[]>
  /**
   * Null: its owner lives, it is closed, or there is no such floor. Not while this node has it. `closed`: why it may be closed
   * all the same, for whoever has closed it.
   */
  claim(floor: number, closed?: string): Promise<FloorLease | null>
  /** A part of a sentence: why the database is out of reach; null as far as is known it is not. */
  trouble(): string | null
  /**
   * Whether it has reached the database lately enough to own floors, by a clock that never jumps. Where it has not, its leases are
   * lost before this returns.
   */
  isAlive(): boolean
  /** Ms since a beat was sent that the database has answered. */
  beatAgeMs(): number
  /** This machine's clock minus the database's. */
  clockAheadMs(): number
  /** It was taken for gone, or has not reached the database for 3 s: every lease is lost. */
  onLost(listener: (why: string) => void): void
  /** Another node, or this one, says that a floor has grown. Some are lost. */
  onHint(listener: (floor: number, seq: number) => void): void
  /** After a commit; sent bundled, and nothing waits for it. */
  hint(floor: number, seq: number): void
  /** Leases that are open are given up. */
  close(): Promise<void>
}

export interface DatabaseNodeParts {
  /** Such as `postgres://floorboard:SECRET@127.0.0.1/floorboard`. */
  readonly url: string
  /** Where other nodes reach it; empty: they do not, as for a move. */
  readonly nodeUrl: string
  /** How people find it, such as "process 12 on northwind-1". */
  readonly name: string
  /** The fingerprint of the key that all nodes of the database share; null for what opens no secret. */
  readonly key: string | null
  /** Ms after which a node that does not beat is gone: alike on all nodes. */
  readonly goneMs?: number | undefined
  /** Epoch ms by this machine. */
  readonly now?: (() => number) | undefined
}

const usualGoneMs = 3000

const isAlive = 'n.beat > now() - make_interval(secs => $1::float / 1000)'
/** $1 ms after which a node is gone. */
const selectFloors = `SELECT f.floor, f.name, f.seq, f.beside, n.id, n.url, f.facts_a_minute, f.tvs, f.bytes, f.closed
  FROM floor f LEFT JOIN node n ON n.id = f.owner AND ${isAlive}`
const allFloors: Statement = {
  name: 'node-floors-all',
  text: `${selectFloors} ORDER BY f.floor`,
}
const floorUnder: Statement = {
  name: 'node-floor-named',
  text: `${selectFloors} WHERE f.name = $2::text`,
}
const living: Statement = {
  name: 'nodes',
  text: `SELECT n.id, n.url, n.name FROM node n WHERE ${isAlive} AND n.url <> '' ORDER BY n.id`,
}
const giveAllUp: Statement = {
  name: 'give-all-up',
  text: 'UPDATE floor SET owner = NULL WHERE owner = $1::int',
}

const numberOrNull = (text: string | null | undefined): number | null => (text == null ? null : Number(text))

/** Rejects with `BadSetUp` where the database cannot be used, is not prepared, or belongs to another deployment. */
export const openDatabaseNode = async (parts: DatabaseNodeParts): Promise<DatabaseNode> => {
  const { nodeUrl, name, key, goneMs = usualGoneMs, now = Date.now } = parts
  const database = createPostgresDatabase(parts.url)
  const held = new Map<number, HeldLease>()
  /** Of floors that are being claimed. */
  const claiming = new Set<number>()
  const lostListeners: ((why: string) => void)[] = []
  const hintListeners: ((floor: number, seq: number) => void)[] = []

  /** Of leases that it had before it asked, those that are not among the answers are lost. */
  const look = () => {
    const before = [...held.values()].map((lease) => ({ lease, written: lease.written() }))
    return (rows: readonly Row[]): void => {
      const found = new Map(rows.map(([floor, seq]) => [Number(floor), Number(seq)]))
      for (const { lease, written } of before) {
        const seq = found.get(lease.floor)
        if (seq === undefined) lease.noteLost(takenOver)
        else if (seq < written) lease.noteLost(wentBack)
      }
    }
  }
  const onGone = (why: string): void => {
    for (const lease of [...held.values()]) lease.noteLost(why)
    for (const listener of lostListeners) listener(why)
  }
  const onNotice = (payload: string): void => {
    for (const [floor, seq] of readHints(payload)) for (const listener of hintListeners) listener(floor, seq)
  }

  const open = async () => {
    const session = await openPrepared(database)
    try {
      if (key !== null) await joinDeployment(session, database.address.shown, key)
    } catch (error) {
      await session.close()
      throw error
    }
    const said = { name, url: nodeUrl, goneMs, now, words: troubleWords }
    return openNodeSession({ database, session, ...said, look, onGone, onNotice })
  }
  const session = await open().catch(async (error: unknown) => {
    await database.close()
    throw cannotUse(database, error)
  })
  const hints = createHints(session.notify)

  const asking = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof LogUnavailable || error instanceof BadSetUp) throw error
      throw new LogUnavailable(`the floors cannot be read: ${troubleWords(error)}`, { cause: error })
    }
  }
  const floorOf = (row: Row): NodeFloor => {
    const [floor, floorName, seq, beside, owner, url, factsAMinute, tvs, bytes, closed = null] = row
    const isOwn = Number(owner) === session.id()
    const lease = held.get(Number(floor))
    const isNobodys = owner == null || (isOwn && (lease === undefined || lease.lost() !== null))
    return {
      floor: Number(floor),
      name: floorName ?? '',
      seq: Number(seq),
      beside: Number(beside),
      owner: isNobodys ? null : { id: Number(owner), url: url ?? '' },
      limits: {
        factsAMinute: numberOrNull(factsAMinute),
        tvs: numberOrNull(tvs),
        bytes: numberOrNull(bytes),
      },
      closed,
    }
  }
  const away = (): LogUnavailable =>
    new LogUnavailable(`the floor cannot be opened: ${session.trouble() ?? 'the database is out of reach'}`)

  const take = async (floor: number, closed: string | undefined): Promise<FloorLease | null> => {
    if (!session.isAlive()) throw away()
    const node = session.id()
    const ask = () => database.ask(claimFloor, [floor, node, goneMs, closed ?? null])
    let [row] = await ask()
    if (row === undefined) {
      await database.ask(bury, [node])
      row = (await ask())[0]
    }
    if (row === undefined) return null
    // It was gone meanwhile, and whoever asks has the floor.
    if (!session.isAlive() || session.id() !== node) throw away()
    const lease = createFloorLease({
      ...{ database, floor, node, row, trouble: session.trouble, noteAnswer: session.noteAnswer },
      onClosed: () => {
        if (held.get(floor) === lease) held.delete(floor)
      },
    })
    held.set(floor, lease)
    return lease
  }

  return {
    get id() {
      return session.id()
    },
    url: nodeUrl,
    database,
    floors: () => asking(async () => (await database.ask(allFloors, [goneMs])).map(floorOf)),
    floorNamed: (floorName) =>
      asking(async () => (await database.ask(floorUnder, [goneMs, floorName])).map(floorOf)[0] ?? null),
    nodes: () =>
      asking(async () =>
        (await database.ask(living, [goneMs])).map(([id, url, said]) => ({
          id: Number(id),
          url: url ?? '',
          name: said ?? '',
        })),
      ),
    claim: async (floor, closed) => {
      if (claiming.has(floor) || held.get(floor)?.lost() === null)
        throw new Error(`floor ${floor} is this node's already`)
      claiming.add(floor)
      try {
        return await asking(() => take(floor, closed))
      } finally {
        claiming.delete(floor)
      }
    },
    trouble: session.trouble,
    isAlive: session.isAlive,
    beatAgeMs: session.beatAgeMs,
    clockAheadMs: session.clockAheadMs,
    onLost: (listener) => void lostListeners.push(listener),
    onHint: (listener) => void hintListeners.push(listener),
    hint: hints.add,
    close: async () => {
      try {
        await database.ask(giveAllUp, [session.id()])
      } catch {
        // The database is away: that this node beats no more says the same.
      }
      await session.close()
      await database.close()
    },
  }
}
