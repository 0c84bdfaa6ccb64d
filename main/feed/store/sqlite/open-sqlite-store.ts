// The store of a feed on one machine: a data folder with an SQLite file in it.
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, systemClock } from '../../clock.ts'
import { type AcknowledgedMark, openAcknowledgedMark, readAcknowledged } from '../acknowledged-mark.ts'
import { createDamageRegister } from '../damage.ts'
import { openFileSnapshots, snapshotFile } from '../file-snapshots.ts'
import type { Decide } from '../log.ts'
import { setAside, setAsideIn } from '../set-aside.ts'
import type { Store } from '../store.ts'
import type { ObserveCommit } from '../table-log.ts'
import { hasRemains, refuseWithoutLog, salvageRemains } from './remains.ts'
import { cannotBeUsed, EmptyDatabase, isOutage } from './sqlite-database.ts'
import { openSqliteLog, type SqliteLog } from './sqlite-log.ts'

export interface SqliteStoreParts {
  /** The data folder; made when it is missing. */
  readonly folder: string
  readonly decide: Decide
  readonly observe?: ObserveCommit | undefined
  readonly clock?: Clock | undefined
}

const lookEveryMs = 5000

const lossWords = (ends: number, acknowledged: number): string =>
  `The log ends with entry ${ends}, although entry ${acknowledged} had been acknowledged: ${acknowledged - ends} entries are lost, or floor.db was put back from a backup. Let your sources send again what they sent since.`

/** Rejects with `BadSetUp` when the folder cannot be used, is in use, or holds a log of which nothing can be read. */
export const openSqliteStore = async (parts: SqliteStoreParts): Promise<Store> => {
  const { folder, decide, observe, clock = systemClock } = parts
  const file = join(folder, 'floor.db')
  const damage = createDamageRegister()
  const isEmpty = (): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0
  if (existsSync(folder) && isEmpty()) {
    if (hasRemains(file)) salvageRemains(file, clock.now())
    else refuseWithoutLog(folder)
  }

  const acknowledged = readAcknowledged(folder)
  let mark: AcknowledgedMark | null = null
  const open = (): SqliteLog =>
    openSqliteLog({
      file,
      decide,
      observe,
      damage,
      mayBeNew: !existsSync(folder) || !hasRemains(file),
      acknowledged: acknowledged?.seq ?? 0,
      onAcknowledged: (seq) => mark?.note(seq),
      onClosed: () => mark?.close(),
      now: clock.now,
    })
  let opened: SqliteLog
  try {
    opened = open()
  } catch (error) {
    if (isOutage(error)) throw cannotBeUsed(file, error)
    if (!(error instanceof EmptyDatabase)) throw error
    salvageRemains(file, clock.now())
    opened = open()
  }
  const { log, refusal, scrub } = opened
  mark = openAcknowledgedMark(folder, log.identity)
  if (refusal() === null) {
    if (acknowledged?.identity === log.identity && acknowledged.seq > log.lastSeq)
      setAside(folder, {
        copy: [snapshotFile],
        why: lossWords(log.lastSeq, acknowledged.seq),
        now: clock.now(),
      })
    if (log.lastSeq > 0) mark.note(log.lastSeq)
  }
  /** Looked at now and then, since whoever looks after the machine moves them away. */
  let aside = { list: setAsideIn(folder), at: performance.now() }
  const setAsideNow = (): typeof aside.list => {
    if (performance.now() - aside.at > lookEveryMs)
      aside = { list: setAsideIn(folder), at: performance.now() }
    return aside.list
  }
  return {
    log,
    snapshots: openFileSnapshots(join(folder, snapshotFile), log),
    health: {
      refusal,
      damaged: damage.list,
      setAside: setAsideNow,
      checked: scrub,
      onDamage: damage.onNew,
    },
  }
}
