// The network between TVs and a feed: WebSockets to Socket.IO on both sides, events of the simulator in between. Lines are
// slow, break with words under way, break without either end knowing, and, where that is asked for, lose single messages,
// send them twice or let one overtake another.
import { EventEmitter } from 'node:events'
import { WebSocket as EngineWebSocket, io } from 'socket.io-client'
import type { Random } from '../../main/feed/demo/world/random.ts'
import type { OpenSocket } from '../../renderer/live/feed-socket.ts'
import type { Machine, VirtualTime } from './virtual-time.ts'

export interface SimulatedNetwork {
  /** A message takes up to this long, virtual ms. */
  slowestMs: number
  /** How likely a single message is lost, doubled or overtaken, each. */
  unfairness: number
  /** A line that cannot be opened now: the feed is out of reach. */
  isDown: boolean
  /** What Socket.IO's server binds to; connections come to it until its machine is dead or listens no more. */
  listen(feed: Machine): EventEmitter
  stopListening(): void
  openSocketOf(tv: Machine): OpenSocket
  /** Breaks every line of a machine. `told`: whether the other end hears of it. */
  breakLinesOf(machine: Machine, told: boolean): void
}

/** What of a browser's WebSocket engine.io uses. Once it is closed from here, it hears no more. */
interface ClientSocket {
  isClosed: boolean
  binaryType: string
  onopen: (() => void) | null
  onmessage: ((event: { readonly data: string }) => void) | null
  onclose: ((event: object) => void) | null
  onerror: ((error: Error) => void) | null
  send(frame: string): void
  close(): void
}

interface Line {
  readonly tv: Machine
  readonly feed: Machine
  readonly client: ClientSocket
  readonly server: ReturnType<typeof createConnection>
  isBroken: boolean
  /** When the last message of each direction arrives: the next one arrives after it. */
  readonly lastAt: { tv: number; feed: number }
}

const pingEveryMs = 10_000
const pongWithinMs = 5_000

/** The server's end, as engine.io gives it to Socket.IO. */
const createConnection = (id: number, send: (frame: string) => void, hangUp: () => void) => {
  const connection = Object.assign(new EventEmitter(), {
    id: `line-${id}`,
    request: { headers: {}, connection: {} },
    remoteAddress: '127.0.0.1',
    protocol: 4,
    readyState: 'open',
    transport: Object.assign(new EventEmitter(), { writable: true }),
    write: (packet: string) => send(`4${packet}`),
    close: () => {
      if (connection.readyState !== 'open') return
      hangUp()
      end('forced close')
    },
  })
  let patience: ReturnType<typeof setTimeout> | null = null
  const ping = setInterval(() => {
    send('2')
    patience = setTimeout(() => connection.close(), pongWithinMs)
  }, pingEveryMs)
  const end = (reason: string): void => {
    if (connection.readyState !== 'open') return
    connection.readyState = 'closed'
    clearInterval(ping)
    if (patience !== null) clearTimeout(patience)
    setImmediate(() => connection.emit('close', reason))
  }
  return Object.assign(connection, {
    end,
    hear: (frame: string) => {
      if (connection.readyState !== 'open') return
      if (frame.startsWith('3') && patience !== null) clearTimeout(patience)
      else if (frame.startsWith('4')) connection.emit('data', frame.slice(1))
      else if (frame.startsWith('1')) end('transport close')
    },
  })
}

