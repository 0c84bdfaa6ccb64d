// A server that speaks as Dialpad does, its live channel too, and misbehaves when it is told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { WebSocketServer } from 'ws'

export interface StandInLeg {
  /** Of 64 bits. */
  readonly id: bigint
  readonly direction: 'inbound' | 'outbound'
  /** Epoch ms. */
  readonly started: number
  connected: number | null
  ended: number | null
  target: { readonly type: string; readonly email: string | null; readonly name: string } | null
  operator: bigint | null
  labels: string[]
  voicemail: boolean
}

export type DialpadFault = 'rate' | 'rate-with-time' | 'page' | 'broken' | 'cut' | 'sign-in-once' | 'half'

export interface DialpadStandIn {
  readonly url: string
  readonly legs: Map<string, StandInLeg>
  readonly asked: string[]
  readonly keys: Set<string>
  readonly faults: (DialpadFault | null)[]
  /** Whether the key may open channels. */
  mayListen: boolean
  mostRows: number
  /** Sockets that are open. */
  readonly listeners: () => number
  /** Channels and subscriptions that were made. */
  readonly made: { channels: number; subscriptions: number }
  now(): number
  put(leg: Partial<Omit<StandInLeg, 'id'>>): StandInLeg
  /** Tells those who listen of a call; with another secret, or unsigned, as somebody else would. */
  tell(leg: StandInLeg, as?: 'dialpad' | 'a stranger' | 'nobody'): Promise<void>
  /** Closes all that listen. */
  hangUp(): void
  close(): Promise<void>
}

const readAll = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const part of request) text += part
  return text
}

