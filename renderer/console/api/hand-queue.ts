// What was entered by hand on its way to the feed, in its order. It is kept on the phone over a dropped network and a reload,
// until the feed has taken or refused it.
import { z } from 'zod'
import { type HandAnswer, HandEntry } from '../../../shared/wire/by-hand.ts'
import type { Shelf } from '../../live/page-shelf.ts'
import { createStore, type Store } from '../../live/store.ts'
import { newUuid } from './new-uuid.ts'
import { ApiFailure } from './request.ts'

const head = { key: z.uuid(), id: z.uuid(), nth: z.int() }
const HandOp = z.discriminatedUnion('do', [
  z.object({ ...head, do: z.literal('put'), entry: HandEntry }),
  z.object({ ...head, do: z.literal('withdraw'), entry: HandEntry }),
])
/** `withdraw`: `entry` as it stood, with the version that takes it back. `nth`: its place among those that wait. */
export type HandOp = z.infer<typeof HandOp>

export interface RefusedOp {
  readonly op: HandOp
  readonly failure: ApiFailure
}

export interface HandQueueState {
  readonly waiting: readonly HandOp[]
  /** Why the first one does not go on; it is tried again by itself. */
  readonly trouble: 'unreachable' | 'signed-out' | null
  /** What the feed did not take, until somebody has seen it. */
  readonly refused: readonly RefusedOp[]
}

interface HandQueueParts {
  readonly shelf: Shelf
  /** Whose entries these are: a phone may be several people’s. */
  readonly account: string
  readonly send: (op: HandOp) => Promise<HandAnswer>
  /** What stands after an operation that the feed took. */
  readonly taken: (op: HandOp, answer: HandAnswer) => void
  readonly later: (run: () => void, ms: number) => void
}

export interface HandQueue {
  readonly state: Store<HandQueueState>
  put(id: string, entry: HandEntry): void
  /** `entry` as it stands. */
  withdraw(id: string, entry: HandEntry): void
  /** Tries again what did not get through. */
  resume(): void
  /** Somebody has seen that it was refused. */
  dismiss(key: string): void
}

const againMs = 5000

/** 0: no answer came. */
const laterStatuses: readonly number[] = [0, 429, 502, 503, 504]

const troubleOf = ({ code, status }: ApiFailure): HandQueueState['trouble'] => {
  if (status === 401 || code === 'unauthorized') return 'signed-out'
  // A feed that is starting, or is busy, takes it later.
  return laterStatuses.includes(status) ? 'unreachable' : null
}

/** Each has a place of its own, so that two windows lose nothing of each other’s. */
const stored = (shelf: Shelf, prefix: string): readonly HandOp[] => {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index))
  return keys
    .flatMap((key): readonly HandOp[] => {
      if (key === null || !key.startsWith(prefix)) return []
      try {
        return [HandOp.parse(JSON.parse(shelf.getItem(key) ?? ''))]
      } catch (error) {
        console.warn('floorboard: a kept entry cannot be read:', error)
        return []
      }
    })
    .sort((one, other) => one.nth - other.nth)
}

export const createHandQueue = ({ shelf, account, send, taken, later }: HandQueueParts): HandQueue => {
  const prefix = `floorboard:by-hand:${account}:`
  const state = createStore<HandQueueState>({ waiting: stored(shelf, prefix), trouble: null, refused: [] })
  let sending = false
  let isDue = false

  const change = (part: Partial<HandQueueState>): void => state.set((before) => ({ ...before, ...part }))
  const forget = ({ key }: HandOp): void => {
    shelf.removeItem(`${prefix}${key}`)
    change({ waiting: state.get().waiting.filter((each) => each.key !== key), trouble: null })
  }

  const tryLater = (): void => {
    if (isDue) return
    isDue = true
    later(() => {
      isDue = false
      if (state.get().trouble === 'unreachable') void pump()
    }, againMs)
  }

  const pump = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (;;) {
        const [op] = state.get().waiting
        if (!op) return
        try {
          const answer = await send(op)
          taken(op, answer)
          forget(op)
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error
          const trouble = troubleOf(error)
          if (trouble !== null) {
            change({ trouble })
            tryLater()
            return
          }
          forget(op)
          change({ refused: [...state.get().refused, { op, failure: error }] })
        }
      }
    } finally {
      sending = false
    }
  }

  const add = (op: HandOp): void => {
    shelf.setItem(`${prefix}${op.key}`, JSON.stringify(op))
    change({ waiting: [...state.get().waiting, op] })
    void pump()
  }
  const next = () => ({ key: newUuid(), nth: (state.get().waiting.at(-1)?.nth ?? 0) + 1 })

  return {
    state,
    put: (id, entry) => add({ ...next(), do: 'put', id, entry }),
    withdraw: (id, entry) =>
      add({ ...next(), do: 'withdraw', id, entry: { ...entry, version: entry.version + 1 } }),
    resume: () => void pump(),
    dismiss: (key) => change({ refused: state.get().refused.filter(({ op }) => op.key !== key) }),
  }
}