/** What a trace says of a frame; ids that differ from run to run stay out of it. */
const wordOf = (frame: string): string => {
  const [, event] = /^4[23]\/tv,\d*\["([a-z-]+)"/.exec(frame) ?? []
  return event ? `${event} (${frame.length})` : frame.slice(0, 2)
}

export const createSimulatedNetwork = (time: VirtualTime, random: Random): SimulatedNetwork => {
  let lines: Line[] = []
  let listening: { readonly feed: Machine; readonly engine: EventEmitter } | null = null
  let opened = 0

  const delay = (): number => random.between(0.1, network.slowestMs)
  const isUnfair = (frame: string): boolean => frame.startsWith('42') && random.chance(network.unfairness)

  const carry = (line: Line, to: 'tv' | 'feed', frame: string): void => {
    const from = to === 'tv' ? line.feed : line.tv
    if (line.isBroken || !from.alive || isUnfair(frame)) return
    const arrive = (at: number): void =>
      time.after(line[to], at - time.now(), `gets ${wordOf(frame)}`, () => {
        if (line.isBroken) return
        if (to === 'feed') line.server.hear(frame)
        else if (!line.client.isClosed) line.client.onmessage?.({ data: frame })
      })
    const at = time.now() + delay()
    const inOrder = Math.max(line.lastAt[to], at)
    if (isUnfair(frame)) arrive(at)
    else {
      line.lastAt[to] = inOrder
      arrive(inOrder)
    }
    if (isUnfair(frame)) arrive(inOrder + 10 * delay())
  }
  const forget = (line: Line): void => {
    line.isBroken = true
    lines = lines.filter((each) => each !== line)
  }
  const tellTv = (line: Line): void =>
    time.after(line.tv, Math.max(delay(), line.lastAt.tv - time.now()), 'line closed', () => {
      forget(line)
      line.client.onclose?.({})
    })
  const tellFeed = (line: Line): void =>
    time.after(line.feed, Math.max(delay(), line.lastAt.feed - time.now()), 'line closed', () => {
      forget(line)
      line.server.end('transport close')
    })

  /** Runs on the feed's machine. */
  const accept = (feed: Machine, engine: EventEmitter, tv: Machine, client: ClientSocket): Line => {
    opened += 1
    const server = createConnection(
      opened,
      (frame) => carry(line, 'tv', frame),
      () => tellTv(line),
    )
    const line: Line = { tv, feed, client, server, isBroken: false, lastAt: { tv: 0, feed: 0 } }
    lines.push(line)
    line.lastAt.tv = time.now() + delay()
    time.after(tv, line.lastAt.tv - time.now(), 'line open', () => {
      if (!client.isClosed && !line.isBroken) client.onopen?.()
    })
    const greeting = { sid: server.id, upgrades: [], pingInterval: pingEveryMs, pingTimeout: pongWithinMs }
    carry(line, 'tv', `0${JSON.stringify({ ...greeting, maxPayload: 65_536 })}`)
    engine.emit('connection', server)
    return line
  }

  const connect = (tv: Machine): ClientSocket => {
    let line: Line | null = null
    const client: ClientSocket = {
      isClosed: false,
      binaryType: '',
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send: (frame) => {
        if (line) carry(line, 'feed', frame)
      },
      close: () => {
        client.isClosed = true
        if (line) tellFeed(line)
      },
    }
    const target = listening
    if (network.isDown) return client
    if (target?.feed.alive !== true) {
      time.after(tv, delay(), 'refused', () => client.onerror?.(new Error('refused')))
      return client
    }
    time.after(target.feed, delay(), `line from ${tv.name}`, () => {
      if (listening !== target) return
      line = accept(target.feed, target.engine, tv, client)
      if (client.isClosed) tellFeed(line)
    })
    return client
  }

  const network: SimulatedNetwork = {
    slowestMs: 20,
    unfairness: 0,
    isDown: false,
    listen: (feed) => {
      const engine = new EventEmitter()
      listening = { feed, engine }
      return engine
    },
    stopListening: () => {
      listening = null
    },
    openSocketOf: (tv) => {
      class SimulatedWebSocket extends EngineWebSocket {
        override createSocket(): ClientSocket {
          return connect(tv)
        }
      }
      return (url, options) => io(url, { ...options, forceNew: true, transports: [SimulatedWebSocket] })
    },
    breakLinesOf: (machine, told) => {
      for (const line of lines.filter(({ tv, feed }) => tv === machine || feed === machine)) {
        forget(line)
        if (!told) continue
        const { client, server } = line
        time.after(line.tv, delay(), 'line broken', () => client.onclose?.({}))
        time.after(line.feed, delay(), 'line broken', () => server.end('transport error'))
      }
    },
  }
  return network
}
