// A server that speaks as Aircall does, as far as its documentation and others’ code say, and misbehaves when it is told to.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StandInUser {
  readonly id: number
  readonly name: string
  readonly email: string | null
  readonly extension: string | null
}

/** Epoch seconds by its own clock. */
export interface StandInCall {
  readonly id: number
  readonly direction: 'inbound' | 'outbound'
  readonly started_at: number
  answered_at: number | null
  ended_at: number | null
  missed_call_reason: string | null
  voicemail: string | null
  user: number | null
  tags: string[]
  /** The list knows of it from then on. */
  visibleAt: number
}

/** What goes wrong with the next request. */
export type AircallFault = 'rate' | 'rate-with-time' | 'page' | 'broken' | 'cut' | 'sign-in-once' | 'half'

export interface AircallStandIn {
  readonly url: string
  readonly calls: Map<number, StandInCall>
  readonly users: Map<number, StandInUser>
  /** Paths that were asked for, oldest first. */
  readonly asked: string[]
  /** `id:token`, as they are taken. */
  readonly keys: Set<string>
  /** Goes wrong in this order, one a request; null is a request that goes well. */
  readonly faults: (AircallFault | null)[]
  /** A page has so many rows at most, whatever was asked for. */
  mostRows: number
  /** No question leads past so many rows. */
  mostOfQuery: number
  /** Of its clock, against the tests’. */
  skewMs: number
  /** Epoch seconds. */
  now(): number
  put(call: Partial<Omit<StandInCall, 'id'>>): number
  close(): Promise<void>
}

/** `now`: epoch ms, a clock that tests turn. */
export const startAircallStandIn = async (now: () => number): Promise<AircallStandIn> => {
  const calls: AircallStandIn['calls'] = new Map()
  let nextId = 76_000_000
  const clock = (): number => Math.floor((now() + standIn.skewMs) / 1000)

  const written = (call: StandInCall): object => {
    const user = call.user === null ? null : standIn.users.get(call.user)
    return {
      id: call.id,
      sid: `CA${call.id}`,
      direct_link: `https://api.aircall.io/v1/calls/${call.id}`,
      direction: call.direction,
      status: call.ended_at === null ? (call.answered_at === null ? 'initial' : 'answered') : 'done',
      missed_call_reason: call.missed_call_reason,
      started_at: call.started_at,
      answered_at: call.answered_at,
      ended_at: call.ended_at,
      // With the ringing.
      duration: call.ended_at === null ? 0 : call.ended_at - call.started_at,
      voicemail: call.voicemail,
      recording: null,
      raw_digits: '+1 555 0100',
      user: user ?? null,
      contact: { id: 9, first_name: 'Nicole', last_name: 'Brun' },
      number: { id: 4, name: 'Sales', digits: '+1 555 0199', time_zone: 'America/New_York' },
      tags: call.tags.map((name, id) => ({ id, name, color: '#fff' })),
      comments: [],
    }
  }

  const pageOf = (all: readonly unknown[], query: URLSearchParams, most: number) => {
    const perPage = Math.min(Number(query.get('per_page') ?? 20), most)
    const page = Number(query.get('page') ?? 1)
    const from = (page - 1) * perPage
    if (from + perPage > standIn.mostOfQuery) return null
    const rows = all.slice(from, from + perPage)
    const isMore = from + rows.length < all.length
    return {
      rows,
      meta: {
        count: rows.length,
        // A link past the ten thousandth is given all the same.
        total: all.length,
        current_page: page,
        per_page: perPage,
        next_page_link: isMore ? `https://api.aircall.io/v1/calls?page=${page + 1}` : null,
        previous_page_link: null,
      },
    }
  }

  const answer = (url: URL): { status: number; body: unknown } => {
    const query = url.searchParams
    if (url.pathname === '/v1/users') {
      const found = pageOf([...standIn.users.values()], query, 50)
      return { status: 200, body: { users: found?.rows, meta: found?.meta } }
    }
    if (url.pathname === '/v1/calls') {
      if (Number(query.get('per_page')) > 50)
        return { status: 400, body: { error: 'Bad request', troubleshoot: 'per_page is 50 at most' } }
      const from = Number(query.get('from') ?? 0)
      const to = Number(query.get('to') ?? Number.POSITIVE_INFINITY)
      const sign = query.get('order') === 'desc' ? -1 : 1
      const all = [...calls.values()]
        .filter((call) => call.started_at >= from && call.started_at <= to && call.visibleAt <= clock())
        .sort((a, b) => sign * (a.started_at - b.started_at || a.id - b.id))
      const found = pageOf(all.map(written), query, standIn.mostRows)
      if (found === null)
        return { status: 400, body: { error: 'Bad request', troubleshoot: 'more than 10000 calls' } }
      return { status: 200, body: { calls: found.rows, meta: found.meta } }
    }
    const id = Number(/^\/v1\/calls\/(\d+)$/.exec(url.pathname)?.[1])
    const call = calls.get(id)
    return call === undefined
      ? { status: 404, body: { error: 'Not found', troubleshoot: 'No call of that id' } }
      : { status: 200, body: { call: written(call) } }
  }

  const misbehave = (fault: AircallFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, { ...json, ...(fault === 'rate-with-time' && { 'retry-after': '7' }) })
        .end('{"error":"Too many requests"}')
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Please sign in to the network</body></html>')
    else if (fault === 'broken') response.writeHead(503).end('down')
    else if (fault === 'sign-in-once') response.writeHead(401, json).end('{"error":"Unauthorized"}')
    else if (fault === 'half') response.writeHead(200, json).end(text.slice(0, -1))
    else {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    }
  }

  const server = createServer((request, response) => {
    request.resume()
    const url = new URL(request.url ?? '/', 'http://stand-in')
    standIn.asked.push(`${request.method} ${url.pathname}${url.search}`)
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const key = Buffer.from(basic, 'base64').toString('utf8')
    if (!standIn.keys.has(key)) {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: 'Unauthorized', troubleshoot: `The API key ${key} is not valid` }))
      return
    }
    const { status, body } = answer(url)
    const said = JSON.stringify(body)
    const fault = standIn.faults.shift() ?? null
    if (fault !== null) misbehave(fault, response, said)
    else response.writeHead(status, { 'content-type': 'application/json' }).end(said)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  const standIn: AircallStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    users: new Map(
      [
        { id: 71, name: 'Priya Raman', email: 'priya@northwind.test', extension: '201' },
        { id: 72, name: 'Marcus Oyelaran', email: 'Marcus@Northwind.test', extension: null },
        { id: 73, name: 'Desk by the door', email: null, extension: '204' },
      ].map((user) => [user.id, user]),
    ),
    asked: [],
    keys: new Set(['air-id:air-token']),
    faults: [],
    mostRows: 50,
    mostOfQuery: 10_000,
    skewMs: 0,
    now: clock,
    put: (call) => {
      const id = nextId++
      const at = call.started_at ?? clock()
      calls.set(id, {
        id,
        direction: 'outbound',
        answered_at: null,
        ended_at: null,
        missed_call_reason: null,
        voicemail: null,
        user: 71,
        tags: [],
        visibleAt: at,
        ...call,
        started_at: at,
      })
      return id
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
