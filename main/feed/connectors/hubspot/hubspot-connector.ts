// HubSpot as a source: deals with their splits, calls, meetings and e-mails; changes by search, deletions by the lists of what is archived.
import { z } from 'zod'
import { SourceObject } from '../../../../shared/wire/source.ts'
import type { SourceRight } from '../../../../shared/wire/sources.ts'
import type { Changes, Connector, ConnectorParts, Page, PastWindow, VendorFact } from '../connector.ts'
import { minorOf } from '../money-text.ts'
import { createNameBook, type Names } from '../name-book.ts'
import { SourceTrouble } from '../source-trouble.ts'
import {
  callFact,
  callProperties,
  emailCounts,
  emailFact,
  emailProperties,
  meetingFact,
  meetingProperties,
} from './activity-facts.ts'
import type { HubSpotObject } from './answers.ts'
import { newPlace, readChanges, StreamPlace } from './change-stream.ts'
import {
  type DealContext,
  dealFact,
  dealProperties,
  factId,
  isoOf,
  mergedInto,
  type Split,
} from './deal-facts.ts'
import { createHubSpotApi, type Filter, mostPageRows, pageRows } from './hubspot-api.ts'
import { scopes, splitScope } from './scopes.ts'

const objects = SourceObject.options
const nameOf = { deals: 'deal', calls: 'call', meetings: 'meeting', emails: 'email' } as const
const propertiesOf = {
  deals: dealProperties,
  calls: callProperties,
  meetings: meetingProperties,
  emails: emailProperties,
} as const
/** What tells whether a row counts, with its version. */
const idPropertiesOf = (object: SourceObject): readonly string[] =>
  object === 'emails' ? emailProperties : ['hs_lastmodifieddate']

/** Changes first, then what was archived: a search that lags behind would bring back what is gone. */
const PullCursor = z.object({
  streams: z.record(z.string(), StreamPlace),
  /** Index of the object whose changes are read; after the last one come the archived. */
  turn: z.number(),
  archived: z.object({
    turn: z.number(),
    after: z.string().nullable(),
    /** Epoch ms by our clock, for pacing alone. */
    readAt: z.number().nullable(),
    pages: z.number(),
  }),
})
type PullCursor = z.infer<typeof PullCursor>

const WindowCursor = z.object({ turn: z.number(), after: z.string() })

/** A short list of what is archived is read twice a minute, a long one hourly. */
const shortListMs = 30_000
const longListMs = 3_600_000
const shortListPages = 5

interface Book extends Names {
  /** Outcomes of calls by their ids. */
  readonly dispositions: ReadonlyMap<string, string>
}

const mostSummed = 20_000

