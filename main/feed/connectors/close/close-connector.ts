// Close as a source: opportunities by when they changed, calls, meetings and e-mails by the event log, which tells of deletions too.
import { z } from 'zod'
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Changes, Connector, ConnectorParts, Page, PastWindow, VendorFact } from '../connector.ts'
import { createNameBook, type Names } from '../name-book.ts'
import { beginLook, endLook, lookFrom, Settling, unsettled } from '../settling.ts'
import { SourceTrouble } from '../source-trouble.ts'
import type { CloseActivity, CloseOpportunity } from './answers.ts'
import { type ActivityKind, createCloseApi, type LogOf } from './close-api.ts'
import {
  activityCounts,
  activityFact,
  amountOf,
  dealCounts,
  dealFact,
  factId,
  instantOf,
  versionOf,
} from './close-facts.ts'
import { createEventLog, LogPlace, newLogPlace } from './event-log.ts'
import { tryRights } from './rights.ts'
import { type ReadRows, RowPlace, readRows } from './row-reader.ts'

type Stream = 'opportunities' | LogOf

const PullCursor = z.object({
  /** Of the opportunities' list: the newest change that was seen, epoch ms, and the place in the middle of it. */
  mark: z.number().nullable(),
  place: RowPlace.nullable(),
  settling: Settling.default(unsettled),
  /** Of each log. */
  logs: z.record(z.string(), LogPlace),
  /** Index of the stream that is read. */
  turn: z.number(),
})
type PullCursor = z.infer<typeof PullCursor>

const begunAnew: PullCursor = { mark: null, place: null, settling: unsettled, logs: {}, turn: 0 }

const WindowCursor = z.object({ turn: z.number(), place: RowPlace.nullable() })

/** A part of a window. Times in epoch ms. */
type Part =
  | {
      readonly of: 'deal'
      readonly from: number
      readonly to: number | null
      readonly status: 'active' | 'won' | null
      readonly won: { readonly from: string | null; readonly to: string | null } | null
    }
  | { readonly of: ActivityKind; readonly from: number; readonly to: number | null }

type Rows =
  | { readonly of: 'deal'; readonly rows: readonly CloseOpportunity[] }
  | { readonly of: ActivityKind; readonly rows: readonly CloseActivity[] }

const kindOf = { calls: 'call', meetings: 'meeting', emails: 'email' } as const
const activityKinds = ['call', 'meeting', 'email'] as const

const mostTotalPages = 500
/** Its times have milliseconds, and more. */
const stepMs = 1

const nothing: Changes = { facts: [], withdrawn: [] }
const updatedAt = (row: { readonly date_updated?: string | null | undefined }): number =>
  instantOf(row.date_updated) ?? 0
const createdAt = ({ date_created }: CloseActivity): number => instantOf(date_created) ?? 0

