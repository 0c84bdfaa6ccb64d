// Many TVs in one process: bare WebSockets that speak just enough Socket.IO, so that the feed is what is measured.
import { WebSocket } from 'ws'
import { protocolVersion } from '../shared/wire/socket.ts'
import { quantile } from './result.ts'

export type TvQuestion =
  | {
      readonly kind: 'connect'
      readonly port: number
      readonly count: number
      readonly until: 'accepted' | 'snapshot'
      /** Of a floor among several, as a proxy passes it on. */
      readonly as?: { readonly floor: string; readonly token: string }
    }
  /** Counts from now on. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'counted' }
  | { readonly kind: 'disconnect' }

type Connect = Extract<TvQuestion, { kind: 'connect' }>

export interface TvCounted {
  readonly frames: number
  readonly bytes: number
  /** From the first TV that has a broadcast to the last, ms, over broadcasts that reached all of them. */
  readonly spreadP50Ms: number
  /** The event that came last, and what it said; null where none came. */
  readonly last: readonly [event: string, payload: unknown] | null
}

const sockets: WebSocket[] = []
let frames = 0
let bytes = 0
let last: string | null = null
/** Arrivals of the n-th message since the last reset, over all TVs. */
let arrivals: { first: number; last: number; count: number }[] = []
const seen = new Map<WebSocket, number>()

const isEvent = (text: string): boolean => text.startsWith('42/tv,') || text.startsWith('42[')

const note = (socket: WebSocket, text: string): void => {
  if (!isEvent(text)) return
  frames += 1
  bytes += text.length
  last = text
  const nth = seen.get(socket) ?? 0
  seen.set(socket, nth + 1)
  const now = performance.now()
  const arrival = arrivals[nth]
  if (arrival) {
    arrival.last = now
    arrival.count += 1
  } else arrivals[nth] = { first: now, last: now, count: 1 }
}

/** Resolves once the namespace is joined and, where asked, the first board is there. */
const open = ({ port, until, as }: Connect): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      headers: as === undefined ? {} : { 'x-forwarded-host': as.floor, 'x-forwarded-for': '198.51.100.4' },
    })
    sockets.push(socket)
    socket.on('error', reject)
    socket.on('message', (data) => {
      const text = String(data)
      if (text.startsWith('0'))
        socket.send(`40/tv,${JSON.stringify({ protocol: protocolVersion, token: as?.token })}`)
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40/tv') && until === 'accepted') resolve()
      else if (text.startsWith('42/tv,["board"') && until === 'snapshot') resolve()
      note(socket, text)
    })
  })

/** How many TVs connect at the same time. */
const atOnce = 64

const connectAll = async (question: Connect): Promise<number> => {
  const startedAt = performance.now()
  const { count } = question
  let left = count
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      await open(question)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker))
  return performance.now() - startedAt
}

const counted = (): TvCounted => {
  const whole = arrivals.filter(({ count }) => count === sockets.length)
  return {
    frames,
    bytes,
    spreadP50Ms: quantile(
      whole.map(({ first, last }) => last - first),
      0.5,
    ),
    last: last === null ? null : JSON.parse(last.slice(last.indexOf('['))),
  }
}

const answer = async (question: TvQuestion): Promise<unknown> => {
  switch (question.kind) {
    case 'connect':
      return connectAll(question)
    case 'reset':
      frames = 0
      bytes = 0
      last = null
      arrivals = []
      seen.clear()
      return true
    case 'counted':
      return counted()
    case 'disconnect':
      for (const socket of sockets.splice(0)) socket.terminate()
      return true
  }
}

process.on('message', (question: TvQuestion) => {
  void answer(question).then((value) => process.send?.(value))
})
