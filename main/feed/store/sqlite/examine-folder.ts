// What a data folder is like, looked at from outside: nothing in it is changed, and the log is read from a copy.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { readAcknowledged } from '../acknowledged-mark.ts'
import { createDamageRegister } from '../damage.ts'
import { isSnapshotOf, snapshotFile } from '../file-snapshots.ts'
import { setAsideIn } from '../set-aside.ts'
import { openEntryReader } from './entry-reader.ts'
import { readWalOf } from './mend-wal.ts'
import { copyForReading } from './reading-copy.ts'
import { hasRemains } from './remains.ts'
import { openSqliteDatabase, pragma } from './sqlite-database.ts'
import { openTables } from './sqlite-tables.ts'

export interface Finding {
  readonly about: 'folder' | 'space' | 'set-aside' | 'log' | 'write-ahead-log' | 'entries' | 'snapshot'
  readonly good: boolean
  /** A sentence or two: what is so, and what it means. */
  readonly says: string
  /** What to do; only where it is not good. */
  readonly todo?: string
}

export interface Examination {
  readonly findings: readonly Finding[]
  /** A feed has the log open, so that only it can say how that is. */
  readonly inUse: boolean
}

const good = (about: Finding['about'], says: string): Finding => ({ about, good: true, says })
const bad = (about: Finding['about'], says: string, todo: string): Finding => ({
  about,
  good: false,
  says,
  todo,
})

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

/** Less than a day of a busy floor and its snapshot. */
const leastFree = 50_000_000

const examineAccess = (folder: string): Finding => {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return good('folder', `The data folder ${folder} can be read and written.`)
  } catch (error) {
    return bad(
      'folder',
      `The data folder ${folder} cannot be written: ${words(error)}. A feed on it shows what is there and refuses facts.`,
      'Let this account write there, or have the disk take writes again.',
    )
  }
}

const examineSpace = (folder: string): Finding => {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  return free >= leastFree
    ? good('space', `The disk has ${megabytes(free)} left.`)
    : bad(
        'space',
        `The disk has only ${megabytes(free)} left. A full one makes the feed refuse facts; the walls go on.`,
        'Make room on it.',
      )
}

const examineSetAside = (folder: string): readonly Finding[] =>
  setAsideIn(folder).map(({ name, why }) =>
    bad('set-aside', `${name}: ${why}`, `Once you need it no more, move ${join(folder, name)} away.`),
  )

/** Whether another process has it open. Nothing is written by asking. */
const isInUse = (file: string): boolean => {
  const database = new Database(`${pathToFileURL(file).href}?mode=ro`)
  try {
    pragma(database, 'user_version')
    return false
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    return String(error.code).startsWith('SQLITE_BUSY')
  } finally {
    database.close()
  }
}

/** Asked of its header: a connection would read the write-ahead log, and keep its lock for a while. */
const pageSizeOf = (file: string): number => {
  const head = Buffer.alloc(18)
  const handle = openSync(file, 'r')
  readSync(handle, head, 0, head.length, 0)
  closeSync(handle)
  const size = head.readUInt16BE(16)
  return size >= 512 && (size & (size - 1)) === 0 ? size : 4096
}

const examineWal = (copied: string): Finding => {
  const wal = readWalOf(copied, pageSizeOf(copied))
  if (wal === null || wal.soundFrames <= wal.readFrames)
    return good('write-ahead-log', 'The write-ahead log is whole as far as it goes.')
  return bad(
    'write-ahead-log',
    `The write-ahead log is damaged: after ${wal.readFrames} pages one is not as it was written, and commits follow it.`,
    'Start the feed: it sets a copy aside and mends the log.',
  )
}

const namesOf = (damaged: readonly { readonly seq: number; readonly key: string | null }[]): string => {
  const named = damaged
    .slice(0, 10)
    .map(({ seq, key }) => (key === null ? `entry ${seq}` : `entry ${seq} (${key})`))
  return (
    named.join(', ') + (damaged.length > named.length ? ` and ${damaged.length - named.length} more` : '')
  )
}

