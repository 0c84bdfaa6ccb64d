// The floor's tables: one runner for each that the floor file names, made anew when its entry, its password or the floor's own
// settings change; and what can be known of a table before it is in the file.
import { join } from 'node:path'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { TableFrom, TableSource } from '../../../shared/wire/table.ts'
import type {
  TableAction,
  TableDifference,
  TablesAnswer,
  TriedTable,
  TryTable,
} from '../../../shared/wire/tables.ts'
import type { Clock } from '../clock.ts'
import { createRunnerSet } from '../connectors/runner-set.ts'
import { inWords, SourceTrouble } from '../connectors/source-trouble.ts'
import { namesWithout } from '../connectors/won-difference.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ConnectorStore } from '../store/connector-store.ts'
import type { Log } from '../store/log.ts'
import type { SecretStore } from '../store/secrets.ts'
import type { Turns } from '../turns.ts'
import { createAddressReader } from './address-reader.ts'
import type { FetchFile } from './fetch-file.ts'
import { createFolderReader } from './folder-reader.ts'
import { readRows } from './read-rows.ts'
import type { OpenDatabase } from './sql/database.ts'
import { createQueryReader } from './sql/query-reader.ts'
import type { TableReader, TableReading } from './table.ts'
import { tableMapping } from './table-mapping.ts'
import { createTableRunner, storeKey, type TableRunner } from './table-runner.ts'
import { countsIn, createTally, type LabelledPeriod, monthSoFar } from './totals.ts'
import { columnsOf, nothingTried, tryRows } from './try-table.ts'

export interface TableDesk {
  answer(): TablesAnswer
  /** Reads a table and says what it would become. Keeps nothing. */
  tryOut(asked: TryTable): Promise<TriedTable>
  /** Durable once it resolves. */
  setPassword(id: string, password: string): Promise<void>
  /** False where none was kept. */
  removePassword(id: string): Promise<boolean>
  /** False where there is no such table. */
  act(id: string, action: TableAction): Promise<boolean>
  /** Null where there is none of that name that could be read. Rejects with `SourceTrouble`. */
  difference(id: string): Promise<TableDifference | null>
  /** Does all that is due; by itself each second. */
  run(): Promise<void>
  close(): Promise<void>
}

export interface TableDeskParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers' | 'current'>
  readonly log: Pick<Log, 'identity' | 'lastSeq' | 'standing' | 'factsOf'>
  readonly store: ConnectorStore
  readonly secrets: SecretStore
  readonly fetchFile: FetchFile
  readonly openDatabase: OpenDatabase
  /** In which folders of tables lie. */
  readonly base: string
  /** For what is read at the moment. */
  readonly folder: string
  readonly clock: Clock
  /** Epoch ms, as the times of files are. */
  readonly fileNow: () => number
  readonly turns: Turns
  readonly random: () => number
  readonly onError: (what: string, error: unknown) => void
}

const secretOf = (id: string): string => `table:${id}`
/** While somebody tries one mapping after another, the table is not fetched each time. */
const triedForMs = 60_000

/** Without what may be a secret in it. */
const placeOf = (from: TableFrom): string => {
  if (from.kind === 'address') return new URL(from.address).hostname
  if (from.kind === 'folder') return `${from.folder}/${from.files}`
  return `${from.database} · ${from.host}`
}

