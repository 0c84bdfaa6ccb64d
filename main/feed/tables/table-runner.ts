// Reads one table: what changed becomes facts, what it lacks goes. What was read is durable before its place is kept, so that
// whatever ends the feed, it is read twice and never missed. Where the table looks wrong as a whole nothing of it is taken.
import { z } from 'zod'
import { sameFact } from '../../../shared/domain/facts/stored-fact.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import { SourceQuestion, type SourceState } from '../../../shared/wire/sources.ts'
import type { TableSource } from '../../../shared/wire/table.ts'
import type { TableAction, TableHealth } from '../../../shared/wire/tables.ts'
import type { Clock } from '../clock.ts'
import type { VendorFact } from '../connectors/connector.ts'
import { countFactsOf } from '../connectors/count-facts.ts'
import { SourceTrouble, troubleFrom } from '../connectors/source-trouble.ts'
import { createChangeTaker, periodOf } from '../connectors/take-changes.ts'
import { waitAfter } from '../connectors/wait-after.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ConnectorStore } from '../store/connector-store.ts'
import type { By, Log } from '../store/log.ts'
import { pastBy, sourceBy } from '../store/source-by.ts'
import type { Turns } from '../turns.ts'
import { readRows } from './read-rows.ts'
import type { TableReader, TableReading } from './table.ts'

const Refused = z.object({
  rows: z.number(),
  first: z.array(z.object({ line: z.number(), why: z.string() })),
})
type Refused = z.infer<typeof Refused>

const Memory = z.object({
  /** The log that the place belongs to, and its last entry when it was kept; null before the first. */
  log: z.object({ identity: z.string(), seq: z.number() }).nullable(),
  /** What its facts are made by: when that changes, all is read again. */
  madeBy: z.string(),
  /** The reader's own. */
  place: z.unknown(),
  readAt: z.number().nullable(),
  /** The day of the last whole reading at night, by the floor's clock. */
  wholeOn: z.string().nullable(),
  refused: Refused,
  /** Of the floor by which rows were refused: another one may take them. */
  floorVersion: z.number(),
  question: SourceQuestion.nullable(),
  /** The place that was asked about. */
  asked: z.unknown(),
})
type Memory = z.infer<typeof Memory>

export interface TableRunnerParts {
  readonly table: TableSource
  /** Where it lies, in words. */
  readonly place: string
  /** A string is why nothing can be read by it. */
  readonly mapping: Mapping | string
  /** Null while it needs a password and none is kept. */
  readonly reader: TableReader | null
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers' | 'current'>
  readonly log: Pick<Log, 'identity' | 'lastSeq' | 'standing' | 'factsOf'>
  readonly store: ConnectorStore
  readonly zone: Zone
  readonly clock: Clock
  readonly turns: Turns
  /** 0 to 1. */
  readonly random: () => number
  readonly onError: (what: string, error: unknown) => void
}

export interface TableRunner {
  /** Does what is due. Resolves when nothing is; never rejects. */
  run(): Promise<void>
  health(): TableHealth
  act(action: TableAction['do']): void
  /** Resolves when nothing of it is under way; `hurry`: also when a place takes too long to answer, and nothing comes of that. */
  close(hurry?: boolean): Promise<void>
}

const usualEveryMs = { address: 60_000, folder: 5000, postgres: 60_000, mysql: 60_000 } as const
const lateAfterReads = 5
const leastLateMs = 300_000
/** Of the night, when all of it is read. */
const wholeHour = 3
const mostRefusedKept = 20
/** Changed facts are held until all of a table is read; where nothing stands yet, so many at most. */
const mostHeld = 5000
/** A place that says nothing new is kept so often. */
const keepEveryMs = 60_000
const graceMs = 1500
/** On a small table half of it is a row. */
const fewFacts = 4
const mostShareGone = 0.5

const nothingRefused: Refused = { rows: 0, first: [] }

const newMemory = (madeBy: string): Memory => ({
  log: null,
  madeBy,
  place: null,
  readAt: null,
  wholeOn: null,
  refused: nothingRefused,
  floorVersion: 0,
  question: null,
  asked: null,
})

const readMemory = (text: string | null, madeBy: string): Memory => {
  if (text === null) return newMemory(madeBy)
  try {
    return Memory.safeParse(JSON.parse(text)).data ?? newMemory(madeBy)
  } catch (error) {
    if (error instanceof SyntaxError) return newMemory(madeBy)
    throw error
  }
}

/** What was understood of a reading. */
interface Understood {
  /** Those that are not as they stand. */
  readonly changes: Map<string, VendorFact | null>
  /** Ids that it has. */
  readonly seen: Set<string>
  readonly lines: Map<string, number>
  rows: number
  facts: number
  /** Rows whose id is not known: nobody can say what it lacks. */
  nameless: number
  readonly refused: { rows: number; first: { line: number; why: string }[] }
}

export const storeKey = (id: string): string => `table:${id}`