const examineLog = (folder: string, copied: string): readonly Finding[] => {
  const { database } = openSqliteDatabase(copied)
  const check = pragma(database, 'quick_check')
  const damage = createDamageRegister()
  const reader = openEntryReader({ database, damage, onFactLost: () => undefined, onTorn: () => undefined })
  const { identity, factCount } = openTables(database)
  const lastSeq = reader.lastSeq()
  for (let seq = 0; seq < lastSeq; ) seq = reader.pageAfter(seq, lastSeq, 1000).last
  const floor = reader.floor()
  database.close()

  const damaged = damage.list().filter(({ sentAgain }) => !sentAgain)
  const healed = damage.list().length - damaged.length
  const acknowledged = readAcknowledged(folder)
  const lost = acknowledged?.identity === identity ? acknowledged.seq - lastSeq : 0
  const structure =
    check === 'ok' && floor !== null
      ? good('log', `The log floor.db has ${lastSeq} entries and ${factCount} facts; its pages fit together.`)
      : bad(
          'log',
          floor === null
            ? 'No floor file can be read in the log floor.db.'
            : `The pages of the log floor.db do not fit together: ${String(check)}.`,
          'Restore floor.db from a backup, with the feed stopped.',
        )
  const entries =
    damaged.length === 0
      ? good(
          'entries',
          healed === 0
            ? 'Every entry is as it was written.'
            : `Of the entries that were damaged (${healed}) all were sent again; the others are as they were written.`,
        )
      : bad(
          'entries',
          `${damaged.length === 1 ? '1 entry is damaged and counts' : `${damaged.length} entries are damaged and count`} nowhere, so that figures have a gap: ${namesOf(damaged)}.`,
          'Let their sources send these facts again, or restore floor.db from a backup.',
        )
  const loss =
    lost > 0
      ? [
          bad(
            'entries',
            `The log ends with entry ${lastSeq}, although entry ${acknowledged?.seq} had been acknowledged.`,
            'Start the feed, which may find more in the write-ahead log; then let your sources send again what is missing.',
          ),
        ]
      : []
  const snapshot = join(folder, snapshotFile)
  const kept = !existsSync(snapshot)
    ? good('snapshot', 'There is no snapshot: the next start counts the whole log.')
    : isSnapshotOf(readFileSync(snapshot), { identity, lastSeq })
      ? good('snapshot', 'The snapshot is whole and belongs to this log.')
      : bad(
          'snapshot',
          'The snapshot is damaged or belongs to another log. It only saves time: nothing is missing.',
          'Start the feed: it counts the whole log and writes a new one.',
        )
  return [structure, entries, ...loss, kept]
}

/** Throws nothing for a folder that is merely in a bad way. */
export const examineFolder = (folder: string): Examination => {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) {
    const says = `There is no data folder ${folder}.`
    return {
      findings: [bad('folder', says, 'Name the folder that the feed was started with.')],
      inUse: false,
    }
  }
  const about = [examineAccess(folder), examineSpace(folder), ...examineSetAside(folder)]
  const file = join(folder, 'floor.db')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    const log = hasRemains(file)
      ? bad(
          'log',
          'The log floor.db is missing or empty beside what an earlier one left.',
          'Put floor.db back from a backup, with floor.db-wal moved away; or start the feed, which makes it anew where it can.',
        )
      : good('log', 'No feed has used this folder yet.')
    return { findings: [...about, log], inUse: false }
  }
  try {
    if (isInUse(file)) return { findings: about, inUse: true }
    const copy = copyForReading(file)
    try {
      return { findings: [...about, examineWal(copy.file), ...examineLog(folder, copy.file)], inUse: false }
    } finally {
      copy.remove()
    }
  } catch (error) {
    const log = bad(
      'log',
      `The log floor.db cannot be read: ${words(error)}.`,
      'Restore floor.db from a backup.',
    )
    return { findings: [...about, log], inUse: false }
  }
}
