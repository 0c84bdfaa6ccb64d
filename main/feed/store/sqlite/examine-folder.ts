// What a data folder is like, looked at from outside: nothing in it is changed, and the log is read from a copy.
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { readAcknowledged } from '../acknowledged-mark.ts'
import { createDamageRegister } from '../damage.ts'
import { examineAccess, mayRead } from '../examine-access.ts'
import { isSnapshotOf, snapshotFile } from '../file-snapshots.ts'
import { bad, type Finding, good } from '../finding.ts'
import { setAsideIn } from '../set-aside.ts'
import { openEntryReader } from './entry-reader.ts'
import { readWalOf } from './mend-wal.ts'
import { copyForReading } from './reading-copy.ts'
import { hasRemains } from './remains.ts'
import { fileFault, openSqliteDatabase, pragma } from './sqlite-database.ts'
import { openTables } from './sqlite-tables.ts'

export interface Examination {
  readonly findings: readonly Finding[]
  /** A feed has the log open, so that only it can say how that is. */
  readonly inUse: boolean
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

/** Less than a day of a busy floor and its snapshot. */
const leastFree = 50_000_000

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

const sizeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.size ?? null

/**
 * Whether another process has it open. SQLite makes files to ask that. What it made goes again: left behind by root, it
 * would be closed to the account that runs the feed.
 */
const isInUse = (file: string): boolean => {
  const made = [`${file}-shm`, `${file}-wal`].filter((each) => sizeOf(each) === null)
  const inUse = isLocked(file)
  if (!inUse)
    for (const each of made) if (each.endsWith('-shm') || sizeOf(each) === 0) rmSync(each, { force: true })
  return inUse
}

const isLocked = (file: string): boolean => {
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
            ? `No floor file can be read in the log floor.db${acknowledged === null ? '' : `, of which ${acknowledged.seq} entries had been acknowledged`}.`
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
  return [structure, entries, ...loss, ...examineSnapshot(join(folder, snapshotFile), { identity, lastSeq })]
}

const examineSnapshot = (file: string, log: Parameters<typeof isSnapshotOf>[1]): readonly Finding[] => {
  if (!existsSync(file))
    return [good('snapshot', 'There is no snapshot: the next start counts the whole log.')]
  // One that is closed to this account is named with the other files.
  if (!mayRead(file)) return []
  return [
    isSnapshotOf(readFileSync(file), log)
      ? good('snapshot', 'The snapshot is whole and belongs to this log.')
      : bad(
          'snapshot',
          'The snapshot is damaged or belongs to another log. It only saves time: nothing is missing.',
          'Start the feed: it counts the whole log and writes a new one.',
        ),
  ]
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
  const access = examineAccess(folder)
  if (!access.readable) return { findings: access.findings, inUse: false }
  const about = [...access.findings, examineSpace(folder), ...examineSetAside(folder)]
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
      `The log floor.db cannot be read: ${fileFault(error)}.`,
      'Restore floor.db from a backup, with the feed stopped. Nothing was changed.',
    )
    return { findings: [...about, log], inUse: false }
  }
}
