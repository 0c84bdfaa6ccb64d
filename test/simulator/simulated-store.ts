// A store on the simulated disk: the tables of a log in one file of groups, each whole or not there, and snapshots in
// another. What it reads it checks, so that a wrong bit is an error and never a wrong number.
import { crc32 } from 'node:zlib'
import { BadSetUp } from '../../main/feed/bad-set-up.ts'
import { floorKey, isFactKey } from '../../main/feed/store/entry-key.ts'
import type { Decide, FloorEntry, Log, LogEntry, RecordEntry } from '../../main/feed/store/log.ts'
import { type EntryRow, headOf } from '../../main/feed/store/pending-group.ts'
import type { Snapshot, SnapshotStore } from '../../main/feed/store/snapshots.ts'
import type { Store } from '../../main/feed/store/store.ts'
import type { StoreHealth } from '../../main/feed/store/store-health.ts'
import { CorruptLog, decodeValue } from '../../main/feed/store/stored-body.ts'
import { createTableLog, type LogTables } from '../../main/feed/store/table-log.ts'
import type { StoredFact } from '../../shared/domain/facts/stored-fact.ts'
import type { SimulatedDisk } from './simulated-disk.ts'

const logFile = 'log'
/** Says up to where the log was acknowledged: a bad group before that is damage, one after it was torn by a crash. */
const markFile = 'mark'
const snapshotFile = 'snapshot'

const groupHead = 16
const entryHead = 8
const magic = 0x464c4f47
/** As many as the port allows. */
const longestPage = 1000

interface OpenOptions {
  readonly salvage?: boolean
  /** Short pages make a reader of a short log give way as often as one of a long log. */
  readonly pageRows?: number
}

interface Place {
  readonly at: number
  readonly length: number
  readonly key: string
  readonly beforeSeq: number | null
  readonly isWithdrawn: boolean
}

const encodeEntry = ({ at, by, key, beforeSeq, body }: EntryRow): Buffer => {
  const text = Buffer.from(JSON.stringify([at, by, key, beforeSeq, body]))
  const head = Buffer.alloc(entryHead)
  head.writeUInt32BE(text.length, 0)
  head.writeUInt32BE(crc32(text), 4)
  return Buffer.concat([head, text])
}

/** Length and first entry are checked with the content. */
const encodeGroup = (rows: readonly EntryRow[], after: number): Buffer => {
  const content = Buffer.concat(rows.map(encodeEntry))
  const head = Buffer.alloc(groupHead)
  head.writeUInt32BE(magic, 0)
  head.writeUInt32BE(content.length, 4)
  head.writeUInt32BE(after, 8)
  head.writeUInt32BE(crc32(content, crc32(head.subarray(0, 12))), 12)
  return Buffer.concat([head, content])
}

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new CorruptLog('an entry has no text where it must')
  return value
}
const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new CorruptLog('an entry has no number where it must')
  return value
}

/** Throws `CorruptLog` where a bit is wrong. */
const readEntry = (bytes: Buffer, at: number): EntryRow & { readonly end: number } => {
  const start = at + entryHead
  const end = start + (start <= bytes.length ? bytes.readUInt32BE(at) : 0)
  if (end <= start || end > bytes.length) throw new CorruptLog('an entry is cut short')
  const content = bytes.subarray(start, end)
  if (crc32(content) !== bytes.readUInt32BE(at + 4)) throw new CorruptLog('an entry has a wrong bit')
  const read: unknown = JSON.parse(content.toString())
  if (!Array.isArray(read)) throw new CorruptLog('an entry is no list')
  const fields: readonly unknown[] = read
  const [receivedAt, by, key, beforeSeq, body] = fields
  return {
    at: number(receivedAt),
    by: text(by),
    key: text(key),
    beforeSeq: beforeSeq === null ? null : number(beforeSeq),
    body: body === null ? null : text(body),
    end,
  }
}

/** Where a whole group ends; null where there is none. */
const endOfGroup = (bytes: Buffer, at: number, after: number): number | null => {
  if (at + groupHead > bytes.length || bytes.readUInt32BE(at) !== magic) return null
  const end = at + groupHead + bytes.readUInt32BE(at + 4)
  if (end > bytes.length || bytes.readUInt32BE(at + 8) !== after) return null
  const sum = crc32(bytes.subarray(at + groupHead, end), crc32(bytes.subarray(at, at + 12)))
  return sum === bytes.readUInt32BE(at + 12) ? end : null
}

