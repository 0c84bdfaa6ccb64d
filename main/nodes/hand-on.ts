// Hands requests and sockets on to the node that owns their floor.
import { Agent, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type Duplex, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createProxyServer, proxyUpgrade } from 'httpxy'
import { hopsHeader, proofHeader } from './who-asks.ts'

/** A body up to here is read before it is handed on, so that it can be sent again where a node is gone; bytes. */
const mostKept = 1024 * 1024
/** An import's answer may take a while. */
const answerMs = 10 * 60_000
const upgradeMs = 10_000
/** A machine that is lost refuses nothing: it is silent. */
const reachMs = 1000

/** A request whose body is at hand, or comes once. */
export interface HeldRequest {
  readonly request: IncomingMessage
  /** Null: it comes once. */
  readonly body: Buffer | null
}

/** Rejects where the client goes away. */
export const holdBody = async (request: IncomingMessage): Promise<HeldRequest> => {
  const length = Number(
    request.headers['content-length'] ?? (request.headers['transfer-encoding'] ? Infinity : 0),
  )
  return { request, body: length <= mostKept ? await buffer(request) : null }
}

/**
 * `answered`: the client has its answer, or is gone. `unreached`: nothing of it arrived. `unknown`: it may have arrived, and no
 * answer came.
 */
export type HandedOn = 'answered' | 'unreached' | 'unknown'

const unreached = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

export interface HandOn {
  request(held: HeldRequest, response: ServerResponse, to: string, hops: number): Promise<HandedOn>
  /** Whether something listens there. */
  reaches(to: string): Promise<boolean>
  /** False where the node is gone; the socket is ended then, and whoever holds it connects again. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, to: string, hops: number): Promise<boolean>
  /** The nodes that have not answered yet, or have a socket. */
  waitsFor(): ReadonlySet<string>
  /** What waits for a node that hangs would wait as long: requests are not answered by it, and sockets end. */
  giveUp(to: string): void
  close(): void
}

/** `proof`: what this node says to another one. */
export const createHandOn = (proof: string): HandOn => {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const proxy = createProxyServer({ agent, xfwd: false, proxyTimeout: answerMs })
  const waiting = new Set<{ readonly to: string; readonly giveUp: () => void }>()
  const asked = new WeakMap<IncomingMessage, ClientRequest>()
  proxy.on('proxyReq', (outgoing, request) => void asked.set(request, outgoing))
  const headers = (hops: number) => ({ [proofHeader]: proof, [hopsHeader]: String(hops + 1) })
  return {
    request: async ({ request, body }, response, to, hops) => {
      const wait = { to, giveUp: () => void asked.get(request)?.destroy(new Error('its node is gone')) }
      waiting.add(wait)
      try {
        const again = body === null || body.length === 0 ? {} : { buffer: Readable.from([body]) }
        await proxy.web(request, response, { target: to, headers: headers(hops), ...again })
        return 'answered'
      } catch (error) {
        if (response.headersSent) {
          response.destroy()
          return 'answered'
        }
        return unreached.has(codeOf(error)) && body !== null ? 'unreached' : 'unknown'
      } finally {
        waiting.delete(wait)
      }
    },
    reaches: (to) =>
      new Promise((resolve) => {
        const { hostname, port } = new URL(to)
        const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 80 })
        socket.setTimeout(reachMs, () => socket.destroy())
        socket.once('connect', () => {
          resolve(true)
          socket.destroy()
        })
        socket.once('error', () => resolve(false))
        socket.once('close', () => resolve(false))
      }),
    upgrade: async (request, socket, head, to, hops) => {
      // It says so once.
      if (socket.destroyed) return false
      const wait = { to, giveUp: () => void socket.destroy() }
      waiting.add(wait)
      socket.once('close', () => waiting.delete(wait))
      try {
        // What Node hands over for an upgrade is the connection itself.
        await proxyUpgrade(to, request, socket as Socket, head, {
          ...{ xfwd: false, upgradeTimeout: upgradeMs, headers: headers(hops) },
        })
        return true
      } catch {
        socket.destroy()
        return false
      }
    },
    waitsFor: () => new Set([...waiting].map(({ to }) => to)),
    giveUp: (gone) => {
      for (const { to, giveUp } of [...waiting]) if (to === gone) giveUp()
    },
    close: () => agent.destroy(),
  }
}
