// Bare Socket.IO in the place of a node: a room a floor, and what somebody else worked out sent into it.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { heartbeat } from '../main/feed/socket/socket-server.ts'
import { type Used, usedSoFar } from './child.ts'

export type BareNodeQuestion =
  | { readonly kind: 'used' }
  | { readonly kind: 'emit'; readonly floor: string; readonly event: string; readonly payload: unknown }

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const tvs = new Server(server, {
  transports: ['websocket'],
  serveClient: false,
  httpCompression: false,
  perMessageDeflate: false,
  // A TV that answers is no part of a message: as often as the feed asks.
  ...heartbeat,
}).of('/tv')
tvs.on('connection', (socket) => void socket.join(socket.handshake.headers['x-forwarded-host'] ?? ''))

process.on('message', (question: BareNodeQuestion) => {
  if (question.kind === 'used') return void process.send?.(usedSoFar() satisfies Used)
  tvs.to(question.floor).emit(question.event, question.payload)
  process.send?.(true)
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