const encodeMark = (length: number): Buffer => {
  const mark = Buffer.alloc(8)
  mark.writeUInt32BE(length, 0)
  mark.writeUInt32BE(crc32(mark.subarray(0, 4)), 4)
  return mark
}
const readMark = (mark: Buffer): number => {
  if (mark.length === 0) return 0
  if (mark.length !== 8 || crc32(mark.subarray(0, 4)) !== mark.readUInt32BE(4))
    throw new BadSetUp('the mark of the log has a wrong bit')
  return mark.readUInt32BE(0)
}

/**
 * Throws `BadSetUp` where what was acknowledged is damaged or gone; with `salvage`, what can be read is the log from now
 * on.
 */
export const openSimulatedTables = (
  disk: SimulatedDisk,
  { salvage = false, pageRows = longestPage }: OpenOptions = {},
): LogTables => {
  const places: Place[] = []
  const heads = new Map<string, number>()
  let end = 0
  let factCount = 0

  const note = (place: Place): void => {
    places.push(place)
    const { key, isWithdrawn } = place
    factCount += isFactKey(key) ? Number(!isWithdrawn) - Number(heads.has(key)) : 0
    if (isWithdrawn) heads.delete(key)
    else heads.set(key, places.length)
  }
  const noteGroup = (bytes: Buffer, from: number, to: number): void => {
    for (let at = from; at < to; ) {
      const { end: next, key, beforeSeq, body } = readEntry(bytes, at)
      note({ at, length: next - at, key, beforeSeq, isWithdrawn: body === null })
      at = next
    }
  }
  const scan = (): void => {
    const acknowledged = readMark(disk.read(markFile))
    const bytes = disk.read(logFile)
    for (;;) {
      const next = endOfGroup(bytes, end, places.length)
      if (next === null) break
      noteGroup(bytes, end + groupHead, next)
      end = next
    }
    if (end < acknowledged && !salvage) throw new BadSetUp(`the log is damaged after entry ${places.length}`)
    if (end === acknowledged) return
    // What is served from now on must be as safe as what was acknowledged: a killed process may have left it unsynced.
    disk.sync(logFile)
    disk.replace(markFile, encodeMark(end))
  }
  scan()

  const place = (seq: number): Place => {
    const found = places[seq - 1]
    if (!found) throw new CorruptLog(`there is no entry ${seq}`)
    return found
  }
  const entryAt = (seq: number): EntryRow => readEntry(disk.read(logFile), place(seq).at)
  const storedAt = (seq: number): StoredFact | null => {
    const { key, body } = entryAt(seq)
    const value = decodeValue(key, body)
    return value.kind === 'fact' ? value.stored : null
  }
  const logEntry = (seq: number): LogEntry => {
    const { at, by, key, beforeSeq, body } = entryAt(seq)
    const value = decodeValue(key, body)
    if (value.kind !== 'fact') return { seq, at, by, ...value }
    return {
      kind: 'fact',
      seq,
      at,
      by,
      before: beforeSeq === null ? null : storedAt(beforeSeq),
      after: value.stored,
    }
  }
  const lastFloor = (): FloorEntry | null => {
    const seq = heads.get(floorKey)
    const entry = seq === undefined ? null : logEntry(seq)
    return entry?.kind === 'floor' ? entry : null
  }

  const write = (rows: readonly EntryRow[], after: number): void => {
    if (after !== places.length) throw new Error(`a group follows ${after}, the log ends at ${places.length}`)
    // As the database does: nothing can be new under a key that stands.
    const standing = new Map<string, boolean>()
    for (const { key, beforeSeq, body } of rows) {
      if (body !== null && beforeSeq === null && (standing.get(key) ?? heads.has(key)))
        throw new Error(`${key} stands already`)
      standing.set(key, body !== null)
    }
    const group = encodeGroup(rows, after)
    disk.write(logFile, end, group)
    disk.sync(logFile)
    disk.replace(markFile, encodeMark(end + group.length))
    noteGroup(disk.read(logFile), end + groupHead, end + group.length)
    end += group.length
  }

  return {
    identity: '00112233445566778899aabbccddeeff',
    lastSeq: places.length,
    factCount,
    floor: lastFloor(),
    heads: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const seq = heads.get(key)
          return seq === undefined ? [] : [[key, headOf(seq, decodeValue(key, entryAt(seq).body))] as const]
        }),
      ),
    pageAfter: (after, upTo) => {
      const last = Math.max(after, Math.min(after + pageRows, upTo, places.length))
      return {
        entries: Array.from({ length: last - after }, (_, index) => logEntry(after + index + 1)),
        last,
      }
    },
    floorsBefore: (before, most) => {
      const floors: FloorEntry[] = []
      for (let seq = Math.min(before - 1, places.length); seq > 0 && floors.length < most; seq -= 1) {
        const entry = place(seq).key === floorKey ? logEntry(seq) : null
        if (entry?.kind === 'floor') floors.push(entry)
      }
      return floors
    },
    recordsOf: (topic, most) => {
      const found: RecordEntry[] = []
      for (let seq = places.length; seq > 0 && found.length < most; seq -= 1) {
        const entry = place(seq).key.startsWith(`${topic}:`) ? logEntry(seq) : null
        if (entry?.kind === 'record' && heads.get(place(seq).key) === seq) found.push(entry)
      }
      return found
    },
    recordUnder: (key) => {
      const seq = heads.get(key)
      const entry = seq === undefined ? null : logEntry(seq)
      return entry?.kind === 'record' ? entry : null
    },
    factsBetween: (after, before, most) => {
      const keys = [...heads.keys()]
        .filter((key) => key > after && key < before)
        .sort()
        .slice(0, most)
      return {
        facts: keys.flatMap((key) => storedAt(heads.get(key) ?? 0) ?? []),
        last: keys.length < most ? null : (keys.at(-1) ?? null),
      }
    },
    // A wrong bit is found when the log is opened, or fails who reads it: nothing goes on without the entry.
    factsLost: () => 0,
    barrier: () => null,
    noteWrite: () => null,
    noteDurable: () => undefined,
    write,
    writeInBackground: (rows, after, finish) => {
      let ended = false
      const endWith = (work: () => void): void => {
        if (ended) return
        ended = true
        let refusal: unknown = null
        try {
          work()
        } catch (error) {
          refusal = error
        }
        finish(refusal)
      }
      // A thread of its own: it takes its time, and its end is heard in another turn.
      const background = setTimeout(() => endWith(() => write(rows, after)), 1 + Math.random() * 30)
      return {
        finish: () => {
          clearTimeout(background)
          endWith(() => write(rows, after))
        },
      }
    },
  }
}

