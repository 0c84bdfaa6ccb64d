// Reads entries, and knows those that are damaged. A damaged entry counts nowhere: where its key can be trusted, nothing
// stands under that key until its source says it again; else the entry is passed over as if it had never come.
import Database from 'libsql'
import type { StoredFact } from '../../../../shared/domain/facts/stored-fact.ts'
import type { DamageRegister } from '../damage.ts'
import { floorKey, isFactKey, isWithdrawnKey } from '../entry-key.ts'
import { type EntryHeading, entrySum, isBodyWhole } from '../entry-sum.ts'
import type { FactEntry, FloorEntry, LogEntry, RecordEntry } from '../log.ts'
import { type Head, headOf } from '../pending-group.ts'
import type { FactsPage } from '../table-log.ts'
import { type FoundWithEarlier, pageSql, readPage } from './entry-page.ts'
import {
  bodyValue,
  type EntryReading,
  entryColumnCount,
  entryColumns,
  type FoundEntry,
  foundEntry,
  numberOf,
  readFound,
} from './found-entry.ts'
import { lastEntry } from './last-entry.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

export interface EntryPage {
  readonly entries: readonly LogEntry[]
  /** The last entry that was looked at. */
  readonly last: number
  /** Sound entries that are older than checksums, with what theirs are. */
  readonly unsealed: readonly { readonly seq: number; readonly sum: number }[]
}

export interface EntryReader {
  /** `upTo`: the last entry there is. At most `most` are looked at; no statement stays open afterwards. */
  pageAfter(seq: number, upTo: number, most: number): EntryPage
  /** What stands under these keys. */
  heads(keys: readonly string[]): Map<string, Head>
  /** The last floor that can be read. */
  floor(): FloorEntry | null
  /** Floors before the entry `before` that can be read, newest first. */
  floorsBefore(before: number, most: number): readonly FloorEntry[]
  /** Records of a topic that can be read, newest first. */
  recordsOf(topic: string, most: number): readonly RecordEntry[]
  /** The record under a key; null without one, and where it is damaged. */
  recordUnder(key: string): RecordEntry | null
  /** Facts that stand under keys after one and before another, in their order; at most `most` are looked at. */
  factsBetween(after: string, before: string, most: number): FactsPage
  /** The last entry. */
  lastSeq(): number
}

export interface EntryReaderParts {
  readonly database: SqliteDatabase
  readonly damage: DamageRegister
  /** A fact that stood was found to be damaged, so that it stands no more. */
  readonly onFactLost: () => void
  /** Pages of the file do not fit together. */
  readonly onTorn: () => void
}