export const createCloseConnector = ({ client, settings, now }: ConnectorParts): Connector => {
  const api = createCloseApi(client)
  const log = createEventLog(api, now)
  const readsDeals = settings.reads.has('deals')
  const kinds = activityKinds.filter((kind) => settings.reads.has(`${kind}s`))
  const streams: readonly Stream[] = [
    // Deletions last: a list that lags behind would bring back what is gone.
    ...(readsDeals ? (['opportunities', 'deleted opportunities'] as const) : []),
    ...kinds.map((kind): LogOf => `${kind}s`),
  ]
  const book = createNameBook<Names>({
    read: async () => ({
      owners: new Map((await api.owners()).map((owner) => [owner.id, owner])),
      pipelines: readsDeals ? await api.pipelines() : [],
    }),
    now,
  })
  const namesFor = ({ of, rows }: Rows): Promise<Names> =>
    book.knowing(
      rows.flatMap(({ user_id }) => user_id ?? []),
      of === 'deal' ? rows.flatMap(({ status_id }) => status_id ?? []) : [],
    )

  const changesOf = async (found: Rows): Promise<Changes> => {
    if (found.rows.length === 0) return nothing
    const known = await namesFor(found)
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    const note = (id: string, fact: VendorFact | null): void => {
      if (fact === null) withdrawn.push(id)
      else facts.push(fact)
    }
    if (found.of === 'deal')
      for (const row of found.rows) note(factId('deal', row.id), dealFact(row, settings, known))
    else for (const row of found.rows) note(factId(found.of, row.id), activityFact(found.of, row, known))
    return { facts, withdrawn }
  }

  /** Anew, by their ids: those that Close no longer has are withdrawn. */
  const readIds = async (of: 'deal' | ActivityKind, ids: readonly string[]): Promise<Changes> => {
    if (ids.length === 0) return nothing
    const found: Rows =
      of === 'deal' ? { of, rows: await opportunitiesOf(ids) } : { of, rows: await api.activitiesOf(of, ids) }
    const { facts } = await changesOf(found)
    const standing = new Set(facts.map(({ id }) => id))
    return { facts, withdrawn: ids.map((id) => factId(of, id)).filter((id) => !standing.has(id)) }
  }
  const opportunitiesOf = async (ids: readonly string[]): Promise<CloseOpportunity[]> => {
    const found: CloseOpportunity[] = []
    for (const id of ids) {
      const row = await api.opportunity(id)
      if (row !== null) found.push(row)
    }
    return found
  }

  /** What may not be read keeps nothing else from being read. */
  const orLacking = async <T>(asked: Promise<T>): Promise<T | SourceTrouble> => {
    try {
      return await asked
    } catch (error) {
      if (error instanceof SourceTrouble && error.kind === 'rights') return error
      throw error
    }
  }

  const pullOpportunities = async (cursor: PullCursor): Promise<Page> => {
    if (cursor.mark === null) {
      // By its clock, not by ours: the newest change that there is now.
      const newest = await api.newestOpportunity()
      const mark = newest === null ? 0 : updatedAt(newest)
      const begun = { ...cursor, mark, turn: cursor.turn + 1 }
      return { ...nothing, cursor: begun, done: false, newest: mark || null, lacks: null }
    }
    const begun = cursor.place === null ? beginLook(cursor.settling, now()) : cursor.settling
    const place = cursor.place ?? { from: lookFrom(cursor.mark, begun, stepMs), skip: 0 }
    const read = await readRows(
      ({ from, skip }) => api.opportunities({ from, to: null, status: null, won: null, skip }),
      place,
      updatedAt,
    )
    const mark = Math.max(cursor.mark, read.newest)
    return {
      ...(await changesOf({ of: 'deal', rows: read.rows })),
      cursor: {
        ...cursor,
        mark,
        place: read.next,
        settling: read.next === null ? endLook(begun, mark, now()) : begun,
        turn: read.next === null ? cursor.turn + 1 : cursor.turn,
      },
      done: false,
      newest: read.newest || null,
      lacks: null,
    }
  }

  const pullLog = async (cursor: PullCursor, of: LogOf): Promise<Page> => {
    const { ids, place, done } = await log.read(of, cursor.logs[of] ?? newLogPlace)
    const changes = await readIds(of === 'deleted opportunities' ? 'deal' : kindOf[of], ids)
    return {
      ...changes,
      cursor: {
        ...cursor,
        logs: { ...cursor.logs, [of]: place },
        turn: done ? cursor.turn + 1 : cursor.turn,
      },
      done: false,
      newest: place.mark || null,
      lacks: null,
    }
  }

  /** What lies in a window. `all`: of one without an end also what is open and changed before, as it is still to close. */
  const partsOf = ({ from, to, openOnly }: PastWindow, all: boolean): Part[] => {
    const within = { from: from ?? 0, to }
    const day = (at: number | null): string | null =>
      at === null ? null : formatDay(settings.zone.dayAt(at))
    const deals: Part[] = !readsDeals
      ? []
      : openOnly
        ? [{ of: 'deal', ...within, status: 'active', won: null }]
        : [
            { of: 'deal', ...within, status: null, won: null },
            // A day may be written long before it comes.
            { of: 'deal', from: 0, to: null, status: 'won', won: { from: day(from), to: day(to) } },
            ...(all && to === null && from !== null
              ? [{ of: 'deal', from: 0, to: from, status: 'active', won: null } as const]
              : []),
          ]
    return [...deals, ...(openOnly ? [] : kinds.map((of): Part => ({ of, ...within })))]
  }

  const readPart = async (part: Part, place: RowPlace): Promise<ReadRows<unknown> & { found: Rows }> => {
    if (part.of === 'deal') {
      const { to, status, won } = part
      const read = await readRows(
        ({ from, skip }) => api.opportunities({ from, to, status, won, skip }),
        place,
        updatedAt,
      )
      return { ...read, found: { of: 'deal', rows: read.rows } }
    }
    const { of, to } = part
    const read = await readRows(({ from, skip }) => api.activities(of, { from, to, skip }), place, createdAt)
    return { ...read, found: { of, rows: read.rows } }
  }

  const readWindow = async (parts: readonly Part[], given: unknown) => {
    const { turn, place } = WindowCursor.safeParse(given).data ?? { turn: 0, place: null }
    const part = parts[turn]
    const isLast = turn + 1 >= parts.length
    const onward = { turn: turn + 1, place: null }
    const none: Rows = { of: 'deal', rows: [] }
    if (part === undefined) return { found: none, cursor: onward, done: true, lacks: null }
    const read = await orLacking(readPart(part, place ?? { from: part.from, skip: 0 }))
    if (read instanceof SourceTrouble) return { found: none, cursor: onward, done: isLast, lacks: read }
    const { next, found } = read
    return {
      found,
      cursor: next === null ? onward : { turn, place: next },
      done: next === null && isLast,
      lacks: null,
    }
  }

  return {
    rights: () => tryRights(api, settings.reads),
    owners: () => api.owners(),
    pipelines: () => api.pipelines(),
    pull: async (given) => {
      // One of another version begins anew.
      const cursor = PullCursor.safeParse(given).data ?? begunAnew
      const stream = streams[cursor.turn]
      const end = { ...nothing, cursor: { ...cursor, turn: 0 }, done: true, newest: null, lacks: null }
      if (stream === undefined) return end
      const page = await orLacking(
        stream === 'opportunities' ? pullOpportunities(cursor) : pullLog(cursor, stream),
      )
      if (!(page instanceof SourceTrouble)) return page
      return { ...end, cursor: { ...cursor, turn: cursor.turn + 1 }, done: false, lacks: page }
    },
    past: async (window, given) => {
      const { found, ...rest } = await readWindow(partsOf(window, false), given)
      return { ...(await changesOf(found)), ...rest, newest: null }
    },
    ids: async (window, given) => {
      const { found, lacks, ...rest } = await readWindow(partsOf(window, true), given)
      // Ids that may not be read are not missing.
      if (lacks !== null) throw lacks
      const { of } = found
      const rows =
        of === 'deal'
          ? found.rows.filter((row) => dealCounts(row, settings))
          : found.rows.filter((row) => activityCounts(of, row))
      return { ...rest, ids: rows.map((row) => ({ id: factId(found.of, row.id), version: versionOf(row) })) }
    },
    read: async (ids) => {
      const facts: VendorFact[] = []
      const withdrawn: string[] = []
      for (const of of ['deal', ...activityKinds] as const) {
        const prefix = factId(of, '')
        const own = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length))
        const isRead = of === 'deal' ? readsDeals : kinds.includes(of)
        const changes = isRead
          ? await readIds(of, own)
          : { facts: [], withdrawn: own.map((id) => factId(of, id)) }
        facts.push(...changes.facts)
        withdrawn.push(...changes.withdrawn)
      }
      return { facts, withdrawn }
    },
    totals: async ({ from, to }) => {
      const [part] = partsOf({ from, to, openOnly: false }, false).filter(
        (each) => each.of === 'deal' && each.won !== null,
      )
      const sums = new Map<string, number>()
      const counted = new Set<string>()
      let place: RowPlace | null = part === undefined ? null : { from: 0, skip: 0 }
      for (let pages = 0; part !== undefined && place !== null && pages < mostTotalPages; pages++) {
        const read: Awaited<ReturnType<typeof readPart>> = await readPart(part, place)
        place = read.next
        if (read.found.of !== 'deal') continue
        for (const row of read.found.rows) {
          if (counted.has(row.id) || !dealCounts(row, settings)) continue
          counted.add(row.id)
          const amount = amountOf(row, settings)
          if (amount !== null) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
        }
      }
      return { won: counted.size, amounts: [...sums].map(([currency, minor]) => ({ currency, minor })) }
    },
  }
}
