// A server that speaks as HubSpot does, as far as its documentation says, and misbehaves when it is told to. Its truth is in it:
// tests edit it as reps and admins would, and ask what a floor should have in the end.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type StandInObject = 'deals' | 'calls' | 'meetings' | 'emails'

export interface StandInRow {
  readonly id: string
  properties: Record<string, string | null>
  archived: boolean
  archivedAt: number | null
  /** Epoch ms by its own clock; the search knows the row as it was before until then. */
  visibleAt: number
  /** As the search still knows it. */
  before: Record<string, string | null> | null
}

/** What goes wrong with the next request. */
export type Fault =
  | 'rate'
  | 'rate-with-time'
  | 'page'
  | 'broken'
  | 'cut'
  | 'sign-in-once'
  | 'slow-down-page'
  | { readonly status: number; readonly body: string }

const versionPath = '2026-09'

interface Owner {
  readonly id: string
  email: string | null
  readonly firstName: string
  readonly lastName: string
  archived: boolean
}

interface Filter {
  readonly propertyName: string
  readonly operator: string
  readonly value?: string
}

const timeProperties = new Set([
  'hs_lastmodifieddate',
  'closedate',
  'createdate',
  'hs_timestamp',
  'hs_meeting_start_time',
])

const comparable = (name: string, value: string): number =>
  timeProperties.has(name) && !/^-?\d+$/.test(value) ? Date.parse(value) : Number(value)

const passes = (
  properties: Record<string, string | null>,
  { propertyName, operator, value }: Filter,
): boolean => {
  const own = properties[propertyName]
  if (operator === 'NOT_HAS_PROPERTY') return own === null || own === undefined || own === ''
  if (own === null || own === undefined || own === '' || value === undefined) return false
  const numeric = timeProperties.has(propertyName) || propertyName === 'hs_object_id'
  if (!numeric) return operator === 'EQ' && own === value
  const [a, b] = [comparable(propertyName, own), comparable(propertyName, value)]
  if (operator === 'EQ') return a === b
  if (operator === 'GT') return a > b
  if (operator === 'GTE') return a >= b
  return operator === 'LT' && a < b
}

export interface HubSpotStandIn {
  readonly url: string
  readonly rows: Readonly<Record<StandInObject, Map<string, StandInRow>>>
  readonly owners: Map<string, Owner>
  readonly splits: Map<string, readonly { readonly owner: string; readonly share: string }[]>
  readonly pipelines: unknown[]
  /** Paths that were asked for, oldest first. */
  readonly calls: string[]
  /** Properties that were asked for, ever. */
  readonly properties: Set<string>
  /** Keys that it takes. */
  readonly keys: Set<string>
  /** Scopes that keys lack. */
  readonly lacking: Set<string>
  /** Goes wrong in this order, one a request; null is a request that goes well. */
  readonly faults: (Fault | null)[]
  /** How much later the search knows of a change, ms. */
  lagMs: number
  /** Pages of a search have so many rows at most, whatever was asked for. */
  mostRows: number
  /** Of its clock, against the tests'. */
  skewMs: number
  /** Writes properties and moves the date of change. Returns its id. */
  put(object: StandInObject, properties: Record<string, string | null>, id?: string): string
  archive(object: StandInObject, id: string): void
  /** As it is in the account: the date of change may stay. */
  restore(object: StandInObject, id: string, moves: boolean): void
  /** The loser vanishes, and is in no list. */
  merge(winner: string, loser: string): void
  close(): Promise<void>
}

const scopeOf = (path: string): string | null => {
  if (path.startsWith('/crm/owners/')) return 'crm.objects.owners.read'
  if (path.startsWith('/crm/pipelines/')) return 'crm.schemas.deals.read'
  if (path.startsWith('/deal-splits/')) return 'crm.dealsplits.read_write'
  // E-mails have no right of their own.
  if (/^\/crm\/objects\/[^/]+\/emails/.test(path)) return 'crm.objects.contacts.read'
  const found = /^\/crm\/objects\/[^/]+\/(deals|calls|meetings)/.exec(path)
  return found ? `crm.objects.${found[1]}.read` : null
}

