// The floors of the database, as they were last seen, and who owns which: asked each second, and whenever that may be wrong.
import type { NodeFloor } from '../feed/store/postgres/database-node.ts'

const lookEveryMs = 1000

export interface KnownFloors {
  /** Asks where it is not known. Null: no floor has this name. */
  named(name: string): Promise<NodeFloor | null>
  all(): readonly NodeFloor[]
  /** Asks now. One question at a time: whoever asks meanwhile gets the answer to the next. Rejects while the database is away. */
  look(): Promise<void>
  close(): void
}

interface KnownFloorsParts {
  readonly floors: () => Promise<readonly NodeFloor[]>
  /** After each look. */
  readonly onLook: (floors: readonly NodeFloor[]) => void
  readonly onError: (error: unknown) => void
}

export const openKnownFloors = async ({
  floors,
  onLook,
  onError,
}: KnownFloorsParts): Promise<KnownFloors> => {
  let known = new Map<string, NodeFloor>()
  /** Of the process, ms. */
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null
  let next: Promise<void> | null = null

  const lookNow = async (): Promise<void> => {
    const found = await floors()
    known = new Map(found.map((floor) => [floor.name, floor]))
    lookedAt = performance.now()
    onLook(found)
  }
  const look = (): Promise<void> => {
    if (looking === null) {
      looking = lookNow().finally(() => {
        looking = null
      })
      return looking
    }
    next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = null
        return look()
      })
    return next
  }
  await look()
  const timer = setInterval(() => {
    if (looking === null) look().catch(onError)
  }, lookEveryMs)

  return {
    named: async (name) => {
      // Whoever guesses names asks the database once a second, and not with each guess.
      if (!known.has(name) && performance.now() - lookedAt > lookEveryMs) await look()
      return known.get(name) ?? null
    },
    all: () => [...known.values()],
    look,
    close: () => clearInterval(timer),
  }
}
