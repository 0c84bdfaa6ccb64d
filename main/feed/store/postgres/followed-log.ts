// The log of a floor that another node owns: it announces what comes after what it knows, by number.
import { isFactKey } from '../entry-key.ts'
import { type FloorEntry, type Log, type LogEntry, LogUnavailable } from '../log.ts'
import { wentBack } from './floor-lease.ts'
import { createLogReads } from './log-reads.ts'
import type { Asks, Row } from './postgres-database.ts'
import type { PostgresReader } from './postgres-reader.ts'
import { tailWithMarks } from './statements.ts'
import type { StoredEntries } from './stored-entries.ts'
import { troubleWords } from './trouble.ts'

const pageRows = 1000

/** This node does not own the floor: the one that does takes what is written. */
export class NotOwner extends LogUnavailable {
  override readonly name = 'NotOwner'
  constructor() {
    super('this node follows the floor: the one that owns it takes what is written')
  }
}

export interface FollowedLog extends Log {
  /** Resolves once all that is in the database up to `seq` was announced. Rejects with `LogUnavailable`. */
  catchUp(seq: number): Promise<void>
  /**
   * The log is another than it was, and nothing of it is announced any more: whoever counted it has to close it, follow the
   * floor anew, and count anew. Called once; at once where it is so already.
   */
  onReset(listener: (why: string) => void): void
}

/** What its follower alone tells it. */
export interface FollowedTail {
  readonly log: FollowedLog
  /** A hint, or what the database said. */
  noteEnd(seq: number): void
  /** What lies under the number of the last entry that it knows; null: nothing. */
  noteMark(seq: number, mark: string | null): void
  known(): number
  /** A part of a sentence: why it does not go on; null where it does. */
  trouble(): string | null
}

interface FollowedLogParts {
  readonly database: Asks
  readonly floor: number
  readonly identity: string
  readonly standing: {
    readonly lastSeq: number
    readonly factCount: number
    readonly floor: FloorEntry | null
  }
  /** Of its last entry; null where there is none. */
  readonly mark: string | null
  readonly reader: PostgresReader
  readonly stored: StoredEntries
  readonly onClosed: () => void
}

/** By how many facts more stand after an entry. */
const factsMore = (rows: readonly Row[]): number =>
  rows
    .filter(([, , , key]) => isFactKey(key ?? ''))
    .reduce((sum, [, , , , body, before]) => sum + Number(body != null) - Number(before != null), 0)

export const createFollowedLog = (parts: FollowedLogParts): FollowedTail => {
  const { database, floor, identity, reader, stored, onClosed } = parts
  let announced = parts.standing
  let { mark } = parts
  /** The furthest end of the log that anybody spoke of. */
  let end = announced.lastSeq
  let open = true
  let resetBy: string | null = null
  let trouble: string | null = null
  let reading: Promise<void> | null = null
  const listeners: ((entries: readonly LogEntry[]) => void)[] = []
  const resetListeners: ((why: string) => void)[] = []

  const reset = (why: string): void => {
    if (resetBy !== null || !open) return
    resetBy = why
    for (const listener of resetListeners) listener(why)
  }
  const announce = (rows: readonly Row[]): void => {
    const last = rows.at(-1)
    if (last === undefined) return
    const entries = rows.flatMap((row) => stored.entry(row) ?? [])
    const floors = entries.filter((entry) => entry.kind === 'floor')
    mark = last[6] ?? null
    announced = {
      lastSeq: Number(last[0]),
      factCount: announced.factCount + factsMore(rows),
      floor: floors.at(-1) ?? announced.floor,
    }
    if (entries.length > 0) for (const listener of listeners) listener(entries)
  }
  /** Reads from the last entry that is known on, so that what follows it is known to follow this one. */
  const readPage = async (): Promise<void> => {
    const { lastSeq } = announced
    const rows = await database.ask(tailWithMarks, [
      floor,
      Math.max(lastSeq, 1),
      pageRows + Number(lastSeq > 0),
    ])
    if (!open || resetBy !== null) return
    const [first] = rows
    if (lastSeq > 0 && (Number(first?.[0]) !== lastSeq || first?.[6] !== mark)) {
      reset(wentBack)
      return
    }
    const fresh = lastSeq > 0 ? rows.slice(1) : rows
    // Nobody is bound to say the truth in a hint.
    if (fresh.length === 0) end = lastSeq
    else announce(fresh)
  }
  const isBehind = (): boolean => open && resetBy === null && end > announced.lastSeq
  const readOn = async (): Promise<void> => {
    try {
      while (isBehind()) await readPage()
      trouble = null
    } catch (error) {
      trouble = troubleWords(error)
      throw new LogUnavailable(`the log cannot be read: ${trouble}`, { cause: error })
    } finally {
      // In the turn in which it found nothing more: whoever asks for more afterwards begins anew.
      reading = null
    }
  }
  const begin = async (): Promise<void> => {
    if (!isBehind()) return
    reading ??= readOn()
    await reading
  }
  const refuse = (): Promise<never> => Promise.reject(new NotOwner())

  return {
    known: () => announced.lastSeq,
    trouble: () => resetBy ?? trouble,
    noteEnd: (seq) => {
      end = Math.max(end, seq)
      // What went wrong is its trouble by now; the next look tries again.
      begin().catch(() => undefined)
    },
    noteMark: (seq, found) => {
      // It may have gone on meanwhile.
      if (seq > 0 && seq === announced.lastSeq && found !== mark) reset(wentBack)
    },
    log: {
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
      append: refuse,
      appendFloor: refuse,
      appendRecords: refuse,
      ...createLogReads(reader, () => announced.lastSeq),
      catchUp: (seq) => {
        end = Math.max(end, seq)
        return begin()
      },
      onCommit: (listener) => void listeners.push(listener),
      onReset: (listener) => {
        resetListeners.push(listener)
        if (resetBy !== null) listener(resetBy)
      },
      close: async () => {
        if (!open) return
        open = false
        onClosed()
        await reading?.catch(() => undefined)
      },
    },
  }
}