const openSnapshots = (disk: SimulatedDisk, lastSeq: () => number): SnapshotStore => ({
  save: async ({ seq, bytes }) => {
    // Sometimes sooner than anything that is written after it was taken.
    if (Math.random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 20))
    const head = Buffer.alloc(8)
    head.writeUInt32BE(seq, 0)
    head.writeUInt32BE(crc32(bytes, crc32(head.subarray(0, 4))), 4)
    disk.replace(snapshotFile, Buffer.concat([head, bytes]))
  },
  load: async (): Promise<Snapshot | null> => {
    const whole = disk.read(snapshotFile)
    if (whole.length < 8) return null
    const [seq, bytes] = [whole.readUInt32BE(0), Buffer.from(whole.subarray(8))]
    const isWhole = crc32(bytes, crc32(whole.subarray(0, 4))) === whole.readUInt32BE(4)
    return isWhole && seq <= lastSeq() ? { seq, bytes } : null
  },
})

const healthOf = (disk: SimulatedDisk, log: Log): StoreHealth => ({
  refusal: () => (disk.health === 'good' ? null : `the disk is ${disk.health}`),
  damaged: () => [],
  setAside: () => [],
  checked: () => ({ checked: log.lastSeq, of: log.lastSeq }),
  onDamage: () => undefined,
})

/** Rejects with `BadSetUp`. */
export const openSimulatedStore = async (
  disk: SimulatedDisk,
  decide: Decide,
  options: OpenOptions = {},
): Promise<Store> => {
  const log = createTableLog({
    tables: openSimulatedTables(disk, options),
    closeTables: () => undefined,
    decide,
  })
  return { log, snapshots: openSnapshots(disk, () => log.lastSeq), health: healthOf(disk, log) }
}
