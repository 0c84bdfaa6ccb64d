// Salesforce as a source: opportunities with their splits and teams, tasks that are calls or e-mails, and events. Changes by SystemModstamp,
// with the rows that are in the recycle bin; what is purged from it by the lists of what was deleted.
import { z } from 'zod'
import { SourceObject } from '../../../../shared/wire/source.ts'
import type { Changes, Connector, ConnectorParts, Page, PastWindow, VendorFact } from '../connector.ts'
import { SourceTrouble } from '../source-trouble.ts'
import { callFact, dealOf, type EmailOfTask, emailFact, meetingFact } from './activity-facts.ts'
import { isoIn, isTrue, type Row, textIn } from './answers.ts'
import { changesQuery, newPlace, placeAfter, type Stream, StreamPlace, stampOf } from './change-stream.ts'
import { type DealContext, dealFact, factId } from './deal-facts.ts'
import type { LiveChannel, LiveChannelParts } from './live-channel.ts'
import { readSchema } from './org.ts'
import { createOrgBook, type Known } from './org-book.ts'
import { rights } from './rights.ts'
import { doneOf, inWindow, kindOf, rowsOf, selectOf } from './row-queries.ts'
import { createSalesforceApi } from './salesforce-api.ts'
import { all, anyOf, quoted, soql } from './soql.ts'
import { wonTotals } from './won-totals.ts'

const objects = SourceObject.options
const nameOf = { deals: 'deal', calls: 'call', meetings: 'meeting', emails: 'email' } as const
/** Rows that belong to a deal: when one changes, or goes, the deal is read anew. */
const partsOfDeals = ['OpportunitySplit', 'OpportunityTeamMember', 'OpportunityRelatedDeleteLog'] as const

const PullCursor = z.object({
  streams: z.record(z.string(), StreamPlace),
  /** Streams that are at their end in this look. */
  ended: z.array(z.string()),
  /** Epoch ms by our clock: up to when what was deleted has been asked for; null: not yet. */
  deletedUntil: z.number().nullable(),
  /** The rates by which its deals were converted; null: not known yet, or none. */
  rates: z.string().nullable().default(null),
})
type PullCursor = z.infer<typeof PullCursor>

const begun: PullCursor = { streams: {}, ended: [], deletedUntil: null, rates: null }

const WindowCursor = z.object({ turn: z.number(), after: z.string() })

/** Of one composite request. */
const mostQueries = 5
const idsOfQuery = 100
const pastRows = 500
const idRows = 2000

/** What is deleted shows itself as a change; these lists are for what was purged before it was seen. */
const deletedEveryMs = 300_000
/** Changes that had not been committed when they were asked for. */
const deletedOverlapMs = 900_000
/** Salesforce keeps them so long. */
const mostDeletedMs = 14 * 86_400_000

/** What speaks gRPC is loaded where somebody listens: few floors do. */
const openChannel = (parts: Omit<LiveChannelParts, 'serverOf'>): LiveChannel => {
  let opened: LiveChannel | null = null
  let isClosed = false
  void import('./live-channel.ts').then(({ openLiveChannel, pubSubOf }) => {
    if (!isClosed) opened = openLiveChannel({ ...parts, serverOf: pubSubOf })
  })
  return {
    resume: () => opened?.resume(),
    close() {
      isClosed = true
      opened?.close()
    },
  }
}

