// The log of a floor in PostgreSQL, for the node that owns the floor: the same groups and the same entries as in a file, and
// everything that is read comes over a connection.
import type { DamageRegister } from '../damage.ts'
import { createGroupCommit } from '../group-commit.ts'
import {
  type Decide,
  type EditCheck,
  EditRefused,
  type FactWrite,
  type FloorEntry,
  type FloorWrite,
  type Log,
  type LogEntry,
  LogUnavailable,
  type RecordWrite,
  StaleFloor,
  type WriteOutcome,
} from '../log.ts'
import {
  addFacts,
  addFloor,
  addRecords,
  type Head,
  keyedFact,
  keyedRecord,
  keysOf,
  type PendingGroup,
} from '../pending-group.ts'
import { fewRows, manyRows, type ObserveCommit } from '../table-log.ts'
import { FloorLost, type GroupWriter, WriteUnknown } from './group-writer.ts'
import { createLogReads } from './log-reads.ts'
import type { PostgresReader } from './postgres-reader.ts'
import { isDefinite, troubleWords } from './trouble.ts'

/** A caller waits so long for a database that is out of reach. */
const patienceMs = 5000
const againMs = 100
const lookEveryMs = 250

/** Where the log stands. */
type LogStanding = Pick<PendingGroup, 'lastSeq' | 'factCount' | 'floor'>

/** Tells a caller how it went, once that is durable. */
type Settle = () => void

/** One caller's request. `add` works out what it adds to a group. */
interface Job {
  readonly keys: readonly string[]
  /** It asks for the entries after this one; null: it does not. */
  readonly since: number | null
  add(group: PendingGroup, heads: Map<string, Head>, since: readonly LogEntry[]): Settle
  fail(error: unknown): void
}

interface PreparedGroup {
  readonly group: PendingGroup
  readonly settles: readonly Settle[]
  /** Keys that were taken for new without a look. */
  readonly newKeys: readonly string[]
}

interface PostgresLogParts {
  readonly identity: string
  readonly standing: LogStanding
  readonly reader: PostgresReader
  readonly writer: GroupWriter
  readonly damage: DamageRegister
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
  /** Why the floor is this node's no more; null while it is. */
  readonly lost: () => string | null
  /** Why nothing can be written, a part of a sentence; null as far as is known it can. */
  readonly trouble: () => string | null
  /** How a write ended that the database refused; null well. */
  readonly onRefusal: (error: unknown) => void
  /** Nothing is left to write. */
  readonly onClosed: () => Promise<void>
}

/** What would part texts that travel together, or stands for none. */
const isPlain = (by: string): boolean =>
  by !== '' && by !== '-' && !by.includes('\u0000') && !by.includes('\u001e')

const unavailable = (words: string, cause?: unknown): LogUnavailable =>
  new LogUnavailable(`the log cannot be written: ${words}`, { cause })

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

