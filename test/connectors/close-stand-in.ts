// A server that speaks as Close does, as far as its documentation says, and misbehaves when it is told to. Its truth is in it: tests
// edit it as reps and admins would, and ask what a floor should have in the end.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CloseObject = 'opportunity' | 'call' | 'meeting' | 'email'
export type CloseFields = Record<string, string | number | null>

export interface CloseStandInRow {
  readonly id: string
  fields: CloseFields
  /** Epoch ms by its own clock; the list of opportunities knows the row as it was before until then. */
  visibleAt: number
  before: CloseFields | null
}

interface LoggedEvent {
  readonly id: string
  readonly object: CloseObject
  readonly objectId: string
  readonly action: 'created' | 'updated' | 'deleted'
  /** Epoch ms by its own clock. */
  at: number
  visibleAt: number
}

/** What goes wrong with the next request. */
export type CloseFault =
  | 'rate'
  | 'rate-with-time'
  | 'page'
  | 'broken'
  | 'cut'
  | 'half'
  | 'sign-in-once'
  | 'refused'

interface User {
  readonly id: string
  readonly email: string
  readonly first_name: string
  readonly last_name: string
}

export interface CloseStandIn {
  readonly url: string
  readonly rows: Readonly<Record<CloseObject, Map<string, CloseStandInRow>>>
  readonly users: Map<string, User>
  readonly events: LoggedEvent[]
  /** Paths that were asked for, oldest first. */
  readonly calls: string[]
  readonly keys: Set<string>
  /** What whoever made the key may not see. */
  readonly lacking: Set<string>
  /** Goes wrong in this order, one a request; null is a request that goes well. */
  readonly faults: (CloseFault | null)[]
  /** How much later the log and the list know of a change, ms. */
  lagMs: number
  /** Pages have so many rows at most, whatever was asked for. */
  mostRows: number
  /** Of its clock, against the tests'. */
  skewMs: number
  /** Writes fields and moves the time of change, unless it is among them. Returns the row's id. */
  put(object: CloseObject, fields: CloseFields, id?: string): string
  remove(object: CloseObject, id: string): void
  /** Gone, and the log does not say so. */
  lose(object: CloseObject, id: string): void
  /** As it was; the log tells of it. */
  bringBack(object: CloseObject, row: CloseStandInRow): void
  close(): Promise<void>
}

export const closeStatuses = [
  { id: 'stat_demo', label: 'Demo', type: 'active' },
  { id: 'stat_offer', label: 'Offer', type: 'active' },
  { id: 'stat_won', label: 'Won', type: 'won' },
  { id: 'stat_lost', label: 'Lost', type: 'lost' },
] as const

const pipelines = [
  { id: 'pipe_new', name: 'New business', statuses: closeStatuses },
  {
    id: 'pipe_renewals',
    name: 'Renewals',
    statuses: [
      { id: 'stat_due', label: 'Due', type: 'active' },
      { id: 'stat_renewed', label: 'Renewed', type: 'won' },
    ],
  },
]

/** Changes of one object within so long are one event. */
const mergedMs = 60_000
const keptMs = 30 * 86_400_000

const readAll = async (request: IncomingMessage): Promise<void> => {
  for await (const part of request) void part
}

