// What was done on a phone on its way to the feed, in its order. It is kept on the phone over a dropped network and a reload,
// until the feed has taken or refused it.
import { z } from 'zod'
import type { Shelf } from '../../live/page-shelf.ts'
import { createStore, type Store } from '../../live/store.ts'
import { newUuid } from './new-uuid.ts'
import { ApiFailure } from './request.ts'

/** What every operation has. `nth`: its place among those that wait. */
export const phoneOp = { key: z.uuid(), id: z.uuid(), nth: z.int() }
interface PhoneOp {
  readonly key: string
  readonly id: string
  readonly nth: number
}

export interface RefusedOf<Op> {
  readonly op: Op
  readonly failure: ApiFailure
}

export interface PhoneQueueState<Op> {
  readonly waiting: readonly Op[]
  /** Why the first one does not go on; it is tried again by itself. */
  readonly trouble: 'unreachable' | 'signed-out' | null
  /** What the feed did not take, until somebody has seen it. */
  readonly refused: readonly RefusedOf<Op>[]
}

export interface PhoneQueueParts<Op, Answer> {
  readonly shelf: Shelf
  readonly send: (op: Op) => Promise<Answer>
  /** What stands after an operation that the feed took. */
  readonly taken: (op: Op, answer: Answer) => void
  readonly later: (run: () => void, ms: number) => void
}

export interface PhoneQueue<Op> {
  readonly state: Store<PhoneQueueState<Op>>
  /** Of the next place. */
  add(of: (head: Pick<PhoneOp, 'key' | 'nth'>) => Op): void
  /** Tries again what did not get through. */
  resume(): void
  /** Somebody has seen that it was refused. */
  dismiss(key: string): void
}

const againMs = 5000

/** 0: no answer came. */
const laterStatuses: readonly number[] = [0, 429, 502, 503, 504]

const troubleOf = ({ code, status }: ApiFailure): PhoneQueueState<never>['trouble'] => {
  if (status === 401 || code === 'unauthorized') return 'signed-out'
  // A feed that is starting, or is busy, takes it later.
  return laterStatuses.includes(status) ? 'unreachable' : null
}

/** Each has a place of its own, so that two windows lose nothing of each other’s. */
const stored = <Op extends PhoneOp>(shelf: Shelf, prefix: string, schema: z.ZodType<Op>): readonly Op[] => {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index))
  return keys
    .flatMap((key): readonly Op[] => {
      if (key === null || !key.startsWith(prefix)) return []
      try {
        return [schema.parse(JSON.parse(shelf.getItem(key) ?? ''))]
      } catch (error) {
        console.warn('floorboard: a kept entry cannot be read:', error)
        return []
      }
    })
    .sort((one, other) => one.nth - other.nth)
}

/** `prefix` begins the keys of the shelf. */
export const createPhoneQueue = <Op extends PhoneOp, Answer>(
  prefix: string,
  schema: z.ZodType<Op>,
  { shelf, send, taken, later }: PhoneQueueParts<Op, Answer>,
): PhoneQueue<Op> => {
  const state = createStore<PhoneQueueState<Op>>({
    waiting: stored(shelf, prefix, schema),
    trouble: null,
    refused: [],
  })
  let sending = false
  let isDue = false

  const change = (part: Partial<PhoneQueueState<Op>>): void => state.set((before) => ({ ...before, ...part }))
  const forget = ({ key }: Op): void => {
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

  const add = (op: Op): void => {
    shelf.setItem(`${prefix}${op.key}`, JSON.stringify(op))
    change({ waiting: [...state.get().waiting, op] })
    void pump()
  }

  return {
    state,
    add: (of) => add(of({ key: newUuid(), nth: (state.get().waiting.at(-1)?.nth ?? 0) + 1 })),
    resume: () => void pump(),
    dismiss: (key) => change({ refused: state.get().refused.filter(({ op }) => op.key !== key) }),
  }
}