/** Of the file itself: its pages do not fit together, so that a statement that comes upon them fails. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof Database.SqliteError && String(error.code).startsWith('SQLITE_CORRUPT')

const row = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Every query is read to its end: the binding's `get` leaves a statement open, and with it the lock on what it read. */
export const openEntryReader = (parts: EntryReaderParts): EntryReader => {
  const { database, damage, onFactLost, onTorn } = parts
  const prepare = (sql: string) => database.prepare<unknown[]>(sql).raw()
  const columns = entryColumns('entry')
  const joined = `SELECT ${columns}, CAST(earlier.sum AS INTEGER), earlier.key = entry.key, CAST(earlier.body AS BLOB)
     FROM entry LEFT JOIN entry AS earlier ON earlier.seq = entry.before_seq`
  const pageOf = prepare(pageSql)
  const after = prepare(`${joined} WHERE entry.seq > ? ORDER BY entry.seq LIMIT ?`)
  const joinedAt = prepare(`${joined} WHERE entry.seq = ?`)
  const at = prepare(`SELECT ${columns} FROM entry WHERE entry.seq = ?`)
  const lastBefore = prepare(
    `SELECT ${columns} FROM entry WHERE entry.key = ? AND entry.seq < ? ORDER BY entry.seq DESC LIMIT 1`,
  )
  const headUnder = prepare(
    `SELECT ?1, head.seq, ${columns} FROM head LEFT JOIN entry ON entry.seq = head.seq WHERE head.key = ?1`,
  )
  const headsOf = prepare(
    `SELECT wanted.value, head.seq, ${columns} FROM json_each(?) AS wanted
     CROSS JOIN head ON head.key = wanted.value LEFT JOIN entry ON entry.seq = head.seq`,
  )
  // A semicolon follows the colon that ends a topic.
  const recordsUnder = prepare(
    `SELECT ${columns} FROM head JOIN entry ON entry.seq = head.seq
     WHERE head.key >= ?1 || ':' AND head.key < ?1 || ';' ORDER BY head.seq DESC LIMIT ?2`,
  )
  const recordAt = prepare(
    `SELECT ${columns} FROM head JOIN entry ON entry.seq = head.seq WHERE head.key = ?`,
  )
  const factsUnder = prepare(
    `SELECT CAST(head.key AS BLOB), head.seq, ${columns} FROM head LEFT JOIN entry ON entry.seq = head.seq
     WHERE head.key > ? AND head.key < ? ORDER BY head.key LIMIT ?`,
  )
  const headSeqOf = prepare('SELECT head.seq FROM head WHERE head.key = ?')

  const oneOf = (statement: typeof at, ...values: readonly unknown[]): FoundEntry | null => {
    try {
      const [found] = statement.all(...values)
      return found === undefined ? null : foundEntry(row(found))
    } catch (error) {
      if (isCorrupt(error)) return null
      throw error
    }
  }

  const stands = ({ key, seq }: EntryHeading): boolean => numberOf(row(headSeqOf.all(key)[0])[0]) === seq
  const noteDamage = (heading: EntryHeading, reading: EntryReading): void => {
    const trusted = reading === 'bad-body'
    const isNew = damage.note({ seq: heading.seq, key: trusted ? heading.key : null })
    if (isNew && trusted && isFactKey(heading.key) && stands(heading)) onFactLost()
  }

  /** What stood under `key` up to the entry `seq`, which is known to be one of that key. */
  const stoodAt = (key: string, seq: number): StoredFact | null => {
    for (let entry = oneOf(at, seq); ; ) {
      const reading = entry === null ? 'bad-heading' : readFound(entry)
      const sameKey = entry?.heading.key === key
      if (sameKey && reading === 'bad-body') return null
      if (sameKey && typeof reading === 'object') return reading.kind === 'fact' ? reading.stored : null
      // Keys have no index of their own: this reads all that is before it, and only where an entry is damaged.
      const earlier: FoundEntry | null = oneOf(lastBefore, key, entry?.heading.seq ?? seq)
      if (earlier === null || earlier.heading.seq >= (entry?.heading.seq ?? seq)) return null
      entry = earlier
    }
  }

  const beforeOf = ({ found, earlier }: FoundWithEarlier): StoredFact | null => {
    const { key, beforeSeq } = found.heading
    if (beforeSeq === null) return null
    const { sum, sameKey, body } = earlier
    if (sameKey && (sum === null || isBodyWhole(sum, body))) {
      const value = bodyValue(key, body)
      if (value?.kind === 'fact') return value.stored
    }
    return stoodAt(key, beforeSeq)
  }

  const entryOf = (each: FoundWithEarlier, reading: EntryReading) => {
    const { seq, at, by, key } = each.found.heading
    if (reading === 'bad-heading' || (reading === 'bad-body' && !isFactKey(key))) return null
    if (reading !== 'bad-body' && reading.kind !== 'fact') return { seq, at, by, ...reading }
    const stored = reading === 'bad-body' ? null : reading.stored
    // Written out: a spread here would cost as much as all the rest of reading an entry.
    const entry: FactEntry = { kind: 'fact', seq, at, by, before: beforeOf(each), after: stored }
    return entry
  }

  /** Where pages of the file do not fit together: each entry is asked for by itself. */
  const oneByOne = (seq: number, last: number): unknown[] => {
    const found: unknown[] = []
    for (let next = seq + 1; next <= last; next += 1) {
      try {
        found.push(...joinedAt.all(next))
      } catch (error) {
        if (!isCorrupt(error)) throw error
      }
    }
    return found
  }

  const withEarlier = (value: unknown): FoundWithEarlier => {
    const columns = row(value)
    const [sum, sameKey, body] = columns.slice(entryColumnCount)
    const earlier = {
      sum: typeof sum === 'number' ? sum : null,
      sameKey: sameKey === 1,
      body: Buffer.isBuffer(body) ? body : null,
    }
    return { found: foundEntry(columns), earlier }
  }
  const rowsAfter = (seq: number, end: number, most: number): readonly FoundWithEarlier[] => {
    try {
      const page = row(pageOf.all(seq, most)[0])[0]
      const found = Buffer.isBuffer(page) ? readPage(page) : []
      return found ?? after.all(seq, most).map(withEarlier)
    } catch (error) {
      if (!isCorrupt(error)) throw error
      onTorn()
      return oneByOne(seq, end).map(withEarlier)
    }
  }

  const pageAfter = (seq: number, upTo: number, most: number): EntryPage => {
    const end = Math.min(upTo, seq + most)
    const entries: LogEntry[] = []
    const unsealed: { seq: number; sum: number }[] = []
    let last = seq
    const noteMissing = (next: number): void => {
      for (let missing = last + 1; missing < next; missing += 1) damage.note({ seq: missing, key: null })
    }
    for (const each of rowsAfter(seq, end, most)) {
      const { found } = each
      if (found.heading.seq > end) break
      noteMissing(found.heading.seq)
      last = found.heading.seq
      const reading = readFound(found)
      if (typeof reading === 'string') noteDamage(found.heading, reading)
      else if (found.heading.beforeSeq !== null) damage.noteReplaced(found.heading.beforeSeq)
      if (typeof reading === 'object' && found.sum === null)
        unsealed.push({ seq: last, sum: entrySum(found.heading, found.body?.toString('utf8') ?? null) })
      const entry = entryOf(each, reading)
      if (entry) entries.push(entry)
    }
    if (last < end) noteMissing(end + 1)
    return { entries, last: end, unsealed }
  }

  const headFrom = (columns: readonly unknown[]): { key: string; head: Head } => {
    const [key, seq] = [String(columns[0]), numberOf(columns[1])]
    // Nothing more is asked of a floor or of any other record.
    if (!isFactKey(key) && !isWithdrawnKey(key)) return { key, head: { seq, stored: null, withdrawn: null } }
    const found = columns[2] === null ? null : foundEntry(columns.slice(2))
    const reading = found === null ? 'bad-heading' : readFound(found)
    if (typeof reading === 'object' && found?.heading.key === key) return { key, head: headOf(seq, reading) }
    noteDamage(
      found?.heading.key === key ? found.heading : { seq, key, at: 0, by: '', beforeSeq: null },
      reading,
    )
    return { key, head: { seq, stored: stoodAt(key, seq), withdrawn: null } }
  }

  /** Null, and noted, where it is damaged. */
  const floorFrom = (found: FoundEntry): FloorEntry | null => {
    const reading = readFound(found)
    if (typeof reading === 'string') noteDamage(found.heading, reading)
    else if (reading.kind === 'floor')
      return { seq: found.heading.seq, at: found.heading.at, by: found.heading.by, ...reading }
    return null
  }
  const lastFloor = (): FoundEntry | null => {
    const [head] = headSeqOf.all(floorKey)
    const found = head === undefined ? null : oneOf(at, numberOf(row(head)[0]))
    return found ?? oneOf(lastBefore, floorKey, Number.MAX_SAFE_INTEGER)
  }
  /** Each floor names the one before it; where that cannot be trusted, every entry is looked at. */
  const floorBefore = (found: FoundEntry): FoundEntry | null => {
    const { seq, beforeSeq } = found.heading
    if (seq <= 1) return null
    const named = beforeSeq === null || beforeSeq >= seq ? null : oneOf(at, beforeSeq)
    const isNamed = named?.heading.key === floorKey && readFound(found) !== 'bad-heading'
    return isNamed ? named : oneOf(lastBefore, floorKey, seq)
  }

  const floor = (): FloorEntry | null => {
    for (let found = lastFloor(); found !== null; found = floorBefore(found)) {
      const read = floorFrom(found)
      if (read !== null) return read
    }
    return null
  }

  const floorsBefore = (before: number, most: number): readonly FloorEntry[] => {
    const floors: FloorEntry[] = []
    const known = Number.isFinite(before) ? oneOf(at, before) : null
    let found = known?.heading.key === floorKey ? known : lastFloor()
    while (found !== null && found.heading.seq >= before) found = floorBefore(found)
    for (; found !== null && floors.length < most; found = floorBefore(found)) {
      const read = floorFrom(found)
      if (read !== null) floors.push(read)
    }
    return floors
  }

  const recordFrom = (found: FoundEntry): RecordEntry[] => {
    const reading = readFound(found)
    const { seq, at, by } = found.heading
    if (typeof reading === 'string') noteDamage(found.heading, reading)
    else if (reading.kind === 'record') return [{ seq, at, by, ...reading }]
    return []
  }

  return {
    pageAfter,
    heads: (keys) => {
      const rows = keys.length === 1 ? headUnder.all(keys[0]) : headsOf.all(JSON.stringify(keys))
      return new Map(
        rows.map((each) => {
          const { key, head } = headFrom(row(each))
          return [key, head]
        }),
      )
    },
    floor,
    floorsBefore,
    recordsOf: (topic, most) =>
      recordsUnder.all(topic, most).flatMap((each) => recordFrom(foundEntry(row(each)))),
    recordUnder: (key) => {
      const [found] = recordAt.all(key)
      return found === undefined ? null : (recordFrom(foundEntry(row(found)))[0] ?? null)
    },
    factsBetween: (after, before, most) => {
      const found = factsUnder.all(after, before, most).map((each) => {
        const [key, ...rest] = row(each)
        return headFrom([Buffer.isBuffer(key) ? key.toString('utf8') : '', ...rest])
      })
      return {
        facts: found.flatMap(({ head }) => head.stored ?? []),
        last: found.length < most ? null : (found.at(-1)?.key ?? null),
      }
    },
    lastSeq: () => lastEntry(database).seq,
  }
}