/** `now`: epoch ms, a clock that tests turn. */
export const startCloseStandIn = async (now: () => number): Promise<CloseStandIn> => {
  const rows: CloseStandIn['rows'] = {
    opportunity: new Map(),
    call: new Map(),
    meeting: new Map(),
    email: new Map(),
  }
  let nextId = 1000
  const clock = (): number => now() + standIn.skewMs
  const stamp = (): string => new Date(clock()).toISOString().replace('Z', '000+00:00')
  const typeOf = (object: CloseObject): string =>
    object === 'opportunity' ? 'opportunity' : `activity.${object}`

  const logChange = (object: CloseObject, objectId: string, action: LoggedEvent['action']): void => {
    const last = standIn.events.findLast((event) => event.objectId === objectId)
    const [at, visibleAt] = [clock(), clock() + standIn.lagMs]
    if (action === 'updated' && last?.action === 'updated' && at - last.at < mergedMs) {
      last.at = at
      last.visibleAt = visibleAt
      return
    }
    standIn.events.push({ id: `ev_${nextId++}`, object, objectId, action, at, visibleAt })
  }

  type Answer = { readonly status: number; readonly body: unknown }
  const refuse = (status: number, error: string): Answer => ({ status, body: { error } })

  const bounds = (query: URLSearchParams, field: string) => {
    const [from, to] = [query.get(`${field}__gte`), query.get(`${field}__lt`)]
    const [least, most] = [from === null ? null : Date.parse(from), to === null ? null : Date.parse(to)]
    return (value: unknown): boolean => {
      if (least === null && most === null) return true
      if (value === null || value === undefined) return false
      const at = Date.parse(String(value))
      return (least === null || at >= least) && (most === null || at < most)
    }
  }

  const knownOf = (object: CloseObject, row: CloseStandInRow): CloseFields | null =>
    object !== 'opportunity' || row.visibleAt <= clock() ? row.fields : row.before

  const list = (object: CloseObject, query: URLSearchParams): Answer => {
    const [limit, skip] = [Number(query.get('_limit') ?? 100), Number(query.get('_skip') ?? 0)]
    if (limit > 100) return refuse(400, '_limit must be 100 at most')
    if (skip > 2000) return refuse(400, '_skip is too large')
    const order = query.get('_order_by') ?? '-date_created'
    const [field, sign] = order.startsWith('-') ? [order.slice(1), -1] : [order, 1]
    const ids = query.get('id__in')?.split(',') ?? null
    const [isUpdated, isCreated, isWon] = ['date_updated', 'date_created', 'date_won'].map((name) =>
      bounds(query, name),
    )
    const status = query.get('status_type')
    const matching = [...rows[object].values()].flatMap((row) => {
      const fields = knownOf(object, row)
      if (fields === null || (ids !== null && !ids.includes(row.id))) return []
      const fits =
        isUpdated?.(fields['date_updated']) &&
        isCreated?.(fields['date_created']) &&
        isWon?.(fields['date_won']) &&
        (status === null || fields['status_type'] === status)
      return fits ? [{ id: row.id, ...fields }] : []
    })
    const at = (fields: CloseFields): number => Date.parse(String(fields[field]))
    const tie = ({ id }: { readonly id: string }): number => Number(id.slice(5)) % 7
    const ordered = matching.sort(
      (a, b) => sign * (at(a) - at(b)) || tie(a) - tie(b) || (a.id < b.id ? -1 : 1),
    )
    const page = ordered.slice(skip, skip + Math.min(limit, standIn.mostRows))
    // Whole rows, unless some of their fields are asked for.
    const fields = query.get('_fields')?.split(',')
    const written = page.map((row) =>
      fields === undefined
        ? row
        : Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))),
    )
    return { status: 200, body: { data: written, has_more: skip + page.length < ordered.length } }
  }

  const log = (query: URLSearchParams): Answer => {
    const limit = Number(query.get('_limit') ?? 50)
    const cursor = query.get('_cursor')
    const since = query.get('date_updated__gte')
    if (query.has('_skip') || limit > 50 || (cursor !== null && since !== null))
      return refuse(400, 'Unsupported parameters')
    const [type, action] = [query.get('object_type'), query.get('action')]
    const from: readonly [number, string] | null =
      cursor === null ? null : JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isBeyond = ({ at, id }: LoggedEvent): boolean =>
      from === null || at < from[0] || (at === from[0] && id <= from[1])
    const ordered = standIn.events
      .filter(
        (event) =>
          event.visibleAt <= clock() &&
          event.at > clock() - keptMs &&
          typeOf(event.object) === type &&
          (action === null || event.action === action) &&
          (since === null || event.at >= Date.parse(since)) &&
          isBeyond(event),
      )
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    const page = ordered.slice(0, Math.min(limit, standIn.mostRows))
    const next = ordered[page.length]
    return {
      status: 200,
      body: {
        data: page.map((event) => {
          // Some of its times have no zone.
          const at = new Date(event.at).toISOString().replace('Z', '000')
          return {
            id: event.id,
            date_created: at,
            date_updated: at,
            object_type: typeOf(event.object),
            object_id: event.objectId,
            action: event.action,
            data: null,
          }
        }),
        cursor_next:
          next === undefined ? null : Buffer.from(JSON.stringify([next.at, next.id])).toString('base64url'),
        cursor_previous: null,
      },
    }
  }

  const rightOf = (path: string): string | null => {
    const names: Readonly<Record<string, string>> = {
      event: 'Event log',
      user: 'Users',
      opportunity: 'Opportunities',
      pipeline: 'Pipelines',
      'activity/call': 'Calls',
      'activity/meeting': 'Meetings',
      'activity/email': 'Emails',
    }
    const name = Object.keys(names).find((each) => path.startsWith(`/api/v1/${each}/`))
    return name === undefined ? null : (names[name] ?? null)
  }

  const answer = (path: string, query: URLSearchParams): Answer => {
    const right = rightOf(path)
    if (right === null) return refuse(404, 'Not found')
    if (standIn.lacking.has(right)) return refuse(403, 'You do not have permission to view this.')
    if (path === '/api/v1/event/') return log(query)
    if (path === '/api/v1/user/')
      return { status: 200, body: { data: [...standIn.users.values()], has_more: false } }
    if (path === '/api/v1/pipeline/') return { status: 200, body: { data: pipelines, has_more: false } }
    if (path === '/api/v1/opportunity/') return list('opportunity', query)
    if (path === '/api/v1/activity/call/') return list('call', query)
    if (path === '/api/v1/activity/meeting/') return list('meeting', query)
    if (path === '/api/v1/activity/email/') return list('email', query)
    const [, id = ''] = /^\/api\/v1\/opportunity\/([^/]+)\/$/.exec(path) ?? []
    const row = rows.opportunity.get(id)
    return row === undefined ? refuse(404, 'Not found') : { status: 200, body: { id, ...row.fields } }
  }

  const misbehave = (fault: CloseFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, {
          ...json,
          ...(fault === 'rate-with-time' && { ratelimit: 'limit=100, remaining=0, reset=4.2' }),
        })
        .end('{"error":"Too many requests"}')
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Please sign in to the network</body></html>')
    else if (fault === 'broken') response.writeHead(502).end('bad gateway')
    else if (fault === 'refused') response.writeHead(400, json).end('{"error":"Invalid cursor"}')
    else if (fault === 'sign-in-once') response.writeHead(401, json).end('{"error":"Unauthorized"}')
    else if (fault === 'cut') {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    } else response.writeHead(200, json).end(text.slice(0, -1))
  }

  const server = createServer((request, response) => {
    void (async () => {
      await readAll(request)
      const url = new URL(request.url ?? '/', 'http://stand-in')
      standIn.calls.push(`${request.method} ${url.pathname}${url.search}`)
      const json = { 'content-type': 'application/json' }
      const [, basic = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? []
      const [key = '', password] = Buffer.from(basic, 'base64').toString().split(':')
      if (!standIn.keys.has(key) || password !== '') {
        response.writeHead(401, json).end(JSON.stringify({ error: `The key ${key} is not authorized.` }))
        return
      }
      const { status, body } = answer(url.pathname, url.searchParams)
      const said = JSON.stringify(body)
      const fault = standIn.faults.shift() ?? null
      if (fault !== null) misbehave(fault, response, said)
      else response.writeHead(status, { ...json, ratelimit: 'limit=100, remaining=50, reset=0.7' }).end(said)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: CloseStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    users: new Map(
      [
        ['user_71', 'priya@northwind.test', 'Priya', 'Raman'],
        ['user_72', 'Marcus@Northwind.test', 'Marcus', 'Oyelaran'],
        ['user_73', 'sam.newman@northwind.test', 'Sam', 'Newman'],
      ].map(([id = '', email = '', first_name = '', last_name = '']) => [
        id,
        { id, email, first_name, last_name },
      ]),
    ),
    events: [],
    calls: [],
    keys: new Set(['api_good.key']),
    lacking: new Set(),
    faults: [],
    lagMs: 0,
    mostRows: 100,
    skewMs: 0,
    put: (object, fields, given) => {
      const id = given ?? `${object === 'opportunity' ? 'oppo' : 'acti'}_${nextId++}`
      const row = rows[object].get(id)
      const before = row === undefined ? null : knownOf(object, row)
      const created = row === undefined ? { date_created: stamp() } : row.fields
      rows[object].set(id, {
        id,
        fields: { ...created, date_updated: stamp(), ...fields },
        visibleAt: clock() + standIn.lagMs,
        before,
      })
      logChange(object, id, row === undefined ? 'created' : 'updated')
      return id
    },
    remove: (object, id) => {
      if (rows[object].delete(id)) logChange(object, id, 'deleted')
    },
    lose: (object, id) => {
      rows[object].delete(id)
    },
    bringBack: (object, row) => {
      rows[object].set(row.id, { ...row, fields: { ...row.fields, date_updated: stamp() } })
      logChange(object, row.id, 'created')
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
