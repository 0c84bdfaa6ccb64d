// Writes parts of a floor's files into the database, one batch after another, under the fence. It always knows whether a batch
// stands: where a connection breaks in the middle, it is sent again until the database has said what became of it.
import { headPart } from '../kept-parts.ts'
import { LogUnavailable } from '../log.ts'
import { lastOwnChange, type Part, put, putValues } from './beside-statements.ts'
import type { Asks } from './postgres-database.ts'
import { isDefinite, troubleWords } from './trouble.ts'

/**
 * Of one batch, unless its first part has more. What was written together goes together, so that nobody finds half of it; only
 * after a long outage there may be more.
 */
const mostBytes = 16 * 1024 * 1024
const mostParts = 20_000
const usualAgainMs = 100
const usualPatienceMs = 5000
const unreadableMs = 1000

/** Parts of a file as they are read, a batch at a time. */
export type Pieces = () => AsyncIterable<readonly Part[]>

export interface BesideWriter {
  /** What is to be written next: of a part that waits already, this stands. */
  add(parts: readonly Part[]): void
  /** Written after what waits: asked for piece by piece, when it is their turn. `name`: of several of a name only the last. */
  addPieces(name: string, pieces: Pieces): void
  /** Resolves once all that was added is in the database. Rejects with `LogUnavailable`. */
  durable(): Promise<void>
  /** The last change that is known to be in the database. */
  last(): number
  /** A part of a sentence, once the floor is somebody else's; null: as far as is known it is not. */
  lost(): string | null
  /**
   * A part of a sentence: what waits was refused, and none of it stands. Null: nothing waits, or it is not known what became of it.
   */
  refusal(): string | null
  /** Gives up what waits for the database at once. Of what was refused nothing is under way any more once it resolves. */
  close(): Promise<void>
}

export interface BesideWriterParts {
  readonly database: Asks
  readonly floor: number
  /** That owns it: nothing is written by another. */
  readonly node: number
  /** The last change when it was opened. */
  readonly after: number
  readonly onError: (what: string, error: unknown) => void
  /** Nothing of it will be written any more. */
  readonly onLost?: (() => void) | undefined
  readonly patienceMs?: number | undefined
}

/** A part of a sentence. */
export const floorTaken = 'another feed has taken the floor over'
const closedWords = 'the feed is closed'

class Lost extends Error {
  override readonly name = 'Lost'
}

interface Waiter {
  readonly done: () => void
  readonly failed: (error: LogUnavailable) => void
}

const sizeOf = ({ body }: Part): number => body?.length ?? 0

