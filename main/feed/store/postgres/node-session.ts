// By what a node is one: a session with the database, an id, a row that it beats, and a lock on the id, which is free the moment
// its process is gone. Once it may have been taken for gone it is another node, with another id.
import { randomUUID } from 'node:crypto'
import {
  numberAt,
  type PostgresDatabase,
  type Row,
  type Session,
  type Statement,
} from './postgres-database.ts'

/** The first key of all our advisory locks; the second is a node's id. */
const lockClass = 77
const beatMs = 500
const againMs = 100
const checkMs = 250
/** A server that has just started has no session of anybody yet: nobody is taken for gone for that. */
const comeBackSeconds = 2

const nextId: Statement = { name: 'node-id', text: "SELECT nextval('node_id')" }
const lock: Statement = { name: 'node-lock', text: `SELECT pg_try_advisory_lock(${lockClass}, $1::int)` }
const unlock: Statement = { name: 'node-unlock', text: `SELECT pg_advisory_unlock(${lockClass}, $1::int)` }
/** $1 id, $2 life, $3 name, $4 url. No row: another node has the id. */
const join: Statement = {
  name: 'node-join',
  text: `INSERT INTO node (id, life, name, url, beat) VALUES ($1::int, $2::text, $3::text, $4::text, now())
    ON CONFLICT (id) DO NOTHING RETURNING id`,
}
/** $1 id, $2 life. How many rows it has, and the database's clock. */
const beat: Statement = {
  name: 'beat',
  text: `WITH mine AS (UPDATE node SET beat = now() WHERE id = $1::int AND life = $2::text RETURNING id)
    SELECT count(*), extract(epoch FROM clock_timestamp()) * 1000 FROM mine`,
}
/** $1 id. */
const owned: Statement = {
  name: 'node-floors',
  text: 'SELECT floor, seq FROM floor WHERE owner = $1::int',
}
/** The rows of nodes whose process is gone. $1 this node. */
export const bury: Statement = {
  name: 'bury',
  text: `DELETE FROM node WHERE id IN (
      SELECT id FROM node WHERE CASE WHEN id = $1::int THEN false ELSE pg_try_advisory_xact_lock(${lockClass}, id) END
      FOR UPDATE SKIP LOCKED
    ) AND pg_postmaster_start_time() < now() - interval '${comeBackSeconds} s'`,
}
const leave: Statement = {
  name: 'node-leave',
  text: 'DELETE FROM node WHERE id = $1::int AND life = $2::text',
}
const notify: Statement = { name: 'hint', text: "SELECT pg_notify('floorboard', $1::text)" }
/**
 * Nothing of this session is anything that somebody was told of: it waits for no disk and for no standby, and whoever notifies
 * holds the one queue of notifications for as short as can be.
 */
const settings = 'SET synchronous_commit = off; LISTEN floorboard'

export interface NodeSession {
  /** Of today's life. */
  id(): number
  /** Whether it has reached the database lately enough to own floors. */
  isAlive(): boolean
  /** Ms since a beat was sent that the database has answered. */
  beatAgeMs(): number
  /** A part of a sentence: why the database is out of reach; null as far as is known it is not. */
  trouble(): string | null
  noteAnswer(): void
  /** This machine's clock minus the database's. */
  clockAheadMs(): number
  /** Rejects where it cannot be sent. */
  notify(payload: string): Promise<void>
  close(): Promise<void>
}

interface NodeSessionParts {
  readonly database: PostgresDatabase
  /** Its first session; it closes it. */
  readonly session: Session
  /** How people find this node, such as its machine. */
  readonly name: string
  /** Where other nodes reach it. */
  readonly url: string
  /** A node that has not beaten for so long hangs, or has lost its machine or its network. */
  readonly goneMs: number
  /** Epoch ms by this machine. */
  readonly now: () => number
  /** A part of a sentence. */
  readonly words: (error: unknown) => string
  /** Called before it asks for its floors; what it returns gets them, as number and last entry. */
  readonly look: () => (floors: readonly Row[]) => void
  readonly onGone: (why: string) => void
  readonly onNotice: (payload: string) => void
}

/** Clock differences are kept that came with the shortest ways: the longer one is on its way, the less it says. */
const keptClocks = 16

const createClockDifference = () => {
  let kept: { readonly ahead: number; readonly tripMs: number }[] = []
  return {
    note: (ahead: number, tripMs: number): void => {
      kept = [...kept.slice(1 - keptClocks), { ahead, tripMs }]
    },
    aheadMs: (): number =>
      kept.reduce((best, each) => (each.tripMs < best.tripMs ? each : best), {
        ahead: 0,
        tripMs: Number.POSITIVE_INFINITY,
      }).ahead,
  }
}

