// Edits of the floor on their way to the feed, one after another, each with the version that the person saw. They are
// kept over a reload and a dropped connection, until the feed has taken or refused them.
import { z } from 'zod'
import { FloorEdit, type FloorVersion } from '../../../shared/wire/floor-edits.ts'
import { createStore, type Store } from '../../live/store.ts'
import { newUuid } from './new-uuid.ts'
import { ApiFailure } from './request.ts'

const Waiting = z.object({
  /** The feed makes an edit once, also where it is sent again after a reload. */
  key: z.uuid(),
  /** What the person saw when making it. */
  version: z.int(),
  edits: z.array(FloorEdit),
  /** What it does, for the toast that says it is done: "“Wins” is in “Kitchen” now." */
  said: z.string(),
})
export type Waiting = z.infer<typeof Waiting>

interface Use {
  readonly list: string
  readonly id: string
  readonly name: string
}

/** Why the first one waiting does not go on; the person decides, or the line comes back. */
export type Trouble =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'stale'; readonly since: readonly FloorVersion[] }
  | { readonly kind: 'in-use'; readonly uses: readonly Use[] }

export interface EditState {
  readonly waiting: readonly Waiting[]
  readonly trouble: Trouble | null
}

export type EditOutcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly failure: ApiFailure | null }

interface QueueParts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** The version that the floor on the page has now. */
  readonly seenVersion: () => number | null
  /** Resolves with the new version. */
  readonly send: (edit: Waiting) => Promise<number>
  /** The floor as the page knows it takes what has been sent. */
  readonly taken: (edit: Waiting, version: number) => void
  readonly refused: (edit: Waiting, failure: ApiFailure) => void
}

export interface EditQueue {
  readonly state: Store<EditState>
  add(edits: readonly FloorEdit[], said: string): Promise<EditOutcome>
  /** Tries again what did not get through; after a reload, what was left. */
  resume(): void
  /** The person has looked at what changed, and wants theirs on top of it. */
  applyAgain(): void
  removeEverywhere(): void
  /** Gives up all that waits: later edits may rest on the first. */
  discard(): void
}

const key = 'floorboard:edits'

const stored = (storage: QueueParts['storage']): readonly Waiting[] => {
  try {
    return z.array(Waiting).parse(JSON.parse(storage.getItem(key) ?? '[]'))
  } catch (error) {
    console.warn('floorboard: kept edits cannot be read:', error)
    return []
  }
}

const troubleOf = ({ code, status, refusal }: ApiFailure): Trouble | null => {
  if (code === 'stale-floor') return { kind: 'stale', since: refusal.history ?? [] }
  if (code === 'in-use') return { kind: 'in-use', uses: refusal.uses ?? [] }
  if (status === 401) return { kind: 'signed-out' }
  // A feed that is starting, or is busy, takes it later.
  if (status === 0 || status === 502 || status === 503) return { kind: 'unreachable' }
  return null
}

export const createEditQueue = (parts: QueueParts): EditQueue => {
  const state = createStore<EditState>({ waiting: stored(parts.storage), trouble: null })
  const outcomes = new Map<string, (outcome: EditOutcome) => void>()
  let sending = false

  const setWaiting = (waiting: readonly Waiting[], trouble: Trouble | null): void => {
    parts.storage.setItem(key, JSON.stringify(waiting))
    state.set(() => ({ waiting, trouble }))
  }
  const settle = (edit: Waiting, outcome: EditOutcome): void => {
    outcomes.get(edit.key)?.(outcome)
    outcomes.delete(edit.key)
  }

  /** What was made on top of an edit that is through now rests on the version it made. */
  const through = (first: Waiting, version: number): void => {
    const rest = state.get().waiting.filter((each) => each.key !== first.key)
    parts.taken(first, version)
    setWaiting(
      rest.map((each) => (each.version === first.version ? { ...each, version } : each)),
      null,
    )
    settle(first, { ok: true, version })
  }

  const failed = (first: Waiting, failure: ApiFailure): void => {
    const trouble = troubleOf(failure)
    const { waiting } = state.get()
    if (trouble) {
      setWaiting(waiting, trouble)
      return
    }
    setWaiting(
      waiting.filter((each) => each.key !== first.key),
      null,
    )
    parts.refused(first, failure)
    settle(first, { ok: false, failure })
  }

  const pump = async (): Promise<void> => {
    if (sending) return
    sending = true
    try {
      for (;;) {
        const { waiting, trouble } = state.get()
        const [first] = waiting
        if (!first || trouble) return
        try {
          through(first, await parts.send(first))
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error
          failed(first, error)
        }
      }
    } finally {
      sending = false
    }
  }

  const retry = (change: (waiting: readonly Waiting[]) => readonly Waiting[]): void => {
    setWaiting(change(state.get().waiting), null)
    void pump()
  }

  return {
    state,
    add: (edits, said) =>
      new Promise((resolve) => {
        const version = parts.seenVersion()
        if (version === null) {
          resolve({ ok: false, failure: null })
          return
        }
        const edit = { key: newUuid(), version, edits: [...edits], said }
        outcomes.set(edit.key, resolve)
        setWaiting([...state.get().waiting, edit], state.get().trouble)
        void pump()
      }),
    resume: () => {
      const kind = state.get().trouble?.kind
      if (kind === undefined || kind === 'unreachable' || kind === 'signed-out') retry((waiting) => waiting)
    },
    applyAgain: () => {
      const version = parts.seenVersion()
      if (version !== null) retry((waiting) => waiting.map((each) => ({ ...each, version })))
    },
    removeEverywhere: () =>
      retry(([first, ...rest]) =>
        first
          ? [
              {
                ...first,
                edits: first.edits.map((edit) =>
                  edit.do === 'remove' ? { ...edit, everywhere: true } : edit,
                ),
              },
              ...rest,
            ]
          : [],
      ),
    discard: () => {
      const { waiting } = state.get()
      setWaiting([], null)
      for (const edit of waiting) settle(edit, { ok: false, failure: null })
    },
  }
}