export const won = 'stage-won'
export const lost = 'stage-lost'
export const openStages = ['stage-demo', 'stage-offer'] as const

const usualPipelines = [
  {
    id: 'default',
    label: 'New business',
    displayOrder: 0,
    stages: [
      ['stage-demo', 'Demo', 'false', '0.2'],
      ['stage-offer', 'Offer', 'false', '0.6'],
      [won, 'Closed won', 'true', '1.0'],
      [lost, 'Closed lost', 'true', '0.0'],
    ].map(([id, label, isClosed, probability], displayOrder) => ({
      id,
      label,
      displayOrder,
      createdAt: 0,
      metadata: { isClosed, probability },
    })),
  },
  {
    id: 'renewals',
    label: 'Renewals',
    displayOrder: 1,
    stages: [
      ['4417', 'Due', 'false', '0.5'],
      ['f0b2a1de-0001', 'Renewed', 'true', '1.0'],
    ].map(([id, label, isClosed, probability], displayOrder) => ({
      id,
      label,
      displayOrder,
      createdAt: 0,
      metadata: { isClosed, probability },
    })),
  },
]

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

/** `now`: epoch ms, a clock that tests turn. `hear` is told of each request, with its path and query and its body. */
export const startHubSpotStandIn = async (
  now: () => number,
  hear: (method: string, path: string, body: string) => void = () => undefined,
): Promise<HubSpotStandIn> => {
  const rows: HubSpotStandIn['rows'] = {
    deals: new Map(),
    calls: new Map(),
    meetings: new Map(),
    emails: new Map(),
  }
  let nextId = 1000
  const clock = (): number => now() + standIn.skewMs
  const known = (row: StandInRow): Record<string, string | null> | null =>
    row.visibleAt <= clock() ? (row.archived ? null : row.properties) : row.before

  const touch = (row: StandInRow): void => {
    row.before = row.visibleAt <= clock() ? (row.archived ? null : { ...row.properties }) : row.before
    row.visibleAt = clock() + standIn.lagMs
  }
  const modify = (row: StandInRow, properties: Record<string, string | null>): void => {
    touch(row)
    const at = new Date(clock()).toISOString()
    row.properties = { ...row.properties, ...properties, hs_lastmodifieddate: at }
  }

  const search = (object: StandInObject, body: unknown) => {
    const asked = body as {
      filterGroups: { filters: Filter[] }[]
      sorts: { propertyName: string; direction: string }[]
      properties: string[]
      limit: number
      after?: string
    }
    const offset = Number(asked.after ?? 0)
    if (asked.limit > 200 || offset + asked.limit > 10_000)
      return {
        status: 400,
        body: { status: 'error', message: 'The maximum is 10000', category: 'VALIDATION_ERROR' },
      }
    const matching = [...rows[object].values()].flatMap((row) => {
      const properties = known(row)
      if (properties === null) return []
      const fits =
        asked.filterGroups.length === 0 ||
        asked.filterGroups.some(({ filters }) =>
          filters.every((filter) => passes({ ...properties, hs_object_id: row.id }, filter)),
        )
      return fits ? [{ row, properties }] : []
    })
    for (const name of asked.properties) standIn.properties.add(name)
    const [sort] = asked.sorts
    const key = (each: (typeof matching)[number]): number =>
      sort === undefined || sort.propertyName === 'hs_object_id'
        ? Number(each.row.id)
        : comparable(sort.propertyName, each.properties[sort.propertyName] ?? '0')
    const sign = sort?.direction === 'DESCENDING' ? -1 : 1
    // Rows of one instant come in no order that anybody promises.
    const ordered = matching.toSorted(
      (a, b) => sign * (key(a) - key(b)) || (Number(a.row.id) % 7) - (Number(b.row.id) % 7),
    )
    const page = ordered.slice(offset, offset + Math.min(asked.limit, standIn.mostRows))
    const end = offset + page.length
    return {
      status: 200,
      body: {
        total: ordered.length,
        results: page.map(({ row, properties }) => ({
          id: row.id,
          properties: Object.fromEntries(
            [...asked.properties, 'hs_object_id'].map((name) => [
              name,
              name === 'hs_object_id' ? row.id : (properties[name] ?? null),
            ]),
          ),
          createdAt: properties['createdate'] ?? null,
          updatedAt: properties['hs_lastmodifieddate'],
          archived: false,
        })),
        ...(end < ordered.length && { paging: { next: { after: String(end) } } }),
      },
    }
  }

  const list = (object: StandInObject, query: URLSearchParams) => {
    const after = Number(query.get('after') ?? 0)
    const archived = query.get('archived') === 'true'
    const limit = Number(query.get('limit') ?? 10)
    const all = [...rows[object].values()]
      .filter((row) => row.archived === archived && Number(row.id) > after)
      .sort((a, b) => Number(a.id) - Number(b.id))
    const page = all.slice(0, limit)
    const last = page.at(-1)
    return {
      results: page.map((row) => ({
        id: row.id,
        properties: row.properties,
        archived: row.archived,
        ...(row.archivedAt !== null && { archivedAt: new Date(row.archivedAt).toISOString() }),
      })),
      ...(all.length > page.length && last && { paging: { next: { after: last.id, link: '' } } }),
    }
  }

  const read = (object: StandInObject, body: unknown) => {
    const { inputs, properties } = body as { inputs: { id: string }[]; properties: string[] }
    for (const name of properties) standIn.properties.add(name)
    const winners = new Map(
      [...rows[object].values()].flatMap((row) =>
        (row.properties['hs_merged_object_ids'] ?? '')
          .split(';')
          .filter(Boolean)
          .map((loser) => [loser, row] as const),
      ),
    )
    const found = inputs.flatMap(({ id }) => rows[object].get(id) ?? winners.get(id) ?? [])
    return {
      status: 'COMPLETE',
      results: [...new Set(found)]
        .filter(({ archived }) => !archived)
        .map(({ id, properties }) => ({ id, properties, archived: false })),
    }
  }

  const answer = (method: string, url: URL, body: unknown): { status: number; body: unknown } => {
    const path = url.pathname
    const scope = scopeOf(path)
    if (scope !== null && standIn.lacking.has(scope))
      return {
        status: 403,
        body: {
          status: 'error',
          message: 'This app hasn’t been granted all required scopes to make this call.',
          category: 'MISSING_SCOPES',
          errors: [{ message: 'missing', context: { requiredGranularScopes: [scope] } }],
        },
      }
    if (path === `/crm/owners/${versionPath}`) {
      const archived = url.searchParams.get('archived') === 'true'
      return {
        status: 200,
        body: { results: [...standIn.owners.values()].filter((owner) => owner.archived === archived) },
      }
    }
    if (path === `/crm/pipelines/${versionPath}/deals`)
      return { status: 200, body: { results: standIn.pipelines } }
    if (path === '/calling/v1/dispositions')
      return { status: 200, body: [{ id: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' }] }
    if (path === `/deal-splits/${versionPath}/batch/read`) {
      const { inputs } = body as { inputs: { id: string }[] }
      return {
        status: 200,
        body: {
          results: inputs.flatMap(({ id }) => {
            const splits = standIn.splits.get(id)
            return splits === undefined
              ? []
              : [
                  {
                    id,
                    splits: splits.map(({ owner, share }, index) => ({
                      id: String(index),
                      properties: { hubspot_owner_id: owner, hs_deal_split_percentage: share },
                    })),
                  },
                ]
          }),
        },
      }
    }
    const [, object, rest = ''] =
      /^\/crm\/objects\/2026-09\/(deals|calls|meetings|emails)(\/search|\/batch\/read)?$/.exec(path) ?? []
    const of = object as StandInObject | undefined
    if (of && method === 'POST' && rest === '/search') return search(of, body)
    if (of && method === 'POST' && rest === '/batch/read') return { status: 200, body: read(of, body) }
    if (of && method === 'GET') return { status: 200, body: list(of, url.searchParams) }
    return { status: 404, body: { status: 'error', message: `No such address: ${path}` } }
  }

  const misbehave = (fault: Fault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, { ...json, ...(fault === 'rate-with-time' && { 'retry-after': '7' }) })
        .end('{"status":"error","policyName":"SECONDLY","message":"You have reached your limit."}')
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Please sign in to the network</body></html>')
    else if (fault === 'broken') response.writeHead(502).end('bad gateway')
    else if (fault === 'sign-in-once')
      response
        .writeHead(401, json)
        .end('{"status":"error","message":"expired","category":"EXPIRED_AUTHENTICATION"}')
    else if (fault === 'cut') {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    } else if (fault === 'slow-down-page') response.writeHead(200, json).end(`${text.slice(0, -1)}`)
    else response.writeHead(fault.status, json).end(fault.body)
  }

  const server = createServer((request, response) => {
    void (async () => {
      const text = await readAll(request)
      const url = new URL(request.url ?? '/', 'http://stand-in')
      standIn.calls.push(`${request.method} ${url.pathname}${url.search}`)
      hear(request.method ?? '', `${url.pathname}${url.search}`, text)
      const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
      if (!standIn.keys.has(key)) {
        response.writeHead(401, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify({
            status: 'error',
            message: `The key ${key} has expired`,
            category: 'INVALID_AUTHENTICATION',
          }),
        )
        return
      }
      const { status, body } = answer(request.method ?? '', url, text === '' ? null : JSON.parse(text))
      const said = JSON.stringify(body)
      const fault = standIn.faults.shift() ?? null
      if (fault !== null) {
        misbehave(fault, response, said)
        return
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end(said)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: HubSpotStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    owners: new Map(
      [
        ['71', 'priya@northwind.test', 'Priya', 'Raman'],
        ['72', 'Marcus@Northwind.test', 'Marcus', 'Oyelaran'],
        ['73', 'sam.newman@northwind.test', 'Sam', 'Newman'],
      ].map(([id = '', email = '', firstName = '', lastName = '']) => [
        id,
        { id, email, firstName, lastName, archived: false },
      ]),
    ),
    splits: new Map(),
    pipelines: usualPipelines,
    calls: [],
    properties: new Set(),
    keys: new Set(['pat-eu1-good']),
    lacking: new Set(),
    faults: [],
    lagMs: 0,
    mostRows: 200,
    skewMs: 0,
    put: (object, properties, given) => {
      const id = given ?? String(nextId++)
      const row = rows[object].get(id)
      if (row !== undefined) {
        modify(row, properties)
        return id
      }
      const at = new Date(clock()).toISOString()
      rows[object].set(id, {
        id,
        properties: { createdate: at, ...properties, hs_lastmodifieddate: at },
        archived: false,
        archivedAt: null,
        visibleAt: clock() + standIn.lagMs,
        before: null,
      })
      return id
    },
    archive: (object, id) => {
      const row = rows[object].get(id)
      if (row === undefined || row.archived) return
      touch(row)
      row.archived = true
      row.archivedAt = clock()
    },
    restore: (object, id, moves) => {
      const row = rows[object].get(id)
      if (row === undefined || !row.archived) return
      touch(row)
      row.before = null
      row.archived = false
      row.archivedAt = null
      if (moves) modify(row, {})
    },
    merge: (winner, loser) => {
      const row = rows.deals.get(winner)
      if (row === undefined || !rows.deals.has(loser)) return
      rows.deals.delete(loser)
      const before = row.properties['hs_merged_object_ids']
      modify(row, { hs_merged_object_ids: before ? `${before};${loser}` : loser })
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