const timeout = (ms: number): { readonly over: Promise<never>; end(): void } => {
  let timer: NodeJS.Timeout
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer for ${ms / 1000} s`)), ms)
    timer.unref()
  })
  over.catch(() => undefined)
  return { over, end: () => clearTimeout(timer) }
}

/** Rejects with the database's own error. */
export const openNodeSession = async (parts: NodeSessionParts): Promise<NodeSession> => {
  const { database, name, url, goneMs, now, words, look, onGone, onNotice } = parts
  let session: Session | null = null
  let id = 0
  let life = ''
  let hasLock = false
  let isAlive = false
  let aliveAt = 0
  let trouble: string | null = null
  let closed = false
  let wake = (): void => undefined
  const clock = createClockDifference()
  const wait = (ms: number): Promise<void> =>
    new Promise((done) => {
      setTimeout(done, ms).unref()
      wake = done
    })

  const use = async (fresh: Session): Promise<Session> => {
    session = fresh
    hasLock = false
    fresh.onNotice(onNotice)
    await fresh.run(settings)
    return fresh
  }
  const drop = async (): Promise<void> => {
    const dropped = session
    session = null
    await dropped?.close()
  }
  const tryLock = async (on: Session): Promise<boolean> => (await on.ask(lock, [id]))[0]?.[0] === 't'
  /** As a node that never was. A sequence that went back hands out the ids of others. */
  const begin = async (on: Session): Promise<void> => {
    for (;;) {
      id = numberAt(await on.ask(nextId, []))
      life = randomUUID()
      if (!(await tryLock(on))) continue
      const sentAt = performance.now()
      if ((await on.ask(join, [id, life, name, url])).length > 0) {
        hasLock = true
        isAlive = true
        aliveAt = sentAt
        return
      }
      await on.ask(unlock, [id])
    }
  }
  const end = (why: string): void => {
    if (!isAlive) return
    isAlive = false
    trouble ??= why
    onGone(why)
  }
  const check = (): boolean => {
    if (isAlive && !closed && performance.now() - aliveAt > goneMs)
      end(`the database was out of reach for ${goneMs / 1000} s`)
    return isAlive
  }
  /** Back after its row was removed; false where its id is another's by now. */
  const comeBack = async (on: Session): Promise<boolean> =>
    (await on.ask(join, [id, life, name, url])).length > 0
  const beatOnce = async (on: Session): Promise<void> => {
    if (!isAlive) await begin(on)
    const [sentAt, before] = [performance.now(), now()]
    const [row] = await on.ask(beat, [id, life])
    const tripMs = performance.now() - sentAt
    clock.note(before + tripMs / 2 - Number(row?.[1]), tripMs)
    if (row?.[0] === '0' && !(await comeBack(on))) {
      end('another node has taken its place')
      return
    }
    // A session that broke may still hold it for a while: it is asked for again with each beat.
    if (!hasLock) hasLock = await tryLock(on)
    const seen = look()
    seen(await on.ask(owned, [id]))
    await on.ask(bury, [id])
    if (isAlive) aliveAt = sentAt
  }
  const tryToBeat = async (): Promise<number> => {
    const patience = timeout(goneMs)
    try {
      const current = session ?? (await use(await database.session()))
      await Promise.race([beatOnce(current), patience.over])
      // With a session of its own, so that nothing holds the lock of the life before.
      if (!check()) {
        await drop()
        return 0
      }
      trouble = null
      return beatMs
    } catch (error) {
      trouble = words(error)
      await drop()
      return againMs
    } finally {
      patience.end()
    }
  }
  const keepBeating = async (): Promise<void> => {
    while (!closed) {
      const ms = await tryToBeat()
      if (!closed) await wait(ms)
    }
  }

  try {
    await begin(await use(parts.session))
  } catch (error) {
    await parts.session.close()
    throw error
  }
  const timer = setInterval(check, checkMs)
  timer.unref()
  const beating = keepBeating()

  return {
    id: () => id,
    isAlive: check,
    beatAgeMs: () => performance.now() - aliveAt,
    trouble: () => trouble,
    noteAnswer: () => {
      if (isAlive) trouble = null
    },
    clockAheadMs: clock.aheadMs,
    notify: async (payload) => {
      if (session === null) throw new Error('no session')
      await session.ask(notify, [payload])
    },
    close: async () => {
      closed = true
      clearInterval(timer)
      wake()
      await beating
      try {
        await session?.ask(leave, [id, life])
      } catch {
        // The database is away: the lock of a session that is gone says the same.
      }
      await drop()
    },
  }
}