export const createPostgresLog = (parts: PostgresLogParts): Log => {
  const { identity, standing, reader, writer, damage, decide, observe, lost, trouble, onRefusal, onClosed } =
    parts
  const listeners: ((entries: readonly LogEntry[]) => void)[] = []
  /** What listeners and callers have heard of. */
  let announced = standing
  /** What is in the database: at times a group ahead of what is announced. */
  let durable = standing
  /** Durable groups that are not announced yet, oldest first. */
  let unannounced: (() => void)[] = []
  /**
   * Most facts are new. Their keys are taken for that, and the statement that writes them looks whether one stands: one way to
   * the database and back in the place of two. Of a large group, which would be sent in vain, only if those before were new.
   */
  let wereNew = true
  let open = true
  /** Requests that no group has taken yet. */
  const waiting = new Set<Job>()
  let unanswered = 0
  let onAnswered = (): void => undefined

  const announce = (): void => {
    const groups = unannounced
    unannounced = []
    for (const group of groups) group()
  }
  const failAll = (jobs: readonly Job[], error: unknown): void => {
    for (const job of jobs) job.fail(error)
  }

  /** What a group asks for, which is nobody's fault but the network's. */
  const lookUp = async <T>(work: () => Promise<T>): Promise<T> => {
    for (const until = performance.now() + patienceMs; ; ) {
      try {
        return await work()
      } catch (error) {
        if (isDefinite(error) || !open || performance.now() > until) {
          onRefusal(error)
          throw unavailable(troubleWords(error), error)
        }
        await wait(againMs)
      }
    }
  }
  const entriesSince = async (after: number): Promise<readonly LogEntry[]> => {
    const entries: LogEntry[] = []
    for (let last = after; last < durable.lastSeq; ) {
      const page = await reader.pageAfter(last, durable.lastSeq)
      entries.push(...page.entries)
      last = page.last
    }
    return entries
  }
  /** `known`: what stands under the keys that are asked for, where that is at hand already. */
  const prepare = async (
    jobs: readonly Job[],
    known: Map<string, Head> | null = null,
  ): Promise<PreparedGroup> => {
    const keys = jobs.flatMap((job) => job.keys)
    const oldest = jobs.reduce<number | null>(
      (min, { since }) => (since === null ? min : Math.min(min ?? since, since)),
      null,
    )
    const since = oldest === null ? [] : await lookUp(() => entriesSince(oldest))
    const decideOn = (heads: Map<string, Head>, newKeys: readonly string[]): PreparedGroup => {
      const group: PendingGroup = { rows: [], entries: [], ...durable }
      return { group, settles: jobs.map((job) => job.add(group, heads, since)), newKeys }
    }
    if (known !== null) return decideOn(known, [])
    if (keys.length === 0 || durable.lastSeq === 0) return decideOn(new Map(), [])
    if (wereNew || keys.length <= fewRows) {
      const taken = decideOn(new Map(), keys)
      // Where nothing is written of them, nothing would look.
      if (taken.group.rows.length > 0) return taken
    }
    const heads = await lookUp(() => reader.heads(keys))
    wereNew = heads.size === 0
    return decideOn(heads, [])
  }
  /** Once durable, only what listeners and callers still need is kept. */
  const announceLater = (
    now: LogStanding,
    entries: readonly LogEntry[],
    settles: readonly Settle[],
  ): void => {
    unannounced.push(() => {
      announced = now
      if (entries.length > 0) for (const listener of listeners) listener(entries)
      for (const settle of settles) settle()
    })
  }
  const refusalOf = (error: unknown): LogUnavailable => {
    if (error instanceof LogUnavailable) return error
    if (error instanceof FloorLost) return unavailable(error.message, error)
    if (error instanceof WriteUnknown)
      return unavailable('the feed ends, and the database is out of reach', error)
    onRefusal(error)
    return unavailable(troubleWords(error), error)
  }

  /** Null once it is durable; else what stands under keys that were taken for new. */
  const write = async ({ group, settles, newKeys }: PreparedGroup): Promise<Map<string, Head> | null> => {
    const { rows, entries, lastSeq, factCount, floor } = group
    const startedAt = performance.now()
    if (rows.length > 0) {
      const [after, facts] = [durable.lastSeq, factCount - durable.factCount]
      const known = await writer.write({ rows, after, facts, newKeys }).catch((error: unknown) => {
        throw refusalOf(error)
      })
      onRefusal(null)
      if (newKeys.length > 0) wereNew = known.length === 0
      if (known.length > 0) return reader.headsIn(known)
      observe?.({ rows: rows.length, seconds: (performance.now() - startedAt) / 1000 })
      if (damage.list().length > 0)
        for (const { beforeSeq } of rows) if (beforeSeq !== null) damage.noteReplaced(beforeSeq)
    }
    durable = { lastSeq, factCount, floor }
    announceLater(durable, entries, settles)
    return null
  }
  /** Resolves when the next group may be begun. */
  const commitGroup = async (taken: readonly Job[]): Promise<void> => {
    // Some may have been told meanwhile that the database is out of reach.
    const jobs = taken.filter((job) => waiting.delete(job))
    const why = lost()
    if (why !== null) {
      failAll(jobs, unavailable(why))
      return
    }
    let prepared: PreparedGroup
    try {
      prepared = await prepare(jobs)
      const known = await write(prepared)
      if (known !== null) {
        prepared = await prepare(jobs, known)
        await write(prepared)
      }
    } catch (error) {
      failAll(jobs, error)
      return
    }
    // The next large group is looked up while this one is counted, and others are answered in between.
    if (prepared.group.rows.length > fewRows) setImmediate(() => setImmediate(announce))
    else announce()
  }
  const isOutOfReach = (): boolean => {
    const since = writer.waitingSince()
    return since !== null && performance.now() - since > patienceMs
  }
  const outOfReach = (): LogUnavailable => unavailable(trouble() ?? 'the database is out of reach')
  /** Whoever waits behind a group that waits for the database is told so; the group itself is not given up. */
  const timer = setInterval(() => {
    if (waiting.size === 0 || !isOutOfReach()) return
    const jobs = [...waiting]
    waiting.clear()
    failAll(jobs, outOfReach())
  }, lookEveryMs)
  timer.unref()
  const queue = createGroupCommit<Job>({
    maxRows: manyRows,
    rowsOf: (job) => job.keys.length,
    commit: (jobs, done) => {
      void commitGroup(jobs).finally(done)
    },
  })

  const enqueue = <T>(
    job: Pick<Job, 'keys' | 'since'> & {
      readonly add: (group: PendingGroup, heads: Map<string, Head>, since: readonly LogEntry[]) => T
    },
  ): Promise<T> => {
    if (!open) return Promise.reject(new LogUnavailable('the log is closed'))
    const why = lost()
    if (why !== null) return Promise.reject(unavailable(why))
    if (isOutOfReach()) return Promise.reject(outOfReach())
    unanswered += 1
    const answered = (): void => {
      unanswered -= 1
      if (unanswered === 0) onAnswered()
    }
    return new Promise<T>((resolve, reject) => {
      const added: Job = {
        ...job,
        add: (group, heads, since) => {
          const outcome = job.add(group, heads, since)
          return () => {
            resolve(outcome)
            answered()
          }
        },
        fail: (error) => {
          reject(error)
          answered()
        },
      }
      waiting.add(added)
      queue.add(added)
    })
  }
  const checkBy = (writes: readonly { readonly by: string }[]): void => {
    const wrong = writes.find(({ by }) => !isPlain(by))
    if (wrong !== undefined) throw new TypeError(`"${wrong.by}" is no cause of an entry`)
  }

  return {
    identity,
    get lastSeq() {
      return announced.lastSeq
    },
    get factCount() {
      return announced.factCount
    },
    get floor() {
      return announced.floor
    },
    async append(writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]> {
      checkBy(writes)
      const keyed = writes.map(keyedFact)
      return enqueue({
        keys: keyed.flatMap(keysOf),
        since: null,
        add: (group, heads) => addFacts(group, heads, keyed, decide),
      })
    },
    async appendFloor(floorWrite: FloorWrite, expectedSeq, check?: EditCheck): Promise<FloorEntry> {
      checkBy([floorWrite])
      const outcome = await enqueue({
        keys: [],
        since: check?.upTo ?? null,
        add: (group, _heads, since) => {
          const between = check && [...since.filter(({ seq }) => seq > check.upTo), ...group.entries]
          const refused = between === undefined ? null : (check?.refuse(between) ?? null)
          return refused === null ? addFloor(group, floorWrite, expectedSeq) : { refused }
        },
      })
      if (outcome === null)
        throw new StaleFloor(`it is at version ${durable.floor?.seq ?? 0}, not ${expectedSeq}`)
      if ('refused' in outcome) throw new EditRefused(outcome.refused)
      return outcome
    },
    async appendRecords(writes: readonly RecordWrite[]): Promise<readonly WriteOutcome[]> {
      checkBy(writes)
      const keyed = writes.map(keyedRecord)
      return enqueue({
        keys: keyed.map(({ key }) => key),
        since: null,
        add: (group, heads) => addRecords(group, heads, keyed),
      })
    },
    ...createLogReads(reader, () => announced.lastSeq),
    onCommit(listener) {
      listeners.push(listener)
    },
    async close() {
      if (!open) return
      open = false
      const impatience = setTimeout(writer.close, patienceMs)
      if (unanswered > 0)
        await new Promise<void>((resolve) => {
          onAnswered = resolve
        })
      clearTimeout(impatience)
      clearInterval(timer)
      await onClosed()
    },
  }
}