export const createTableRunner = (parts: TableRunnerParts): TableRunner => {
  const { table, mapping, reader, floor, log, store, zone, clock, turns, onError } = parts
  const source = table.source ?? table.id
  const now = (): number => clock.now()
  const madeBy = JSON.stringify([source, table.from, mapping])
  const taker = createChangeTaker({ floor, log, turns, source, zone, now })
  const everyMs = (table.everySeconds ?? 0) * 1000 || usualEveryMs[table.from.kind]

  let memory = readMemory(store.get(storeKey(table.id)), madeBy)
  let readAt = memory.readAt
  let keptAt = 0
  let failures = 0
  let nextAt = 0
  let trouble: TableHealth['trouble'] = null
  let allowed = false
  let facts: number | null = null
  let closed = false
  let running: Promise<void> | null = null
  /** The next reading is of all there is, and no news. */
  let isQuiet = false

  const { log: known } = memory
  const isOfThisLog = known === null || (known.identity === log.identity && known.seq <= log.lastSeq)
  if (!isOfThisLog || known === null || memory.madeBy !== madeBy) {
    memory = { ...memory, madeBy, place: null, question: null, asked: null }
    isQuiet = true
  }

  const keep = (change: Partial<Memory>): void => {
    memory = { ...memory, ...change, readAt, log: { identity: log.identity, seq: log.lastSeq } }
    keptAt = now()
    store.save(storeKey(table.id), JSON.stringify(memory))
  }
  const today = (): string => formatDay(zone.dayAt(now()))
  const isNight = (): boolean => memory.wholeOn !== today() && zone.minutesAt(now()) >= wholeHour * 60

  const refuse = (into: Understood['refused'], line: number, why: string): void => {
    into.rows += 1
    if (into.first.length < mostRefusedKept) into.first.push({ line, why })
  }

  const standsNothing = async (): Promise<boolean> => {
    for await (const page of log.factsOf(source)) if (page.length > 0) return false
    return true
  }

  /** `flush`: takes what was gathered where nothing can be held back. */
  const understand = async (
    reading: TableReading,
    means: Mapping,
    flush: ((so: Understood) => Promise<void>) | null,
  ): Promise<Understood> => {
    const so: Understood = {
      changes: new Map(),
      seen: new Set(),
      lines: new Map(),
      rows: 0,
      facts: 0,
      nameless: 0,
      refused: { rows: 0, first: [] },
    }
    for (const file of reading.files) {
      for await (const batch of readRows(file, means, turns)) {
        if (closed) return so
        so.rows += batch.length
        const ids = batch.flatMap(({ reading: row }) => (row.kind === 'fact' ? [row.fact.id] : []))
        const stand = await log.standing(ids.map((id) => ({ source, id })))
        const standing = new Map(stand.map(({ stored }, index) => [ids[index] ?? '', stored?.fact ?? null]))
        for (const { line, reading: row } of batch) {
          if (row.kind === 'refused') {
            refuse(so.refused, line, row.reason)
            if (row.id === null) so.nameless += 1
            else so.seen.add(row.id)
          } else if (row.kind === 'withdrawal') {
            so.seen.add(row.withdrawal.id)
            so.changes.set(row.withdrawal.id, null)
          } else if (row.kind === 'fact') {
            const { id } = row.fact
            so.facts += 1
            so.seen.add(id)
            const before = standing.get(id) ?? null
            so.changes.delete(id)
            if (before !== null && sameFact(before, row.fact)) continue
            so.changes.set(id, row.fact)
            so.lines.set(id, line)
          }
        }
        if (flush !== null && so.changes.size >= mostHeld) await flush(so)
      }
    }
    return so
  }

  /** Throws where the table as a whole looks wrong. */
  const checkWhole = ({ rows, facts: read, seen, refused }: Understood): void => {
    if (rows === 0)
      throw new SourceTrouble('rights', 'It has no rows any more. The numbers stay.', {
        click: 'Put its rows back. If nothing is meant to be left, remove this table here.',
      })
    if (read === 0 && refused.rows > 0 && refused.rows >= seen.size)
      throw new SourceTrouble(
        'rights',
        `None of its ${rows} rows can be read: line ${refused.first[0]?.line ?? 0}: ${refused.first[0]?.why ?? ''}. The numbers stay.`,
        { click: 'Look at which column is what.' },
      )
  }

  /** What stands and is not in it any more; and how much stands. */
  const findGone = async ({ seen, changes }: Understood, type: Mapping['type']) => {
    const months: string[] = []
    let of = 0
    let gone = 0
    for await (const page of log.factsOf(source)) {
      for (const { fact } of page) {
        if (fact.type !== type) continue
        of += 1
        if (seen.has(fact.id)) continue
        gone += 1
        changes.set(fact.id, null)
        const at = periodOf(fact, zone)
        months.push(at === null ? '' : formatDay(zone.dayAt(at)).slice(0, 7))
      }
      if (turns.due()) await turns.next()
    }
    months.sort()
    return { of, gone, from: months[0] ?? '', to: months.at(-1) ?? '' }
  }

  const read = async (from: TableReader, means: Mapping): Promise<void> => {
    const night = isNight()
    const mayTakeRefused = memory.refused.rows > 0 && memory.floorVersion !== floor.current().version
    const whole = allowed || night || isQuiet || mayTakeRefused
    const reading = await from.read(memory.place, whole)
    const isAsked =
      !allowed &&
      memory.question !== null &&
      JSON.stringify(reading?.place ?? null) === JSON.stringify(memory.asked)
    if (reading !== null) {
      try {
        if (!closed && !isAsked) await take(reading, means, night)
      } finally {
        await reading.close()
      }
    }
    if (closed) return
    trouble = null
    if (reading !== null) return
    // It is again as it stands here, whatever was asked about meanwhile.
    readAt = now()
    if (memory.question !== null) keep({ question: null, asked: null })
    else if (now() - keptAt >= keepEveryMs) keep({})
  }

  const take = async (reading: TableReading, means: Mapping, night: boolean): Promise<void> => {
    const isAllowed = allowed
    const floorVersion = floor.current().version
    const isEmpty = await standsNothing()
    const by: By =
      isQuiet || isAllowed || night || memory.place === null ? pastBy(table.id) : sourceBy(table.id)
    const note = (
      so: Understood,
      refused: readonly { readonly id: string; readonly why: string }[],
    ): void => {
      for (const { id, why } of refused) refuse(so.refused, so.lines.get(id) ?? 0, why)
    }
    const flush = async (so: Understood): Promise<void> => {
      const taken = await taker.take(so.changes, by, null)
      if (!('since' in taken)) note(so, taken.refused)
      so.changes.clear()
    }
    const so = await understand(reading, means, isEmpty ? flush : null)
    if (closed) return
    if (reading.isWhole) checkWhole(so)
    const canLack = reading.isWhole && so.nameless === 0
    const gone = canLack ? await findGone(so, means.type) : { of: 0, gone: 0, from: '', to: '' }
    const isMuch = gone.of >= fewFacts && gone.gone > gone.of * mostShareGone
    const question =
      isMuch && !isAllowed
        ? {
            ...{ change: so.changes.size - gone.gone, withdraw: gone.gone, of: gone.of },
            ...{ from: gone.from, to: gone.to, since: now() },
          }
        : await taker.take(so.changes, by, isAllowed || isEmpty ? null : new Map(), reading.isWhole)
    if ('since' in question) {
      keep({ question, asked: reading.place })
      return
    }
    note(so, question.refused)
    allowed = false
    isQuiet = false
    readAt = now()
    keep({
      place: reading.place,
      // What only some rows were read of says nothing of the others.
      refused: reading.isWhole || so.refused.rows > 0 ? so.refused : memory.refused,
      floorVersion,
      question: null,
      asked: null,
      ...((night || memory.wholeOn === null) && { wholeOn: today() }),
    })
    facts = null
  }

  const noteTrouble = (error: unknown): void => {
    failures += 1
    const found = troubleFrom(error)
    if (found !== error) onError(`the table ${table.id} cannot be read`, error)
    trouble = { at: now(), what: found.message, click: found.click, kind: found.kind }
    nextAt =
      found.kind === 'sign-in'
        ? Number.POSITIVE_INFINITY
        : now() + Math.max(everyMs, waitAfter(failures, found.retryAfterMs, parts.random()))
  }

  const countFacts = async (): Promise<void> => {
    facts = await countFactsOf(source, { log, turns })
  }

  const runOnce = async (): Promise<void> => {
    if (facts === null) await countFacts()
    if (reader === null || table.paused || now() < nextAt) return
    nextAt = now() + everyMs
    try {
      if (typeof mapping === 'string') throw new SourceTrouble('rights', `${mapping}.`)
      await read(reader, mapping)
      failures = 0
    } catch (error) {
      if (!closed) noteTrouble(error)
    }
    if (facts === null && !closed) await countFacts()
  }

  const stateNow = (): SourceState => {
    if (table.paused) return 'paused'
    if (reader === null || trouble?.kind === 'sign-in') return 'needs sign-in'
    if (memory.question !== null || trouble?.kind === 'rights') return 'refused'
    const lateAfter = Math.max(leastLateMs, lateAfterReads * everyMs)
    if (readAt === null) return trouble === null ? 'ok' : 'late'
    return now() - readAt > lateAfter ? 'late' : 'ok'
  }

  return {
    run: () => {
      if (closed) return Promise.resolve()
      running ??= runOnce().finally(() => {
        running = null
      })
      return running
    },
    health: () => ({
      id: table.id,
      name: table.name,
      kind: table.from.kind,
      place: parts.place,
      type: table.mapping.type,
      source,
      state: stateNow(),
      readAt,
      trouble,
      facts,
      refused: memory.refused,
      question: memory.question,
      hasKey: reader !== null,
    }),
    act: (action) => {
      if (action === 'allow') allowed = memory.question !== null
      if (action === 'read-again') isQuiet = true
      if (trouble?.kind === 'sign-in') trouble = null
      failures = 0
      nextAt = 0
    },
    close: async (hurry = false) => {
      closed = true
      const grace = hurry ? [new Promise((done) => setTimeout(done, graceMs).unref())] : []
      await Promise.race([running, ...grace])
    },
  }
}
