// Writes down what each edit of the floor file made of its metrics and goals: one record of the log for each version that
// changed any. Walls, recaps and the console tell of them.
import { z } from 'zod'
import { metricChanges } from '../../../shared/domain/metric-changes/metric-changes.ts'
import type { ChangeBook } from '../../../shared/domain/standing/change-book.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import { createZone } from '../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { MetricChange } from '../../../shared/wire/metric-changes.ts'
import type { Clock } from '../clock.ts'
import { fileOf, type ReadFloor, UnreadableFloor } from '../floor-file/floor-reader.ts'
import { type FloorEntry, type Log, type LogEntry, LogUnavailable } from '../store/log.ts'

const topic = 'metric-change'
const Body = z.object({ changes: z.array(MetricChange).min(1) })

/** So many versions that changed something are at hand; the log keeps all. */
const mostVersions = 1000
/** What a feed had no time to write before it ended, it writes when it starts again: versions younger than this. */
const catchUpMs = 48 * 3_600_000
const mostCaughtUp = 10

export interface MetricChangeDesk extends ChangeBook {
  /** By a version, or what took its place, listeners are told. */
  onChange(listener: () => void): void
  /** Waits for what is being written. */
  close(): Promise<void>
}

interface MetricChangeParts {
  readonly log: Pick<Log, 'appendRecords' | 'recordsOf' | 'recordUnder' | 'floorsBefore' | 'onCommit'>
  readonly readFloor: ReadFloor
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

export const openMetricChangeDesk = async (parts: MetricChangeParts): Promise<MetricChangeDesk> => {
  const { log, readFloor, clock, onError } = parts
  const byVersion = new Map<string, readonly MetricChange[]>()
  const listeners: (() => void)[] = []
  let all: readonly MetricChange[] | null = null
  let writing: Promise<void> = Promise.resolve()

  /** A body of another version of this program is nothing that this one can tell. */
  const put = (cause: string, body: unknown): boolean => {
    const { data } = Body.safeParse(body)
    if (data === undefined || byVersion.has(cause)) return false
    byVersion.set(cause, data.changes)
    all = null
    return true
  }
  for (const { cause, body } of (await log.recordsOf(topic, mostVersions)).toReversed()) put(cause, body)

  const read = (entry: FloorEntry): FloorFile | null => {
    try {
      return fileOf(readFloor(entry.text))
    } catch (error) {
      // Another version wrote it; whoever counts on it says so.
      if (error instanceof UnreadableFloor) return null
      throw error
    }
  }
  const recordOf = (before: FloorFile, after: FloorFile, { seq, at, by }: FloorEntry) => {
    const today = formatDay(createZone(after.floor.timeZone).dayAt(at))
    const changes = metricChanges(before, after, { version: seq, at, today })
    return changes.length === 0 ? [] : [{ topic, cause: `${seq}`, body: { changes }, at, by }]
  }
  type Records = ReturnType<typeof recordOf>
  const write = (records: Records): void => {
    if (records.length === 0) return
    writing = writing
      .then(async () => {
        const unwritten: Records = []
        for (const record of records)
          if ((await log.recordUnder(topic, record.cause)) === null) unwritten.push(record)
        if (unwritten.length > 0) await log.appendRecords(unwritten)
      })
      .catch((error) => {
        // It is written when the feed starts again.
        if (!(error instanceof LogUnavailable)) onError('changed metrics cannot be written down', error)
      })
  }

  let last: { readonly entry: FloorEntry; readonly file: FloorFile | null } | null = null
  const follow = (entry: FloorEntry): Records => {
    const before = last
    const file = read(entry)
    last = { entry, file: file ?? before?.file ?? null }
    return file && before?.file ? recordOf(before.file, file, entry) : []
  }

  const young = await log.floorsBefore(null, mostCaughtUp)
  const old = young.findIndex(({ at }) => at <= clock.now() - catchUpMs)
  const missed = (old === -1 ? young : young.slice(0, old + 1)).toReversed().flatMap(follow)

  log.onCommit((entries: readonly LogEntry[]) => {
    let isNew = false
    const records: Records = []
    for (const entry of entries) {
      if (entry.kind === 'floor') records.push(...follow(entry))
      if (entry.kind === 'record' && entry.topic === topic) isNew = put(entry.cause, entry.body) || isNew
    }
    write(records)
    if (isNew) for (const listener of listeners) listener()
  })
  write(missed)

  return {
    all: () => {
      all ??= [...byVersion.values()].flat().sort((a, b) => a.version - b.version)
      return all
    },
    onChange: (listener) => void listeners.push(listener),
    close: () => writing,
  }
}