/** `now`: epoch ms, a clock that tests turn. */
export const startDialpadStandIn = async (now: () => number): Promise<DialpadStandIn> => {
  const legs: DialpadStandIn['legs'] = new Map()
  let nextId = 6_000_000_000_000_000_001n
  let channel: { readonly id: string; readonly secret: string } | null = null
  let isSubscribed = false
  let addresses = 0
  const sockets = new WebSocketServer({ noServer: true })

  /** By hand, as a number of 64 bits goes into no number of JavaScript’s. */
  const written = (leg: StandInLeg): string =>
    JSON.stringify({
      call_id: `#${leg.id}#`,
      ...(leg.operator !== null && { operator_call_id: `#${leg.operator}#` }),
      direction: leg.direction,
      date_started: leg.started,
      ...(leg.connected !== null && { date_connected: leg.connected }),
      ...(leg.ended !== null && { date_ended: leg.ended, total_duration: leg.ended - leg.started + 0.25 }),
      state: leg.ended === null ? 'connected' : 'hangup',
      external_number: '+15550100',
      internal_number: '+15550199',
      contact: { name: 'Nicole Brun', phone: '+15550100', email: 'nicole@acme.test', type: 'shared' },
      ...(leg.target !== null && { target: { ...leg.target, id: '4417', phone: '+15550199' } }),
      ...(leg.labels.length > 0 && { labels: leg.labels }),
      ...(leg.voicemail && { voicemail_share_link: 'https://dialpad.test/v/1' }),
    }).replace(/"#(\d+)#"/g, '$1')

  const channelText = (): string => {
    addresses += 1
    return JSON.stringify({
      id: Number(channel?.id),
      websocket_url: `${standIn.url.replace('http', 'ws')}/ws/${addresses}`,
      signature: { secret: channel?.secret, algo: 'HS256', type: 'jwt' },
    })
  }

  const answer = (method: string, url: URL, text: string): { status: number; text: string } => {
    const query = url.searchParams
    if (url.pathname === '/api/v2/users')
      return {
        status: 200,
        text: JSON.stringify({
          items: [
            { id: 71, emails: ['priya@northwind.test'], display_name: 'Priya Raman', state: 'active' },
            { id: 72, emails: ['Marcus@Northwind.test'], first_name: 'Marcus', last_name: 'Oyelaran' },
            { id: 73, emails: ['gone@northwind.test'], display_name: 'Gone', state: 'deleted' },
          ],
        }),
      }
    if (url.pathname.startsWith('/api/v2/websockets') || url.pathname.startsWith('/api/v2/subscriptions')) {
      if (!standIn.mayListen) return { status: 403, text: '{"error":{"message":"Company admin only"}}' }
      if (url.pathname === '/api/v2/subscriptions/call') {
        if (method === 'POST') {
          isSubscribed = true
          standIn.made.subscriptions += 1
        }
        return {
          status: 200,
          text: isSubscribed ? `{"items":[{"id":9,"enabled":true,"websocket":{"id":${channel?.id}}}]}` : '{}',
        }
      }
      if (method === 'POST') {
        standIn.made.channels += 1
        channel = { id: '8', secret: JSON.parse(text).secret }
      }
      if (method === 'GET' && url.pathname === '/api/v2/websockets')
        return { status: 200, text: channel === null ? '{}' : `{"items":[${channelText()}]}` }
      return { status: 200, text: channelText() }
    }
    if (url.pathname === '/api/v2/call') {
      const after = Number(query.get('started_after') ?? -1)
      const before = Number(query.get('started_before') ?? Number.POSITIVE_INFINITY)
      const all = [...legs.values()]
        .filter(({ started, ended }) => ended !== null && started > after && started < before)
        .sort((a, b) => b.started - a.started || (a.id < b.id ? 1 : -1))
      // A cursor goes on behind the last call of its page.
      const cursor = query.get('cursor')
      const rest = cursor === null ? all : all.slice(all.findIndex(({ id }) => String(id) === cursor) + 1)
      const page = rest.slice(0, standIn.mostRows)
      const last = page.at(-1)
      const more = rest.length > page.length && last ? `,"cursor":"${last.id}"` : ''
      return { status: 200, text: `{"items":[${page.map(written).join(',')}]${more}}` }
    }
    const leg = legs.get(/^\/api\/v2\/call\/(\d+)$/.exec(url.pathname)?.[1] ?? '')
    return leg === undefined
      ? { status: 404, text: '{"error":{"code":404,"message":"Not found"}}' }
      : { status: 200, text: written(leg) }
  }

  const misbehave = (fault: DialpadFault, response: ServerResponse, text: string): void => {
    const json = { 'content-type': 'application/json' }
    if (fault === 'rate' || fault === 'rate-with-time')
      response
        .writeHead(429, { ...json, ...(fault === 'rate-with-time' && { 'retry-after': '7' }) })
        .end('{"error":{"code":429,"message":"Rate limit exceeded"}}')
    else if (fault === 'page')
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!DOCTYPE html><html><body>Sign in</body></html>')
    else if (fault === 'broken') response.writeHead(503).end('down')
    else if (fault === 'sign-in-once') response.writeHead(401, json).end('{"error":{"code":401}}')
    else if (fault === 'half') response.writeHead(200, json).end(text.slice(0, -1))
    else {
      response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(text) + 10 })
      response.write(text.slice(0, Math.floor(text.length / 2)))
      setImmediate(() => response.destroy())
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const text = await readAll(request)
      const url = new URL(request.url ?? '/', 'http://stand-in')
      standIn.asked.push(`${request.method} ${url.pathname}${url.search}`)
      const key = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
      if (!standIn.keys.has(key)) {
        response.writeHead(401, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ error: { code: 401, message: `The key ${key} is not valid` } }))
        return
      }
      const said = answer(request.method ?? '', url, text)
      const fault = url.pathname.startsWith('/api/v2/call') ? (standIn.faults.shift() ?? null) : null
      if (fault !== null) misbehave(fault, response, said.text)
      else response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.text)
    })()
  })
  server.on('upgrade', (request, socket, head) => {
    // An address serves once.
    if (request.url !== `/ws/${addresses}`) socket.destroy()
    else sockets.handleUpgrade(request, socket, head, () => undefined)
  })
  sockets.on('wsClientError', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const open = new Set<import('ws').WebSocket>()
  const upgrade = sockets.handleUpgrade.bind(sockets)
  sockets.handleUpgrade = (request, socket, head, done) =>
    upgrade(request, socket, head, (client, asked) => {
      open.add(client)
      client.on('close', () => open.delete(client))
      done(client, asked)
    })

  const standIn: DialpadStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    legs,
    asked: [],
    keys: new Set(['dialpad-good-key']),
    faults: [],
    mayListen: true,
    mostRows: 50,
    listeners: () => open.size,
    made: { channels: 0, subscriptions: 0 },
    now,
    put: (given) => {
      const id = nextId++
      const leg: StandInLeg = {
        id,
        direction: 'outbound',
        started: now(),
        connected: null,
        ended: null,
        target: { type: 'user', email: 'priya@northwind.test', name: 'Priya Raman' },
        operator: null,
        labels: [],
        voicemail: false,
        ...given,
      }
      legs.set(String(id), leg)
      return leg
    },
    tell: async (leg, as = 'dialpad') => {
      const body = JSON.parse(written(leg))
      const secret = as === 'dialpad' ? (channel?.secret ?? '') : 'another secret of a stranger'
      const text =
        as === 'nobody'
          ? JSON.stringify(body)
          : await new SignJWT(body)
              .setProtectedHeader({ alg: 'HS256' })
              .sign(new TextEncoder().encode(secret))
      for (const client of open) client.send(text)
    },
    hangUp: () => {
      for (const client of open) client.terminate()
    },
    close: () =>
      new Promise((done) => {
        for (const client of open) client.terminate()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return standIn
}