export const openTableDesk = (parts: TableDeskParts): TableDesk => {
  const { floor, log, secrets, store, clock, turns, folder } = parts
  const now = (): number => clock.now()
  let passwords = 0

  const readerOf = (from: TableFrom, password: string | null): TableReader | null => {
    switch (from.kind) {
      case 'address':
        return createAddressReader({ from, fetchFile: parts.fetchFile, folder })
      case 'folder':
        return createFolderReader({ from, base: parts.base, folder, now: parts.fileNow })
      default:
        return password === null
          ? null
          : createQueryReader({ from, password, openDatabase: parts.openDatabase })
    }
  }
  const floorSettings = (): { readonly currency: string; readonly timeZone: string } =>
    floor.current().file.floor

  const mappingOf = ({ mapping, source, id }: Pick<TableSource, 'mapping' | 'source' | 'id'>) =>
    tableMapping({ mapping, source: source ?? id, floor: floorSettings() })

  const startRunner = (table: TableSource): TableRunner => {
    const { model } = floor.numbers()
    const mapping = mappingOf(table)
    return createTableRunner({
      table,
      place: placeOf(table.from),
      mapping,
      reader: readerOf(table.from, secrets.get(secretOf(table.id))),
      floor,
      log,
      store,
      zone: model.zone(table.mapping.timeZone ?? floorSettings().timeZone),
      clock,
      turns,
      random: parts.random,
      onError: parts.onError,
    })
  }

  const runners = createRunnerSet<TableSource, TableRunner>({
    state: () => `${floor.current().version} ${passwords}`,
    entries: () => {
      const { file } = floor.current()
      const { currency, timeZone } = file.floor
      return file.tables.map((entry) => ({
        entry,
        madeOf: JSON.stringify([entry, currency, timeZone, passwords]),
      }))
    },
    start: startRunner,
    forget: (id) => store.remove(storeKey(id)),
    onError: (error) => parts.onError('the tables cannot be read at the moment', error),
  })

  const month = (): LabelledPeriod => monthSoFar(floor.numbers().model, now())

  /** The last one that was tried, with what it is of. */
  let last: { readonly of: string; readonly reading: TableReading; readonly until: number } | null = null
  const forgetLast = async (): Promise<void> => {
    const { reading } = last ?? {}
    last = null
    await reading?.close()
  }
  const readingFor = async (reader: TableReader, of: string): Promise<TableReading | null> => {
    if (last?.of === of && now() < last.until) return last.reading
    await forgetLast()
    const reading = await reader.read(null, true)
    if (reading !== null) last = { of, reading, until: now() + triedForMs }
    return reading
  }

  const tryNow = async ({ table, password: given }: TryTable): Promise<TriedTable> => {
    const password = given ?? secrets.get(secretOf(table.id))
    const reader = readerOf(table.from, password)
    if (reader === null) return { ...nothingTried, trouble: 'No password is kept for it: type it.' }
    let tried = nothingTried
    try {
      const reading = await readingFor(reader, JSON.stringify([table.from, password]))
      if (reading === null)
        return {
          ...tried,
          trouble: 'A file is being written at the moment: try again once it is there as a whole.',
        }
      tried = { ...tried, advice: [...(await reader.advice())], columns: [...(await columnsOf(reading))] }
      const { mapping } = table
      if (mapping === undefined) return tried
      const means = mappingOf({ ...table, mapping })
      if (typeof means === 'string') return { ...tried, trouble: `${means}.` }
      const { model } = floor.numbers()
      const { find } = model.roster
      return { ...tried, ...(await tryRows(reading, means, { floor, find, period: month(), turns })) }
    } catch (error) {
      if (error instanceof SourceTrouble) return { ...tried, trouble: inWords(error) }
      throw error
    }
  }
  let trying: Promise<unknown> = Promise.resolve()

  return {
    answer: () => ({
      folder: parts.base,
      tables: floor.current().file.tables.flatMap(({ id }) => runners.get(id)?.health() ?? []),
    }),
    tryOut: (asked) => {
      const tried = trying.catch(() => undefined).then(() => tryNow(asked))
      trying = tried
      return tried
    },
    setPassword: async (id, password) => {
      await secrets.set(secretOf(id), password)
      passwords += 1
    },
    removePassword: async (id) => {
      if (!secrets.names().includes(secretOf(id))) return false
      await secrets.remove(secretOf(id))
      passwords += 1
      await runners.sync()
      return true
    },
    act: async (id, action) => {
      await runners.sync()
      const known = runners.get(id)
      if (known === undefined) return false
      known.act(action.do)
      return true
    },
    difference: async (id) => {
      const table = floor.current().file.tables.find((each) => each.id === id)
      const reader = table && readerOf(table.from, secrets.get(secretOf(id)))
      const mapping = table && mappingOf(table)
      if (!table || !reader || !mapping) return null
      if (typeof mapping === 'string') throw new SourceTrouble('rights', `${mapping}.`)
      const period = month()
      const reading = await reader.read(null, true)
      if (reading === null)
        throw new SourceTrouble('away', 'A file is being written at the moment: try again in a minute.')
      const theirs = new Map<string, Fact>()
      const rows = createTally()
      try {
        for (const file of reading.files)
          for await (const batch of readRows(file, mapping, turns))
            for (const { reading: row } of batch) {
              if (row.kind === 'withdrawal') theirs.delete(row.withdrawal.id)
              if (row.kind !== 'fact') continue
              theirs.delete(row.fact.id)
              if (!countsIn(row.fact, period)) continue
              rows.add(row.fact)
              theirs.set(row.fact.id, row.fact)
            }
      } finally {
        await reading.close()
      }
      const ours = new Map<string, Fact>()
      const wall = createTally()
      for await (const page of log.factsOf(table.source ?? id)) {
        for (const { fact } of page)
          if (fact.type === mapping.type && countsIn(fact, period)) {
            ours.set(fact.id, fact)
            wall.add(fact)
          }
        if (turns.due()) await turns.next()
      }
      return {
        label: period.label,
        table: rows.totals(),
        wall: wall.totals(),
        missing: namesWithout(theirs, ours),
        extra: namesWithout(ours, theirs),
      }
    },
    run: runners.run,
    close: async () => {
      await runners.close()
      await trying.catch(() => undefined)
      await forgetLast()
    },
  }
}

/** Folders beside the data of the feed, in which nothing but tables lies. */
export const tableFolders = (dataDir: string): { readonly base: string; readonly folder: string } => ({
  base: join(dataDir, 'tables'),
  folder: join(dataDir, 'tables-read'),
})
