// Cuts off whoever does not take the answer they asked for: until they do, it lies in memory, or a film's file stays
// open. Small answers are the system's to keep, and are not watched.
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

interface Reader {
  /** Of all that was written for them so far. */
  readonly bytesWritten: () => number
  /** Of these, what the system has not taken yet. */
  readonly bytesWaiting: () => number
  readonly cutOff: () => void
}

export interface AnswerWatch {
  /** Call what it returns once the answer is through. */
  open(reader: Reader): () => void
  /** Looks at all of them; call it every `lookEveryMs`. */
  look(): void
}

export const lookEveryMs = 5000
/** So many intervals in a row without any progress: a browser that plays a film reads on in time. */
const patience = 6
/** Progress is seen a piece at a time. For a piece that is longer than this, so many bytes are one more interval. */
const bytesInLook = 100_000
/** What is shorter leaves the process with one write. */
const watchedFrom = 64 * 1024

export const createAnswerWatch = (): AnswerWatch => {
  const readers = new Map<Reader, { taken: number; stuck: number }>()
  return {
    open: (reader) => {
      readers.set(reader, { taken: reader.bytesWritten() - reader.bytesWaiting(), stuck: 0 })
      return () => void readers.delete(reader)
    },
    look: () => {
      for (const [reader, progress] of readers) {
        const waiting = reader.bytesWaiting()
        const taken = reader.bytesWritten() - waiting
        progress.stuck = waiting > 0 && taken === progress.taken ? progress.stuck + 1 : 0
        progress.taken = taken
        if (progress.stuck < patience + Math.floor(waiting / bytesInLook)) continue
        readers.delete(reader)
        reader.cutOff()
      }
    },
  }
}

const isLong = (payload: unknown): boolean =>
  typeof payload === 'string' || payload instanceof Uint8Array
    ? payload.length >= watchedFrom
    : typeof payload === 'object' && payload !== null

/** Before the routes. */
export const watchAnswers = (app: FastifyInstance, watch: AnswerWatch): void => {
  app.addHook('onSend', (request, reply, payload, done) => {
    const { socket } = request.raw
    // What asks from within the process, as `inject` does, takes the answer whole.
    if (isLong(payload) && socket instanceof Socket) {
      const close = watch.open({
        bytesWritten: () => socket.bytesWritten,
        bytesWaiting: () => socket.writableLength,
        // What the system has taken for them is let go too.
        cutOff: () => socket.resetAndDestroy(),
      })
      reply.raw.once('close', close)
    }
    done()
  })
  const looking = setInterval(watch.look, lookEveryMs)
  looking.unref()
  app.addHook('onClose', (_app, done) => {
    clearInterval(looking)
    done()
  })
}
