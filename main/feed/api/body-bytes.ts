// Bodies that go to the disk as they come.
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** So that the answer is read before the line is cut. */
const graceMs = 1000

/** Nobody reads the rest of a body that may have gigabytes. A line that is closed at once takes the answer with it. */
export const cutOff = (raw: IncomingMessage, reply: FastifyReply): void => {
  reply.raw.once('finish', () => {
    const timer = setTimeout(() => raw.socket.destroy(), graceMs)
    timer.unref()
  })
}

/** Whoever stops reading leaves the line as it is: an answer still goes out by it. */
export async function* bytesOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (body instanceof Readable) yield* body.iterator({ destroyOnReturn: false })
}
