// What is asked of a floor's log in the database.
import { floorKey } from '../entry-key.ts'
import type { FloorEntry, LogEntry, RecordEntry } from '../log.ts'
import type { Head } from '../pending-group.ts'
import type { FactsPage } from '../table-log.ts'
import type { Asks, Row } from './postgres-database.ts'
import * as statements from './statements.ts'
import type { StoredEntries } from './stored-entries.ts'

/** Entries that are read in one go, as many as the port allows. */
const pageRows = 1000
/** Past every number that an entry has. */
const afterAll = Number.MAX_SAFE_INTEGER

export interface PostgresReader {
  heads(keys: readonly string[]): Promise<Map<string, Head>>
  /** The same of rows (key, seq, body) that are at hand. */
  headsIn(rows: readonly Row[]): Map<string, Head>
  /** At most a thousand of the entries after `seq` and up to `upTo`; `last`: the last that was looked at. */
  pageAfter(
    seq: number,
    upTo: number,
  ): Promise<{ readonly entries: readonly LogEntry[]; readonly last: number }>
  floorsBefore(before: number, most: number): Promise<readonly FloorEntry[]>
  recordsOf(topic: string, most: number): Promise<readonly RecordEntry[]>
  recordUnder(key: string): Promise<RecordEntry | null>
  factsBetween(after: string, before: string, most: number): Promise<FactsPage>
  lastFloor(): Promise<FloorEntry | null>
}

export const createPostgresReader = (
  database: Asks,
  floor: number,
  stored: StoredEntries,
): PostgresReader => {
  const floorsBefore: PostgresReader['floorsBefore'] = async (before, most) => {
    const rows = await database.ask(statements.floorsBefore, [floor, Math.min(before, afterAll), most])
    return rows.flatMap(stored.floor)
  }
  const headsIn: PostgresReader['headsIn'] = (rows) =>
    new Map(
      rows.map((row) => {
        const { key, head } = stored.head(row)
        return [key, head]
      }),
    )
  return {
    heads: async (keys) => headsIn(await database.ask(statements.headsOf, [floor, statements.joined(keys)])),
    headsIn,
    pageAfter: async (seq, upTo) => {
      const rows = await database.ask(statements.tail, [floor, seq, upTo, pageRows])
      const last = rows.length < pageRows ? upTo : Number(rows.at(-1)?.[0])
      return { entries: rows.flatMap((row) => stored.entry(row) ?? []), last }
    },
    floorsBefore,
    recordsOf: async (topic, most) => {
      // What follows a topic is a colon, and a semicolon is the character after it.
      const rows = await database.ask(statements.recordsBetween, [floor, `${topic}:`, `${topic};`, most])
      return rows.flatMap(stored.record)
    },
    recordUnder: async (key) => {
      const rows = await database.ask(statements.entryUnder, [floor, key])
      return rows.flatMap(stored.record)[0] ?? null
    },
    factsBetween: async (after, before, most) => {
      const rows = await database.ask(statements.factsBetween, [floor, after, before, most])
      const found = rows.map(stored.head)
      return {
        facts: found.flatMap(({ head }) => head.stored ?? []),
        last: found.length < most ? null : (found.at(-1)?.key ?? null),
      }
    },
    lastFloor: async () => {
      const rows = await database.ask(statements.entryUnder, [floor, floorKey])
      // Where that is damaged, the one before it.
      return rows.flatMap(stored.floor)[0] ?? (await floorsBefore(afterAll, 20))[0] ?? null
    },
  }
}
