// Pipedrive as a source: deals, archived ones among them, and the calls, meetings and e-mails that are done. Everything is read by when it
// changed: what closed or took place in a window changed then or later.
import { z } from 'zod'
import { formatDay } from '../../../../shared/domain/time/calendar-date.ts'
import type { Changes, Connector, ConnectorParts, Page, PastWindow, VendorFact } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import { createNameBook, type Names } from '../name-book.ts'
import { beginLook, endLook, lookFrom, Settling, unsettled } from '../settling.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { changedAt, createListReader, ListPlace } from './list-reader.ts'
import { costs, createPipedriveApi, type PipedriveList, type PipedriveRow } from './pipedrive-api.ts'
import {
  activityCounts,
  activityFact,
  dealCounts,
  dealFact,
  factId,
  versionOf,
  wonOn,
} from './pipedrive-facts.ts'
import { tryRights } from './rights.ts'

/** Deletions last: a list that lags behind would bring back what is gone. */
const dealLists = ['deals', 'archived', 'deleted'] as const

const PullCursor = z.object({
  /** Of each list: the newest change that was seen, epoch ms; missing where it was not begun. */
  marks: z.record(z.string(), z.number()),
  settling: z.record(z.string(), Settling).default({}),
  /** Index of the list that is read. */
  turn: z.number(),
  /** In the middle of it. */
  place: ListPlace.nullable(),
})
type PullCursor = z.infer<typeof PullCursor>

const WindowCursor = z.object({ turn: z.number(), place: ListPlace.nullable() })

/** A part of a window: one list, from one time of change to another. */
interface Part {
  readonly list: PipedriveList
  readonly from: number
  readonly until: number | null
  readonly status: 'open' | null
}

/** Its times have whole seconds. */
const stepMs = 1000
const idsAtOnce = 100
/** Of deals won in a month, each of five hundred. */
const mostTotalPages = 200

/** Of the account's day that looks for changes may use up, of all that it has. */
const looksShare = 0.4
const leastPauseMs = 30_000
const mostPauseMs = 300_000
const dayMs = 86_400_000

const nothing: Changes = { facts: [], withdrawn: [] }

