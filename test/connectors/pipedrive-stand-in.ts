// A server that speaks as Pipedrive does, as far as its documentation says, and misbehaves when it is told to. Its truth is in it:
// tests edit it as reps and admins would, and ask what a floor should have in the end.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type PipedriveObject = 'deals' | 'activities'
export type PipedriveFields = Record<string, string | number | boolean | null>

export interface PipedriveStandInRow {
  readonly id: number
  fields: PipedriveFields
  deleted: boolean
  archived: boolean
  /** Epoch ms by its own clock; the lists know the row as it was before until then. */
  visibleAt: number
  before: PipedriveStandInRow['known'] | null
  /** As it is now, for the lists. */
  readonly known: { readonly fields: PipedriveFields; readonly deleted: boolean; readonly archived: boolean }
}

/** What goes wrong with the next request. */
export type PipedriveFault =
  | 'rate'
  | 'rate-with-time'
  | 'day-over'
  | 'turned-away'
  | 'page'
  | 'broken'
  | 'cut'
  | 'half'
  | 'sign-in-once'
  | 'refused'

interface User {
  readonly id: number
  readonly name: string
  readonly email: string
  active_flag: boolean
  readonly is_admin: 0 | 1
}

export interface PipedriveStandIn {
  readonly url: string
  readonly rows: Readonly<Record<PipedriveObject, Map<number, PipedriveStandInRow>>>
  readonly users: Map<number, User>
  /** Paths that were asked for, oldest first. */
  readonly calls: string[]
  readonly keys: Set<string>
  /** What the token's person may not do. */
  readonly lacking: Set<string>
  /** Goes wrong in this order, one a request; null is a request that goes well. */
  readonly faults: (PipedriveFault | null)[]
  /** Tokens of a day, and what was spent of them, others included. */
  tokens: { of: number; spent: number } | null
  /** How much later the lists know of a change, ms. */
  lagMs: number
  /** Pages of a list have so many rows at most, whatever was asked for. */
  mostRows: number
  /** Of its clock, against the tests'. */
  skewMs: number
  /** Whose token it is. */
  me: number
  /** Writes fields and moves the time of change, unless it is among them. Returns the row's id. */
  put(object: PipedriveObject, fields: PipedriveFields, id?: number): number
  remove(object: PipedriveObject, id: number): void
  /** Out of the bin: the time of change may stay. */
  restore(object: PipedriveObject, id: number, moves: boolean): void
  archive(id: number, archived: boolean, moves: boolean): void
  /** The loser vanishes, and is in no list. */
  merge(winner: number, loser: number): void
  close(): Promise<void>
}

const pipelines = [
  { id: 1, name: 'New business', order_nr: 0, is_deleted: false },
  { id: 2, name: 'Renewals', order_nr: 1, is_deleted: false },
  { id: 3, name: 'Of last year', order_nr: 2, is_deleted: true },
]

export const pipedriveStages = [
  { id: 11, name: 'Demo', pipeline_id: 1, order_nr: 1, is_deleted: false },
  { id: 12, name: 'Offer', pipeline_id: 1, order_nr: 2, is_deleted: false },
  { id: 13, name: 'Contract signed', pipeline_id: 1, order_nr: 3, is_deleted: false },
  { id: 21, name: 'Due', pipeline_id: 2, order_nr: 1, is_deleted: false },
]

const costOf = (path: string): number => {
  if (path === '/api/v1/users') return 20
  if (path === '/api/v1/users/me') return 2
  return path === '/api/v2/pipelines' || path === '/api/v2/stages' ? 5 : 10
}

const rightOf: Readonly<Record<string, string>> = {
  '/api/v1/users': 'Users',
  '/api/v1/users/me': 'Use API',
  '/api/v2/pipelines': 'Pipelines and stages',
  '/api/v2/stages': 'Pipelines and stages',
  '/api/v2/deals': 'Deals',
  '/api/v2/deals/archived': 'Archived deals',
  '/api/v2/activities': 'Activities',
}

const readAll = async (request: IncomingMessage): Promise<void> => {
  for await (const part of request) void part
}

const binMs = 30 * 86_400_000