export const createSalesforceConnector = ({ client, settings, now }: ConnectorParts): Connector => {
  const api = createSalesforceApi(client)
  const { zone } = settings
  const book = createOrgBook({ api, settings, now })
  const reads = objects.filter((object) => settings.reads.has(object))
  let channel: LiveChannel | null = null

  const missing = (object: SourceObject): SourceTrouble =>
    new SourceTrouble('rights', `The user may not read ${rowsOf[object]}.`, { scopes: [rowsOf[object]] })

  const nothing: Changes = { facts: [], withdrawn: [] }

  const changesOf = async (object: SourceObject, rows: readonly Row[]): Promise<Changes> => {
    if (rows.length === 0) return nothing
    const known = await book.knowing(rows)
    const { owners, pipelines } = known
    const deals: DealContext = {
      settings,
      owners,
      pipelines,
      splitsName: known.splitsName,
      teamName: known.teamName,
      rates: known.rates,
    }
    const emails = object === 'emails' ? await emailsOf(rows) : new Map<string, EmailOfTask>()
    const factOf = {
      deals: (row: Row) => dealFact(row, deals),
      calls: (row: Row) => callFact(row, { owners, zone }),
      meetings: (row: Row) => meetingFact(row, { owners, zone }),
      emails: (row: Row) => emailFact(row, { owners, zone }, emails),
    }[object]
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    for (const row of rows) {
      const fact = isTrue(row, 'IsDeleted') ? null : factOf(row)
      if (fact === null) withdrawn.push(factId(nameOf[object], textIn(row, 'Id') ?? ''))
      else facts.push(fact)
    }
    return { facts, withdrawn }
  }

  const query = async (soqlText: string, what: string) => {
    const [page] = await api.queries([{ soql: soqlText, what }])
    if (page === undefined) throw new SourceTrouble('strange', 'Salesforce answered nothing.')
    if (page instanceof SourceTrouble) throw book.noteRefusal(page)
    return page
  }

  /** Which way the e-mails of these tasks went, where Salesforce keeps that: nothing else of them is asked for. */
  const emailsOf = async (tasks: readonly Row[]): Promise<ReadonlyMap<string, EmailOfTask>> => {
    const { schema } = await book.knowing([])
    const found = new Map<string, EmailOfTask>()
    if (!schema.has('EmailMessage', 'ActivityId') || !schema.has('EmailMessage', 'Incoming')) return found
    const select = schema.fieldsOf('EmailMessage', ['ActivityId', 'Incoming', 'ReplyToEmailMessageId'])
    const ids = tasks.flatMap((task) => textIn(task, 'Id') ?? [])
    for (let first = 0; first < ids.length; first += idsOfQuery) {
      const where = `ActivityId IN ${anyOf(ids.slice(first, first + idsOfQuery))}`
      for (const row of await api.rows(soql({ select, from: 'EmailMessage', where })))
        found.set(textIn(row, 'ActivityId') ?? '', {
          isIncoming: isTrue(row, 'Incoming'),
          isReply: textIn(row, 'ReplyToEmailMessageId') !== null,
        })
    }
    return found
  }

  /** These rows anew. Those that are not answered are gone for good. */
  const readRows = async (object: SourceObject, ids: readonly string[]): Promise<Changes> => {
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    for (let first = 0; first < ids.length; first += idsOfQuery) {
      const part = ids.slice(first, first + idsOfQuery)
      const rows: Row[] = []
      let after = ''
      for (;;) {
        const from = await book.knowing([])
        if (!from.schema.has(rowsOf[object])) throw missing(object)
        const page = await query(
          soql({
            select: [...selectOf(object, from)],
            from: rowsOf[object],
            where: all(`Id IN ${anyOf(part)}`, after === '' ? '' : `Id > ${quoted(after)}`),
            orderBy: 'Id',
          }),
          rowsOf[object],
        )
        rows.push(...page.rows)
        const last = page.rows.at(-1)
        if (!page.more || last === undefined) break
        after = textIn(last, 'Id') ?? ''
      }
      const changes = await changesOf(object, rows)
      facts.push(...changes.facts)
      const found = new Set(rows.map((row) => factId(nameOf[object], textIn(row, 'Id') ?? '')))
      withdrawn.push(
        ...changes.withdrawn,
        ...part.map((id) => factId(nameOf[object], id)).filter((id) => !found.has(id)),
      )
    }
    return { facts, withdrawn }
  }

  interface Watched extends Stream {
    /** By which its place is kept: tasks are calls, and e-mails beside them. */
    readonly place: string
    /** What its rows are; null: parts of deals. */
    readonly of: SourceObject | null
  }

  const streamsOf = (from: Known): readonly (Watched | SourceTrouble)[] => {
    const { schema } = from
    const watched: (Watched | SourceTrouble)[] = reads.map((object) =>
      schema.has(rowsOf[object])
        ? {
            of: object,
            place: object === 'emails' ? 'Task of an e-mail' : rowsOf[object],
            object: rowsOf[object],
            select: selectOf(object, from),
            where: kindOf(object, schema),
          }
        : missing(object),
    )
    const withParts = from.splitsName !== null || from.teamName !== null
    if (reads.includes('deals') && withParts)
      for (const object of partsOfDeals)
        if (
          schema.has(object, 'OpportunityId') &&
          (object !== 'OpportunityTeamMember' || from.teamName !== null)
        )
          watched.push({
            of: null,
            place: object,
            object,
            select: ['Id', 'OpportunityId', 'SystemModstamp'],
            where: '',
          })
    return watched
  }

  const pullStreams = async (
    cursor: PullCursor,
    watched: readonly (Watched | SourceTrouble)[],
  ): Promise<Page> => {
    const lacking = watched.find((each) => each instanceof SourceTrouble) ?? null
    const hasDeals = watched.some((each) => !(each instanceof SourceTrouble) && each.of === 'deals')
    const due = watched
      .filter(
        (each): each is Watched => !(each instanceof SourceTrouble) && !cursor.ended.includes(each.place),
      )
      .slice(0, mostQueries)
    const pages = await api.queries(
      due.map((stream) => ({
        soql: changesQuery(stream, cursor.streams[stream.place] ?? newPlace),
        what: stream.object,
      })),
    )
    const streams = { ...cursor.streams }
    const ended = [...cursor.ended]
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    const touched = new Set<string>()
    const read = new Set<string>()
    let lacks: SourceTrouble | null = lacking
    let newest: number | null = null
    for (const [index, stream] of due.entries()) {
      const page = pages[index]
      if (page === undefined) continue
      if (page instanceof SourceTrouble) {
        if (page.kind !== 'rights') throw page
        book.noteRefusal(page)
        // What belongs to deals may be left out.
        if (stream.of !== null) lacks = page
        ended.push(stream.place)
        continue
      }
      const before = streams[stream.place] ?? newPlace
      const { place, done } = placeAfter(before, page, now())
      streams[stream.place] = place
      if (done) ended.push(stream.place)
      if (place.mark) newest = Math.max(newest ?? 0, place.mark)
      if (before.mark === null) continue
      if (stream.of === null) {
        for (const row of page.rows) touched.add(textIn(row, 'OpportunityId') ?? '')
        continue
      }
      const changes = await changesOf(stream.of, page.rows)
      facts.push(...changes.facts)
      withdrawn.push(...changes.withdrawn)
      for (const row of page.rows) {
        if (stream.of === 'deals') read.add(textIn(row, 'Id') ?? '')
        // When somebody last did something for it is a field of a deal that changes without the deal.
        else if (hasDeals && stampOf(row) > before.mark) touched.add(dealOf(row) ?? '')
      }
    }
    const anew = await readRows(
      'deals',
      [...touched].filter((id) => id !== '' && !read.has(id)),
    )
    return {
      facts: [...facts, ...anew.facts],
      withdrawn: [...withdrawn, ...anew.withdrawn],
      cursor: { ...cursor, streams, ended },
      done: false,
      newest,
      lacks,
    }
  }

  /** At the end of a look, now and then: what was purged before it could be seen as deleted. */
  const pullDeleted = async (cursor: PullCursor): Promise<Page> => {
    const until = now()
    const end = (deletedUntil: number | null, changes: Changes): Page => ({
      ...changes,
      cursor: { ...cursor, ended: [], deletedUntil },
      done: true,
      newest: null,
      lacks: null,
    })
    if (cursor.deletedUntil === null) return end(until, nothing)
    if (until - cursor.deletedUntil < deletedEveryMs) return end(cursor.deletedUntil, nothing)
    const from = Math.max(cursor.deletedUntil - deletedOverlapMs, until - mostDeletedMs)
    const facts: VendorFact[] = []
    const withdrawn: string[] = []
    /** Each asked for once: calls and e-mails are both tasks. */
    const lists = new Map<string, readonly string[]>()
    for (const object of reads) {
      const ids = lists.get(rowsOf[object]) ?? (await api.deleted(rowsOf[object], from, until))
      lists.set(rowsOf[object], ids)
      // They are looked at, since one may be back already.
      const changes = await readRows(object, ids)
      facts.push(...changes.facts)
      withdrawn.push(...changes.withdrawn)
    }
    return end(until, { facts, withdrawn })
  }

  const readWindow = async (window: PastWindow, cursor: unknown, isForIds: boolean) => {
    const { turn, after } = WindowCursor.safeParse(cursor).data ?? { turn: 0, after: '' }
    const object = reads[turn]
    const isLast = turn + 1 >= reads.length
    const next = { turn: turn + 1, after: '' }
    const none = { object: object ?? null, rows: [], cursor: next, done: isLast }
    // What was done before the window is over; deals may be open still.
    if (object === undefined || (window.openOnly && object !== 'deals')) return { ...none, lacks: null }
    const from = await book.knowing([])
    if (!from.schema.has(rowsOf[object])) return { ...none, lacks: missing(object) }
    const limit = isForIds ? idRows : pastRows
    const [page] = await api.queries([
      {
        soql: soql({
          select: isForIds ? ['Id', 'SystemModstamp'] : [...selectOf(object, from)],
          from: rowsOf[object],
          where: all(
            kindOf(object, from.schema),
            doneOf(object),
            inWindow(object, window, from.schema, zone),
            // Activities of long ago are archived, and answered with what is deleted alone.
            'IsDeleted = false',
            after === '' ? '' : `Id > ${quoted(after)}`,
          ),
          orderBy: 'Id',
          limit,
        }),
        what: rowsOf[object],
      },
    ])
    if (page === undefined) return { ...none, lacks: null }
    if (page instanceof SourceTrouble) {
      if (page.kind !== 'rights') throw page
      return { ...none, lacks: book.noteRefusal(page) }
    }
    const last = page.more || page.rows.length >= limit ? page.rows.at(-1) : undefined
    return {
      object,
      rows: page.rows,
      cursor: last === undefined ? next : { turn, after: textIn(last, 'Id') ?? '' },
      done: last === undefined && isLast,
      lacks: null,
    }
  }

  return {
    rights: async () => {
      const schema = await readSchema(api)
      return rights
        .filter(({ of }) => of === null || of.some((object) => settings.reads.has(object)))
        .map(({ scope, why, needed, isGiven }) => ({ scope, why, needed, granted: isGiven(schema) }))
    },
    owners: async () => [...(await book.knowing([])).owners.values()],
    pipelines: async () => (await book.knowing([])).pipelines,
    pull: async (given) => {
      // One of another version begins anew.
      const before = PullCursor.safeParse(given).data ?? begun
      const known = await book.knowing([])
      const rates = known.rates?.text ?? null
      const cursor = { ...before, rates }
      const watched = streamsOf(known)
      const isOver = watched.every(
        (each) => each instanceof SourceTrouble || cursor.ended.includes(each.place),
      )
      // A rate changes none of the deals that are converted by it.
      const again = before.rates !== null && rates !== before.rates
      if (!isOver) return { ...(await pullStreams(cursor, watched)), again }
      const page = await pullDeleted(cursor)
      channel?.resume()
      return { ...page, again, lacks: watched.find((each) => each instanceof SourceTrouble) ?? null }
    },
    past: async (window, cursor) => {
      const { object, rows, ...rest } = await readWindow(window, cursor, false)
      const changes = object === null ? nothing : await changesOf(object, rows)
      return { ...changes, ...rest, newest: null }
    },
    ids: async (window, cursor) => {
      const { object, rows, lacks, ...rest } = await readWindow(window, cursor, true)
      // Ids that may not be read are not missing.
      if (lacks !== null) throw lacks
      return {
        ...rest,
        ids: rows.map((row) => {
          const id = textIn(row, 'Id') ?? ''
          return {
            id: object === null ? id : factId(nameOf[object], id),
            version: isoIn(row, 'SystemModstamp'),
          }
        }),
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
        const changes = await readRows(object, own)
        facts.push(...changes.facts)
        withdrawn.push(...changes.withdrawn)
      }
      return { facts, withdrawn }
    },
    ...(reads.includes('deals') && {
      listen: (hear: () => void) => {
        channel = openChannel({ client, api, hear, random: Math.random })
        return channel
      },
    }),
    totals: async (window) => wonTotals(api, await book.knowing([]), settings, window),
  }
}