/** In their order, none longer than a batch may be. */
function* batchesOf(parts: Iterable<Part>): Generator<readonly Part[]> {
  let batch: Part[] = []
  let bytes = 0
  for (const part of parts) {
    if (batch.length > 0 && (batch.length === mostParts || bytes + sizeOf(part) > mostBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(part)
    bytes += sizeOf(part)
  }
  if (batch.length > 0) yield batch
}

export const createBesideWriter = (parts: BesideWriterParts): BesideWriter => {
  const { database, floor, node, onError, patienceMs = usualPatienceMs } = parts
  let last = parts.after
  let waitingParts = new Map<string, Part>()
  let waitingPieces = new Map<string, Pieces>()
  let waiters: Waiter[] = []
  /** Those of the round that is under way. */
  let served: Waiter[] = []
  let running: Promise<void> | null = null
  let closed = false
  let lost: string | null = null
  let trouble: string | null = null
  let refused = false
  /** Of the process, in ms. */
  let progressAt = performance.now()

  const failAll = (why: string): void => {
    const all = [...served, ...waiters]
    served = []
    waiters = []
    for (const { failed } of all) failed(new LogUnavailable(why))
  }
  const answered = (): void => {
    progressAt = performance.now()
    refused = false
    if (trouble === null) return
    trouble = null
    onError('what lies beside the log is written again', null)
  }
  const waitAfter = async (error: unknown): Promise<void> => {
    if (closed) throw new Lost(closedWords)
    if (trouble === null) onError('what lies beside the log cannot be written at the moment', error)
    trouble = troubleWords(error)
    await new Promise((done) => setTimeout(done, usualAgainMs))
  }
  /** Insists on an answer. Null: the floor is somebody else's. */
  const lastInDatabase = async (): Promise<number | null> => {
    for (;;) {
      try {
        const [row] = await database.ask(lastOwnChange, [floor, node])
        return row === undefined ? null : Number(row[0])
      } catch (error) {
        await waitAfter(error)
      }
    }
  }

  const write = async (batch: readonly Part[]): Promise<void> => {
    const values = putValues(floor, node, last, batch)
    const next = last + batch.length
    let isOpen = false
    for (;;) {
      if (closed) throw new Lost(closedWords)
      try {
        const isWritten = (await database.ask(put, values))[0]?.[0] === '1'
        if (!isWritten) {
          // An earlier try may have been written, and its answer lost.
          const found = isOpen ? await lastInDatabase() : null
          if (found !== next) throw new Lost(floorTaken)
        }
        last = next
        answered()
        return
      } catch (error) {
        if (error instanceof Lost) throw error
        isOpen ||= !isDefinite(error)
        refused = !isOpen
        await waitAfter(error)
      }
    }
  }

  /** A file that this machine cannot read now: nobody is told that it is kept. */
  const leaveForLater = async (name: string, read: Pieces, error: unknown): Promise<void> => {
    onError('a file that lies beside the log cannot be read', error)
    failAll('a file that lies beside the log cannot be read')
    if (!waitingPieces.has(name)) waitingPieces.set(name, read)
    if (closed) throw new Lost(closedWords)
    await new Promise((done) => setTimeout(done, unreadableMs))
  }

  const round = async (): Promise<void> => {
    const [rows, pieces] = [waitingParts, waitingPieces]
    waitingParts = new Map()
    waitingPieces = new Map()
    served = [...served, ...waiters]
    waiters = []
    for (const batch of batchesOf(rows.values())) await write(batch)
    for (const [name, read] of pieces) {
      try {
        for await (const some of read()) for (const batch of batchesOf(some)) await write(batch)
      } catch (error) {
        if (error instanceof Lost) throw error
        await leaveForLater(name, read, error)
      }
    }
    const done = served
    served = []
    for (const waiter of done) waiter.done()
  }
  const isIdle = (): boolean => waitingParts.size === 0 && waitingPieces.size === 0
  const run = async (): Promise<void> => {
    try {
      // What is added in the same turn goes together.
      await Promise.resolve()
      while (!isIdle() || waiters.length > 0 || served.length > 0) await round()
    } catch (error) {
      lost = error instanceof Lost ? error.message : 'what lies beside the log cannot be written'
      if (!(error instanceof Lost)) onError(lost, error)
      failAll(lost)
      waitingParts.clear()
      waitingPieces.clear()
      if (!closed) parts.onLost?.()
    } finally {
      running = null
    }
  }
  const start = (): void => {
    if (running !== null || lost !== null || closed) return
    progressAt = performance.now()
    running = run()
  }

  return {
    add: (added) => {
      if (lost !== null) return
      for (const part of added) {
        const name = `${part.file}\n${part.part}`
        // After the parts that it counts on.
        if (part.part === headPart) waitingParts.delete(name)
        waitingParts.set(name, part)
      }
      start()
    },
    addPieces: (name, pieces) => {
      if (lost !== null) return
      waitingPieces.delete(name)
      waitingPieces.set(name, pieces)
      start()
    },
    durable: () => {
      if (lost !== null) return Promise.reject(new LogUnavailable(lost))
      if (closed) return Promise.reject(new LogUnavailable(closedWords))
      if (running === null && isIdle()) return Promise.resolve()
      return new Promise((done, reject) => {
        let timer: NodeJS.Timeout | undefined
        const waiter: Waiter = {
          done: () => {
            clearTimeout(timer)
            done()
          },
          failed: (error) => {
            clearTimeout(timer)
            reject(error)
          },
        }
        const look = (ms: number): void => {
          timer = setTimeout(() => {
            // A large file takes its time: only an outage makes one give up.
            const silentMs = performance.now() - progressAt
            if (silentMs < patienceMs) look(patienceMs - silentMs)
            else reject(new LogUnavailable(trouble ?? 'the database does not answer'))
          }, ms)
          timer.unref()
        }
        look(patienceMs)
        if (isIdle() && running !== null) served.push(waiter)
        else waiters.push(waiter)
        start()
      })
    },
    last: () => last,
    lost: () => lost,
    refusal: () => (refused ? trouble : null),
    close: async () => {
      closed = true
      failAll(closedWords)
      // Its node may have the floor again before it is over. A database that answers does so soon.
      if (refused) await running
    },
  }
}