/** `now`: epoch ms, a clock that tests turn. */
export const startPipedriveStandIn = async (now: () => number): Promise<PipedriveStandIn> => {
  const rows: PipedriveStandIn['rows'] = { deals: new Map(), activities: new Map() }
  let nextId = 1000
  const clock = (): number => now() + standIn.skewMs
  const stamp = (): string => `${new Date(clock()).toISOString().slice(0, 19)}Z`

  const stateOf = (row: PipedriveStandInRow): PipedriveStandInRow['known'] | null =>
    row.visibleAt <= clock() ? row.known : row.before

  const touch = (row: PipedriveStandInRow): void => {
    row.before = stateOf(row)
    row.visibleAt = clock() + standIn.lagMs
  }
  const modify = (row: PipedriveStandInRow, fields: PipedriveFields): void => {
    touch(row)
    row.fields = { ...row.fields, update_time: stamp(), ...fields }
  }

  type Answer = { readonly status: number; readonly body: unknown }
  const refuse = (status: number, error: string): Answer => ({
    status,
    body: { success: false, error, error_info: 'Please check developers.pipedrive.com', data: null },
  })

  const written = (object: PipedriveObject, id: number, state: PipedriveStandInRow['known']) => ({
    id,
    ...state.fields,
    is_deleted: state.deleted,
    ...(object === 'deals' && { is_archived: state.archived, custom_fields: {} }),
  })

  const list = (object: PipedriveObject, isArchived: boolean, query: URLSearchParams): Answer => {
    const limit = Number(query.get('limit') ?? 100)
    if (limit > 500) return refuse(400, 'limit must be 500 at most')
    const wanted = query.get('ids')
    if (wanted !== null) {
      const ids = wanted.split(',').map(Number)
      if (ids.length > 100) return refuse(400, 'ids may be 100 at most')
      const found = ids.flatMap((id) => rows[object].get(id) ?? [])
      return {
        status: 200,
        body: {
          success: true,
          data: found
            .filter((row) => !row.deleted && (object !== 'deals' || row.archived === isArchived))
            .map((row) => written(object, row.id, row.known)),
          additional_data: { next_cursor: null },
        },
      }
    }
    const [since, until] = ['updated_since', 'updated_until'].map((name) => Date.parse(query.get(name) ?? ''))
    const status = query.get('status')
    const sign = query.get('sort_direction') === 'desc' ? -1 : 1
    const matching = [...rows[object].values()].flatMap((row) => {
      const state = stateOf(row)
      if (state === null) return []
      const at = Date.parse(String(state.fields['update_time']))
      if (since !== undefined && at < since) return []
      if (until !== undefined && at > until) return []
      if (object === 'activities') return state.deleted ? [] : [{ row, state, at }]
      if (status === 'deleted') return state.deleted && at > clock() - binMs ? [{ row, state, at }] : []
      const isIn = !state.deleted && state.archived === isArchived
      return isIn && (status === null || state.fields['status'] === status) ? [{ row, state, at }] : []
    })
    // Rows of one instant come in an order of their own.
    const order = (a: readonly number[], b: readonly number[]): number =>
      sign * ((a[0] ?? 0) - (b[0] ?? 0)) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)
    const keyOf = ({ row, at }: (typeof matching)[number]): number[] => [at, row.id % 7, row.id]
    const cursor = query.get('cursor')
    const from: number[] | null =
      cursor === null ? null : JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const ordered = matching
      .filter((each) => from === null || order(keyOf(each), from) >= 0)
      .sort((a, b) => order(keyOf(a), keyOf(b)))
    const page = ordered.slice(0, Math.min(limit, standIn.mostRows))
    const next = ordered[page.length]
    return {
      status: 200,
      body: {
        success: true,
        data: page.map(({ row, state }) => ({
          ...written(object, row.id, state),
          ...(status === 'deleted' && { status: 'deleted' }),
        })),
        additional_data: {
          next_cursor:
            next === undefined ? null : Buffer.from(JSON.stringify(keyOf(next))).toString('base64url'),
        },
      },
    }
  }

  const answer = (path: string, query: URLSearchParams): Answer => {
    const right = rightOf[path]
    if (right === undefined) return refuse(404, `Unknown path ${path}`)
    if (standIn.lacking.has(right)) return refuse(403, 'You do not have permission to do this')
    const all = (data: readonly unknown[]): Answer => ({
      status: 200,
      body: { success: true, data, additional_data: { next_cursor: null } },
    })
    if (path === '/api/v1/users') return all([...standIn.users.values()])
    if (path === '/api/v1/users/me')
      return { status: 200, body: { success: true, data: standIn.users.get(standIn.me) } }
    if (path === '/api/v2/pipelines') return all(pipelines)
    if (path === '/api/v2/stages') return all(pipedriveStages)
    if (path === '/api/v2/activities') return list('activities', false, query)
    return list('deals', path === '/api/v2/deals/archived', query)
  }

  const misbehave = (fault: PipedriveFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    const page = '<!DOCTYPE html><html><body>Please sign in to the network</body></html>'
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, { ...json, ...(fault === 'rate-with-time' && { 'x-ratelimit-reset': '2' }) })
        .end('{"success":false,"error":"Request over limit"}')
    else if (fault === 'day-over')
      response
        .writeHead(429, {
          ...json,
          'x-daily-ratelimit-token-limit': '30000',
          'x-daily-ratelimit-token-remaining': '0',
        })
        .end('{"success":false,"error":"Request over limit"}')
    else if (fault === 'turned-away') response.writeHead(403, { 'content-type': 'text/html' }).end(page)
    else if (fault === 'page') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else if (fault === 'broken') response.writeHead(502).end('bad gateway')
    else if (fault === 'refused')
      response.writeHead(400, json).end('{"success":false,"error":"Invalid cursor"}')
    else if (fault === 'sign-in-once')
      response.writeHead(401, json).end('{"success":false,"error":"unauthorized access","errorCode":401}')
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
      if (!standIn.keys.has(String(request.headers['x-api-token'] ?? ''))) {
        response.writeHead(401, { ...json, 'x-401-by-gw': 'true' })
        response.end('{"success":false,"error":"unauthorized access","errorCode":401}')
        return
      }
      const { status, body } = answer(url.pathname, url.searchParams)
      const said = JSON.stringify(body)
      const fault = standIn.faults.shift() ?? null
      if (fault !== null) {
        misbehave(fault, response, said)
        return
      }
      const { tokens } = standIn
      if (tokens !== null) tokens.spent += costOf(url.pathname)
      response
        .writeHead(tokens !== null && tokens.spent > tokens.of ? 429 : status, {
          ...json,
          'x-ratelimit-limit': '20',
          'x-ratelimit-remaining': '19',
          'x-ratelimit-reset': '2',
          ...(tokens !== null && {
            'x-daily-ratelimit-token-limit': String(tokens.of),
            'x-daily-ratelimit-token-remaining': String(Math.max(0, tokens.of - tokens.spent)),
          }),
        })
        .end(said)
    })()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: PipedriveStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rows,
    users: new Map(
      (
        [
          [71, 'Priya Raman', 'priya@northwind.test', 1],
          [72, 'Marcus Oyelaran', 'Marcus@Northwind.test', 0],
          [73, 'Sam Newman', 'sam.newman@northwind.test', 0],
        ] as const
      ).map(([id, name, email, is_admin]) => [id, { id, name, email, active_flag: true, is_admin }]),
    ),
    calls: [],
    keys: new Set(['pd-good-token']),
    lacking: new Set(),
    faults: [],
    tokens: { of: 600_000, spent: 0 },
    lagMs: 0,
    mostRows: 500,
    skewMs: 0,
    me: 71,
    put: (object, fields, given) => {
      const id = given ?? nextId++
      const row = rows[object].get(id)
      if (row !== undefined) {
        modify(row, fields)
        return id
      }
      rows[object].set(id, {
        id,
        fields: { add_time: stamp(), update_time: stamp(), ...fields },
        deleted: false,
        archived: false,
        visibleAt: clock() + standIn.lagMs,
        before: null,
        get known() {
          return { fields: this.fields, deleted: this.deleted, archived: this.archived }
        },
      })
      return id
    },
    remove: (object, id) => {
      const row = rows[object].get(id)
      if (row === undefined || row.deleted) return
      modify(row, {})
      row.deleted = true
    },
    restore: (object, id, moves) => {
      const row = rows[object].get(id)
      if (row === undefined || !row.deleted) return
      if (moves) modify(row, {})
      else touch(row)
      row.deleted = false
    },
    archive: (id, archived, moves) => {
      const row = rows.deals.get(id)
      if (row === undefined || row.archived === archived) return
      if (moves) modify(row, {})
      else touch(row)
      row.archived = archived
    },
    merge: (winner, loser) => {
      const row = rows.deals.get(winner)
      if (row === undefined || winner === loser || !rows.deals.delete(loser)) return
      modify(row, {})
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