export const createPipedriveConnector = ({ client, settings, now }: ConnectorParts): Connector => {
  const api = createPipedriveApi(client)
  const readList = createListReader(api)
  const readsActivities = (['calls', 'meetings', 'emails'] as const).some((object) =>
    settings.reads.has(object),
  )
  const readsDeals = settings.reads.has('deals')
  const lists: readonly PipedriveList[] = [
    ...(readsDeals ? dealLists : []),
    ...(readsActivities ? (['activities'] as const) : []),
  ]
  const book = createNameBook<Names>({
    read: async () => ({
      owners: new Map((await api.owners()).map((owner) => [owner.id, owner])),
      pipelines: readsDeals ? await api.pipelines() : [],
    }),
    now,
  })
  const namesFor = (rows: readonly PipedriveRow[]): Promise<Names> =>
    book.knowing(
      rows.flatMap(({ row }) => row.owner_id ?? []),
      rows.flatMap((each) => (each.is === 'deal' ? (each.row.stage_id ?? []) : [])),
    )

  const idOf = ({ is, row }: PipedriveRow): string => factId(is, row.id)
  const counts = (each: PipedriveRow): boolean =>
    each.is === 'deal' ? dealCounts(each.row, settings) : activityCounts(each.row, settings)

  const changesOf = async (list: PipedriveList | null, rows: readonly PipedriveRow[]): Promise<Changes> => {
    if (rows.length === 0) return nothing
    if (list === 'deleted') return { facts: [], withdrawn: rows.map(idOf) }
    const known = await namesFor(rows.filter(counts))
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    for (const each of rows) {
      const fact =
        each.is === 'activity'
          ? activityFact(each.row, settings, known)
          : dealFact(list === 'archived' ? { ...each.row, is_archived: true } : each.row, settings, known)
      if (fact === null) withdrawn.push(idOf(each))
      else facts.push(fact)
    }
    return { facts, withdrawn }
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

  /** By its clock, not by ours: the newest change that there is now. */
  const newestOf = async (list: PipedriveList): Promise<number> => {
    const { rows } = await api.list(list, {
      since: null,
      until: null,
      status: null,
      newestFirst: true,
      limit: 1,
      cursor: null,
    })
    return rows.reduce((newest, each) => Math.max(newest, changedAt(each)), 0)
  }

  const pullFrom = async (cursor: PullCursor, list: PipedriveList): Promise<Page> => {
    const mark = cursor.marks[list]
    const isLast = cursor.turn + 1 >= lists.length
    const onward = { ...cursor, turn: isLast ? 0 : cursor.turn + 1, place: null }
    const begin = async (): Promise<Page> => {
      const newest = await newestOf(list)
      const marks = { ...cursor.marks, [list]: newest }
      return { ...nothing, cursor: { ...onward, marks }, done: isLast, newest: newest || null, lacks: null }
    }
    const goOn = async (seen: number): Promise<Page> => {
      const before = cursor.settling[list] ?? unsettled
      const begun = cursor.place === null ? beginLook(before, now()) : before
      const place = cursor.place ?? { from: lookFrom(seen, begun, stepMs), mark: null }
      const { rows, next, newest } = await readList(list, place, { until: null, status: null })
      const mark = Math.max(seen, newest)
      const changes = await changesOf(list, rows)
      const known = {
        marks: { ...cursor.marks, [list]: mark },
        settling: { ...cursor.settling, [list]: next === null ? endLook(begun, mark, now()) : begun },
      }
      const followed: PullCursor =
        next === null ? { ...onward, ...known } : { ...cursor, ...known, place: next }
      return {
        ...changes,
        cursor: followed,
        done: next === null && isLast,
        newest: newest || null,
        lacks: null,
      }
    }
    const page = await orLacking(mark === undefined ? begin() : goOn(mark))
    return page instanceof SourceTrouble
      ? { ...nothing, cursor: onward, done: isLast, newest: null, lacks: page }
      : page
  }

  /** What lies in a window. `all`: of one without an end also what is open and changed before, as it is still to close. */
  const partsOf = ({ from, to, openOnly }: PastWindow, all: boolean): Part[] => {
    const within = { from: from ?? 0, until: to }
    const deals: Part[] = !readsDeals
      ? []
      : openOnly
        ? [{ ...within, list: 'deals', status: 'open' }]
        : [
            { ...within, list: 'deals', status: null },
            { ...within, list: 'archived', status: null },
            ...(all && to === null && from !== null
              ? [{ list: 'deals', from: 0, until: from, status: 'open' } as const]
              : []),
          ]
    const activities: Part[] =
      readsActivities && !openOnly ? [{ ...within, list: 'activities', status: null }] : []
    return [...deals, ...activities]
  }

  const readWindow = async (parts: readonly Part[], given: unknown) => {
    const { turn, place } = WindowCursor.safeParse(given).data ?? { turn: 0, place: null }
    const part = parts[turn]
    const isLast = turn + 1 >= parts.length
    const onward = { turn: turn + 1, place: null }
    if (part === undefined) return { list: null, rows: [], cursor: onward, done: true, lacks: null }
    const { list, from, until, status } = part
    const page = await orLacking(readList(list, place ?? { from, mark: null }, { until, status }))
    if (page instanceof SourceTrouble) return { list, rows: [], cursor: onward, done: isLast, lacks: page }
    const { rows, next } = page
    const cursor = next === null ? onward : { turn, place: next }
    return { list, rows, cursor, done: next === null && isLast, lacks: null }
  }

  return {
    rights: () => tryRights(api, settings.reads),
    owners: () => api.owners(),
    pipelines: () => api.pipelines(),
    pull: async (given) => {
      // One of another version begins anew.
      const cursor = PullCursor.safeParse(given).data ?? { marks: {}, settling: {}, turn: 0, place: null }
      const list = lists[cursor.turn]
      return list === undefined
        ? { ...nothing, cursor: { ...cursor, turn: 0, place: null }, done: true, newest: null, lacks: null }
        : pullFrom(cursor, list)
    },
    past: async (window, given) => {
      const { list, rows, ...rest } = await readWindow(partsOf(window, false), given)
      return { ...(await changesOf(list, rows)), ...rest, newest: null }
    },
    ids: async (window, given) => {
      const { list, rows, lacks, ...rest } = await readWindow(partsOf(window, true), given)
      // Ids that may not be read are not missing.
      if (lacks !== null) throw lacks
      const standing = rows.filter((each) =>
        list === 'archived' && each.is === 'deal'
          ? dealCounts({ ...each.row, is_archived: true }, settings)
          : counts(each),
      )
      return { ...rest, ids: standing.map((each) => ({ id: idOf(each), version: versionOf(each.row) })) }
    },
    read: async (ids) => {
      const of = (kind: 'deal' | 'activity'): string[] =>
        ids.flatMap((id) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : []))
      const [deals, activities] = [readsDeals ? of('deal') : [], readsActivities ? of('activity') : []]
      const rows: PipedriveRow[] = []
      for (let at = 0; at < deals.length; at += idsAtOnce)
        for (const row of await api.dealsOf(deals.slice(at, at + idsAtOnce))) rows.push({ is: 'deal', row })
      for (let at = 0; at < activities.length; at += idsAtOnce)
        for (const row of await api.activitiesOf(activities.slice(at, at + idsAtOnce)))
          rows.push({ is: 'activity', row })
      const { facts } = await changesOf(null, rows)
      const standing = new Set(facts.map(({ id }) => id))
      return { facts, withdrawn: ids.filter((id) => !standing.has(id)) }
    },
    totals: async ({ from, to }) => {
      const { zone } = settings
      const [first, end] = [from, to].map((at) => (at === null ? null : formatDay(zone.dayAt(at))))
      const sums = new Map<string, number>()
      const counted = new Set<string>()
      for (const list of ['deals', 'archived'] as const) {
        let place: ListPlace | null = { from: from ?? 0, mark: null }
        for (let pages = 0; place !== null && pages < mostTotalPages; pages++) {
          const page = await readList(list, place, { until: null, status: 'won' })
          for (const { is, row } of page.rows) {
            if (is !== 'deal' || counted.has(row.id)) continue
            if (settings.pipelines !== null && !settings.pipelines.has(row.pipeline_id ?? '')) continue
            const day = wonOn(row, zone)
            if (day === null || (first && day < first) || (end && day >= end)) continue
            counted.add(row.id)
            const currency = row.currency || settings.currency
            const minor = row.value ? minorOf(row.value, currency) : null
            if (minor !== null) sums.set(currency, (sums.get(currency) ?? 0) + minor)
          }
          place = page.next
        }
      }
      return { won: counted.size, amounts: [...sums].map(([currency, minor]) => ({ currency, minor })) }
    },
    pauseMs: () => {
      const perDay = client.perDay()
      if (perDay === null || perDay <= 0) return mostPauseMs
      const pause = (lists.length * costs.list * dayMs) / (perDay * looksShare)
      return Math.round(Math.min(mostPauseMs, Math.max(leastPauseMs, pause)))
    },
  }
}