export const createHubSpotConnector = ({ client, settings, now }: ConnectorParts): Connector => {
  const api = createHubSpotApi(client)
  const reads = objects.filter((object) => settings.reads.has(object))
  /** Whether this account has splits, and the key may read them; null: not known yet. */
  let hasSplits: boolean | null = null

  /** What calls may come of, where the key may read it. Any other trouble passes: ids in the place of words would stay. */
  const readDispositions = async (): Promise<ReadonlyMap<string, string>> => {
    if (!reads.includes('calls')) return new Map()
    try {
      return await api.dispositions()
    } catch (error) {
      if (error instanceof SourceTrouble && error.kind === 'rights') return new Map()
      throw error
    }
  }

  const book = createNameBook<Book>({
    read: async () => ({
      owners: new Map((await api.owners()).map((owner) => [owner.id, owner])),
      pipelines: settings.reads.has('deals') ? await api.pipelines() : [],
      dispositions: await readDispositions(),
    }),
    now,
  })
  const bookFor = (rows: readonly HubSpotObject[]): Promise<Book> => {
    const named = (property: string): string[] => rows.flatMap(({ properties: p }) => p[property] || [])
    return book.knowing(named('hubspot_owner_id'), named('dealstage'))
  }

  const splitsOf = async (rows: readonly HubSpotObject[]): Promise<ReadonlyMap<string, readonly Split[]>> => {
    if (hasSplits === false || rows.length === 0) return new Map()
    try {
      const found = await api.splits(rows.map(({ id }) => id))
      hasSplits = true
      return found
    } catch (error) {
      // An account without them, or a key that may not read them; one that could before has a trouble now. A web page in the
      // place of an answer says nothing of either: the owners’ credits would stand where others are meant.
      if (!(error instanceof SourceTrouble) || hasSplits === true) throw error
      if (error.kind !== 'rights' && !error.isRefusal) throw error
      hasSplits = false
      return new Map()
    }
  }

  const changesOf = async (object: SourceObject, rows: readonly HubSpotObject[]): Promise<Changes> => {
    const { owners, pipelines, dispositions } = await bookFor(rows)
    const alive = rows.filter(({ archived }) => archived !== true)
    const withdrawn = rows.flatMap(({ id, archived }) =>
      archived === true ? [factId(nameOf[object], id)] : [],
    )
    const facts: VendorFact[] = []
    const splits = object === 'deals' ? await splitsOf(alive) : new Map<string, readonly Split[]>()
    const deals: DealContext = { settings, owners, pipelines, splits }
    const factOf = {
      deals: (row: HubSpotObject) => dealFact(row, deals),
      calls: (row: HubSpotObject) => callFact(row, { owners, dispositions }),
      meetings: (row: HubSpotObject) => meetingFact(row, { owners, dispositions }),
      emails: (row: HubSpotObject) => emailFact(row, { owners }),
    }[object]
    for (const row of alive) {
      const fact = factOf(row)
      if (fact === null) withdrawn.push(factId(nameOf[object], row.id))
      else facts.push(fact)
      if (object === 'deals') withdrawn.push(...mergedInto(row))
    }
    return { facts, withdrawn }
  }

  const nothing: Changes = { facts: [], withdrawn: [] }

  /** What may not be read keeps nothing else from being read. */
  const orLacking = async <T>(asked: Promise<T>): Promise<T | SourceTrouble> => {
    try {
      return await asked
    } catch (error) {
      if (error instanceof SourceTrouble && error.kind === 'rights') return error
      throw error
    }
  }

  const pullChanges = async (cursor: PullCursor, object: SourceObject): Promise<Page> => {
    const place = cursor.streams[object] ?? newPlace
    const page = await orLacking(readChanges(api, object, place, propertiesOf[object], now))
    if (page instanceof SourceTrouble)
      return {
        ...nothing,
        cursor: { ...cursor, turn: cursor.turn + 1 },
        done: false,
        newest: null,
        lacks: page,
      }
    const next: PullCursor = {
      ...cursor,
      streams: { ...cursor.streams, [object]: page.place },
      turn: page.done ? cursor.turn + 1 : cursor.turn,
    }
    const changes = await changesOf(object, page.rows)
    return { ...changes, cursor: next, done: false, newest: page.place.mark || null, lacks: null }
  }

  const begun: PullCursor = {
    streams: {},
    turn: 0,
    archived: { turn: 0, after: null, readAt: null, pages: 0 },
  }

  const pullArchived = async (cursor: PullCursor): Promise<Page> => {
    const { archived } = cursor
    const object = reads[archived.turn]
    const pause = archived.pages > shortListPages ? longListMs : shortListMs
    const isBetween = archived.turn === 0 && archived.after === null
    const end = (next: PullCursor['archived']): Page => ({
      ...nothing,
      cursor: { ...cursor, turn: 0, archived: next },
      done: true,
      newest: null,
      lacks: null,
    })
    if (isBetween && archived.readAt !== null && now() - archived.readAt < pause) return end(archived)
    if (object === undefined) return end({ ...archived, turn: 0, after: null, readAt: now() })
    const pages = (isBetween ? 0 : archived.pages) + 1
    const list = await orLacking(api.archived(object, archived.after))
    const isRead = !(list instanceof SourceTrouble)
    const after = isRead ? list.after : null
    return {
      facts: [],
      withdrawn: isRead ? list.rows.map(({ id }) => factId(nameOf[object], id)) : [],
      cursor: {
        ...cursor,
        archived: { ...archived, after, turn: after === null ? archived.turn + 1 : archived.turn, pages },
      },
      done: false,
      newest: null,
      lacks: isRead ? null : list,
    }
  }

  /** Groups of filters for what lies in a window; the ids come after `after`. */
  const inWindow = (object: SourceObject, { from, to, openOnly }: PastWindow, after: string): Filter[][] => {
    const within = (propertyName: string): Filter[] => [
      ...(from === null ? [] : [{ propertyName, operator: 'GTE' as const, value: String(from) }]),
      ...(to === null ? [] : [{ propertyName, operator: 'LT' as const, value: String(to) }]),
    ]
    const beyond: Filter = { propertyName: 'hs_object_id', operator: 'GT', value: after }
    if (object !== 'deals') return [[...within('hs_timestamp'), beyond]]
    const open: Filter[] = openOnly ? [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] : []
    return [
      [...within('closedate'), ...open, beyond],
      [{ propertyName: 'closedate', operator: 'NOT_HAS_PROPERTY' }, ...within('createdate'), ...open, beyond],
    ]
  }

  const readWindow = async (window: PastWindow, cursor: unknown, properties: 'all' | 'version') => {
    const { turn, after } = WindowCursor.safeParse(cursor).data ?? { turn: 0, after: '0' }
    const object = reads[turn]
    const isLast = turn + 1 >= reads.length
    const next = { turn: turn + 1, after: '0' }
    // What was done before the window is over; deals may be open still.
    if (object === undefined || (window.openOnly && object !== 'deals'))
      return { object: null, rows: [], cursor: next, done: isLast, lacks: null }
    const page = await orLacking(
      api.search(object, {
        groups: inWindow(object, window, after),
        sort: { property: 'hs_object_id' },
        ...(properties === 'all'
          ? { properties: propertiesOf[object], limit: pageRows }
          : { properties: idPropertiesOf(object), limit: mostPageRows }),
      }),
    )
    if (page instanceof SourceTrouble) return { object, rows: [], cursor: next, done: isLast, lacks: page }
    const last = page.more ? page.rows.at(-1) : undefined
    return {
      object,
      rows: page.rows,
      cursor: last === undefined ? next : { turn, after: last.id },
      done: last === undefined && isLast,
      lacks: null,
    }
  }

  const wonIn = ({ from, to }: PastWindow, after: string): Filter[][] => [
    [
      { propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' },
      ...(from === null
        ? []
        : [{ propertyName: 'closedate', operator: 'GTE' as const, value: String(from) }]),
      ...(to === null ? [] : [{ propertyName: 'closedate', operator: 'LT' as const, value: String(to) }]),
      { propertyName: 'hs_object_id', operator: 'GT', value: after },
    ],
  ]

  const rightOf = async (scope: (typeof scopes)[number]): Promise<SourceRight> => {
    const { probe, ...right } = scope
    try {
      await probe(api)
      return { ...right, granted: true }
    } catch (error) {
      if (!(error instanceof SourceTrouble)) throw error
      if (error.kind === 'rights') return { ...right, scope: error.scopes[0] ?? right.scope, granted: false }
      // An account without splits knows no such address.
      if (error.isRefusal && right.scope === splitScope) return { ...right, granted: false }
      throw error
    }
  }

  return {
    rights: async () => {
      const found: SourceRight[] = []
      for (const scope of scopes)
        if (scope.of === null || settings.reads.has(scope.of)) found.push(await rightOf(scope))
      return found
    },
    owners: () => api.owners(),
    pipelines: () => api.pipelines(),
    pull: async (given) => {
      // One of another version begins anew.
      const cursor = PullCursor.safeParse(given).data ?? begun
      const object = reads[cursor.turn]
      return object === undefined ? pullArchived(cursor) : pullChanges(cursor, object)
    },
    past: async (window, cursor) => {
      const { object, rows, ...rest } = await readWindow(window, cursor, 'all')
      const changes = object === null ? nothing : await changesOf(object, rows)
      return { ...changes, ...rest, newest: null }
    },
    ids: async (window, cursor) => {
      const { object, rows, lacks, ...rest } = await readWindow(window, cursor, 'version')
      // Ids that may not be read are not missing.
      if (lacks !== null) throw lacks
      const counted = object === 'emails' ? rows.filter(emailCounts) : rows
      return {
        ...rest,
        ids: counted.map(({ id, properties }) => ({
          id: object === null ? id : factId(nameOf[object], id),
          version: isoOf(properties['hs_lastmodifieddate']),
        })),
      }
    },
    read: async (ids) => {
      const facts: VendorFact[] = []
      const withdrawn: string[] = []
      for (const object of objects) {
        const prefix = `${nameOf[object]}:`
        const own = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length))
        if (own.length === 0) continue
        if (!settings.reads.has(object)) {
          withdrawn.push(...own.map((id) => factId(nameOf[object], id)))
          continue
        }
        const rows = await api.read(object, own, propertiesOf[object])
        const changes = await changesOf(object, rows)
        facts.push(...changes.facts)
        // Of a merged deal its winner is answered, under another id.
        const found = new Set(rows.map(({ id }) => id))
        withdrawn.push(
          ...changes.withdrawn,
          ...own.filter((id) => !found.has(id)).map((id) => factId(nameOf[object], id)),
        )
      }
      const standing = new Set(facts.map(({ id }) => id))
      return { facts, withdrawn: withdrawn.filter((id) => !standing.has(id)) }
    },
    totals: async (window) => {
      const sums = new Map<string, number>()
      let won = 0
      let after = '0'
      while (won < mostSummed) {
        const { rows, more } = await api.search('deals', {
          groups: wonIn(window, after),
          sort: { property: 'hs_object_id' },
          properties: ['amount', 'deal_currency_code', 'pipeline', 'closedate'],
          limit: mostPageRows,
        })
        for (const { properties: p } of rows) {
          if (settings.pipelines !== null && !settings.pipelines.has(p['pipeline'] ?? '')) continue
          won += 1
          const currency = p['deal_currency_code'] || settings.currency
          const minor = p['amount'] ? minorOf(p['amount'], currency) : null
          if (minor !== null) sums.set(currency, (sums.get(currency) ?? 0) + minor)
        }
        const last = rows.at(-1)
        if (!more || !last) break
        after = last.id
      }
      return { won, amounts: [...sums].map(([currency, minor]) => ({ currency, minor })) }
    },
  }
}
