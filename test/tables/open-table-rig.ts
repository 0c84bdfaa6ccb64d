// A table on a real floor, log and store, with a clock that tests turn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SecretStore } from '../../main/feed/store/secrets.ts'
import { openSqliteConnectorStore } from '../../main/feed/store/sqlite/sqlite-connector-store.ts'
import { createFetchFile } from '../../main/feed/tables/fetch-file.ts'
import type { OpenDatabase } from '../../main/feed/tables/sql/database.ts'
import { openTableDesk, type TableDesk, tableFolders } from '../../main/feed/tables/table-desk.ts'
import { createTurns } from '../../main/feed/turns.ts'
import type { Fact } from '../../shared/wire/fact.ts'
import type { TableHealth } from '../../shared/wire/tables.ts'
import { type CelebratingFloor, openCelebratingFloor } from '../floors/open-celebrating-floor.ts'
import { type TestClock, testClock } from '../floors/open-test-floor.ts'

/** `from`: as the floor file has it, in one line. */
export const floorWithTable = (from: string, mapping = dealMapping, more = ''): string => `
floor: { name: Small floor, timeZone: America/New_York, currency: USD, rates: [{ currency: EUR, from: 2020-01-01, rate: 1.1 }] }
people:
  - { id: priya, name: Priya Raman, aliases: [priya@northwind.test] }
  - { id: marcus, name: Marcus Oyelaran, aliases: [marcus@northwind.test] }
metrics:
  - { id: revenue, name: Revenue, objective: How much?, indicator: output, question: results, unit: money,
      of: { from: deal, where: [{ field: status, is: won }], date: closedAt, measure: { sum: amount } } }
boards: [{ id: wins, title: Wins, kind: leaderboard, metric: revenue, window: month }]
playlists: [{ id: all, name: All, items: [{ board: wins }] }]
screens: [{ id: wall, name: Wall, playlist: all }]
celebrations: [{ id: big, name: Big deal, on: { over: 0.01 }, seconds: 6 }]
tables:
  - { id: sheet, name: Team sheet, from: ${from}, mapping: ${mapping}${more} }
`

/** Of the tables of these tests. */
export const dealMapping = `{ type: deal, id: Id, credits: [{ rep: Owner }], fields: {
      status: { column: Stage, values: { won: Won, lost: Lost, open: Open } },
      name: Name, amount: Amount, closedAt: Closed } }`

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${[['Id', 'Name', 'Owner', 'Stage', 'Amount', 'Closed'], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`

/** One that was won at ten this morning. */
export const wonRow = (id: string, amount = '100', closed = '2026-11-20T10:00:00'): string[] => [
  id,
  `Deal ${id}`,
  'priya@northwind.test',
  'Won',
  amount,
  closed,
]

export const memorySecrets = (entries: Readonly<Record<string, string>> = {}): SecretStore => {
  const kept = new Map(Object.entries(entries))
  return {
    get: (name) => kept.get(name) ?? null,
    names: () => [...kept.keys()].sort(),
    set: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  }
}

export interface TableRig {
  readonly clock: TestClock
  readonly floor: CelebratingFloor
  readonly desk: TableDesk
  /** In which folders of tables lie. */
  readonly base: string
  readonly errors: string[]
  /** Of the one table. */
  readonly health: TableHealth
  /** By fact id. */
  facts(): ReadonlyMap<string, Fact>
  celebrated(): string[]
  /** Facts that were written or withdrawn so far; what is celebrated of them comes into the log whenever it does. */
  written(): number
  /** Looks once more after that time. */
  after(ms: number): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

const noDatabase: OpenDatabase = () => Promise.reject(new Error('no database'))

export const openTableRig = async (
  text: string,
  more: {
    readonly secrets?: SecretStore
    readonly openDatabase?: OpenDatabase
    /** Of files, by the machine's clock. */
    readonly fileNow?: () => number
  } = {},
): Promise<TableRig> => {
  const clock = testClock('2026-11-20T15:30:00Z')
  const dataDir = mkdtempSync(join(tmpdir(), 'floorboard-tables-'))
  const { base, folder } = tableFolders(dataDir)
  const errors: string[] = []
  const floor = await openCelebratingFloor(clock, text)
  let written = 0
  const standing = new Map<string, Fact>()
  floor.log.onCommit((entries) => {
    written += entries.filter(({ kind }) => kind === 'fact').length
    for (const entry of entries) {
      if (entry.kind !== 'fact' || (entry.after ?? entry.before)?.fact.source !== 'sheet') continue
      if (entry.after !== null) standing.set(entry.after.fact.id, entry.after.fact)
      else standing.delete(entry.before?.fact.id ?? '')
    }
  })
  const openDesk = (): TableDesk =>
    openTableDesk({
      floor: floor.floor,
      log: floor.log,
      store: openSqliteConnectorStore({
        file: join(dataDir, 'connectors.db'),
        onDamage: (aside) => errors.push(aside),
      }),
      secrets: more.secrets ?? memorySecrets(),
      fetchFile: createFetchFile({ allowLocal: true, patienceMs: 5000, mostBytes: 4_000_000 }),
      openDatabase: more.openDatabase ?? noDatabase,
      base,
      folder,
      clock,
      fileNow: more.fileNow ?? (() => Date.now() + 60_000),
      turns: createTurns(),
      random: () => 0.5,
      onError: (what, error) => errors.push(`${what}: ${error}`),
    })
  let desk = openDesk()
  return {
    clock,
    floor,
    base,
    errors,
    get desk() {
      return desk
    },
    get health() {
      const [found] = desk.answer().tables
      if (found === undefined) throw new Error('no table')
      return found
    },
    facts: () => new Map([...standing].sort(([one], [other]) => (one < other ? -1 : 1))),
    celebrated: () => floor.told.flatMap((each) => ('celebrate' in each ? [each.celebrate.id] : [])),
    written: () => written,
    after: async (ms) => {
      clock.forward(ms)
      await desk.run()
    },
    restart: async () => {
      await desk.close()
      desk = openDesk()
    },
    close: async () => {
      await desk.close()
      await floor.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
