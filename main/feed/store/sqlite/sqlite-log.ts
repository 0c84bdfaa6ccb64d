// The log on embedded SQLite: one writer, one connection. It is checked in the background, and a disk that refused is tried
// again.
import type { DamageRegister } from '../damage.ts'
import type { Decide, Log } from '../log.ts'
import type { SetAside } from '../set-aside.ts'
import { createTableLog, type LogTables, type ObserveCommit } from '../table-log.ts'
import { checkHeads, remakeHeads } from './heads.ts'
import { type ScrubState, startScrub } from './scrub.ts'
import { openSqliteDisk } from './sqlite-disk.ts'

export interface SqliteLogParts {
  readonly file: string
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
  readonly damage: DamageRegister
  /** Whether an empty file is that of a new floor. */
  readonly mayBeNew: boolean
  /** The last entry that was acknowledged before, as far as is known. */
  readonly acknowledged: number
  /** Hears of every entry that is acknowledged from now on, by the last of each group. */
  readonly onAcknowledged: (seq: number) => void
  readonly onClosed: () => void
  /** Epoch ms. */
  readonly now: () => number
}

export interface SqliteLog {
  readonly log: Log
  /** A sentence on why nothing can be written now; null as far as is known it can. */
  refusal(): string | null
  scrub(): ScrubState
  /** What had to be set aside to open it. */
  readonly setAside: SetAside | null
}

/** How often a disk that refused is tried again, and the files of one that is quiet are looked at. */
const lookEveryMs = 2000
/** Entries that are read in one go. */
const pageRows = 1000

/** Throws `BadSetUp` when the file cannot be used, is in use, or is damaged; `EmptyDatabase`. */
export const openSqliteLog = (parts: SqliteLogParts): SqliteLog => {
  const { damage, onAcknowledged } = parts
  /** Facts that stood and are found to be damaged. */
  let factsLost = 0
  const disk = openSqliteDisk({
    ...parts,
    onFactLost: () => {
      factsLost += 1
    },
  })
  const opened = disk.current()
  const tables: LogTables = {
    identity: opened.tables.identity,
    lastSeq: opened.reader.lastSeq(),
    factCount: opened.tables.factCount,
    floor: opened.reader.floor(),
    factsLost: () => factsLost,
    heads: (keys) => disk.current().reader.heads(keys),
    pageAfter: (seq, upTo) => disk.current().reader.pageAfter(seq, upTo, pageRows),
    floorsBefore: (before, most) => disk.current().reader.floorsBefore(before, most),
    recordsOf: (topic, most) => disk.current().reader.recordsOf(topic, most),
    recordUnder: (key) => disk.current().reader.recordUnder(key),
    factsBetween: (after, before, most) => disk.current().reader.factsBetween(after, before, most),
    barrier: (lastSeq) => {
      if (disk.barrier() !== null) disk.retry(lastSeq)
      return disk.barrier()
    },
    write: (rows, after) => disk.current().tables.write(rows, after),
    writeInBackground: (rows, after, end) => disk.current().tables.writeInBackground(rows, after, end),
    noteWrite: disk.noteWrite,
    noteDurable: (rows, lastSeq) => {
      onAcknowledged(lastSeq)
      if (damage.list().length > 0)
        for (const { beforeSeq } of rows) if (beforeSeq !== null) damage.noteReplaced(beforeSeq)
    },
  }
  const log = createTableLog({
    ...parts,
    tables,
    closeTables: async () => {
      clearInterval(timer)
      scrub.close()
      // A statement that still ran would lock the file once more, and the next feed would be refused.
      await disk.current().tables.backgroundEnded()
      disk.close()
      parts.onClosed()
    },
  })
  const scrub = startScrub({
    isIdle: log.isIdle,
    lastSeq: () => log.lastSeq,
    page: (seq, most) => disk.current().reader.pageAfter(seq, log.lastSeq, most),
    seal: (sums) => {
      if (disk.refusal() === null) disk.current().tables.seal(sums)
    },
    heads: (after, most) => checkHeads(disk.current().database, after, most),
    remakeHeads: () => {
      if (disk.refusal() === null) remakeHeads(disk.current().database)
    },
  })
  const timer = setInterval(() => {
    if (!log.isIdle()) return
    if (disk.barrier(true) !== null || disk.refusal() !== null) disk.retry(log.lastSeq)
  }, lookEveryMs)
  timer.unref()
  return { log, refusal: disk.refusal, scrub: scrub.state, setAside: disk.setAside }
}
