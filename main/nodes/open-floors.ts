// The floors that this node owns, each with its feed: claimed, opened, let go. Of one floor at most one feed is open here, and
// the next is opened only once the last has closed.
import type { Server } from 'node:http'
import type { Feed } from '../feed/feed-config.ts'
import type { FloorLease, NodeFloor } from '../feed/store/postgres/database-node.ts'

/** A floor's feed. */
export interface OpenFloor {
  readonly floor: NodeFloor
  /** Takes requests and upgrades that are emitted on it; it does not listen. */
  readonly server: Server
  readonly feed: Pick<Feed, 'metrics' | 'trouble' | 'tvs' | 'factsLastMinute'>
  close(): Promise<void>
}

/** It is this node's, and cannot be opened. The message is a sentence. */
export class FloorBroken extends Error {
  override readonly name = 'FloorBroken'
}

/** After a floor could not be opened. */
const againMs = 10_000

interface OpenFloorsParts {
  readonly claim: (floor: number) => Promise<FloorLease | null>
  readonly open: (floor: NodeFloor, lease: FloorLease) => Promise<OpenFloor>
  /** Its feed is closed. Unless it was lost, it is nobody's now. */
  readonly onLetGo: (floor: number, isLost: boolean) => void
  readonly onError: (floor: NodeFloor, what: string, error: unknown) => void
}

export interface OpenFloors {
  /** Null: another node has it, or this one takes no more. Rejects with `FloorBroken`. */
  take(floor: NodeFloor): Promise<OpenFloor | null>
  has(floor: number): boolean
  /** The one of this name that is open; null: it is not, or is being closed. */
  here(name: string): OpenFloor | null
  all(): readonly OpenFloor[]
  /** Closes its feed and gives it up. */
  letGo(floor: number): Promise<void>
  /** Takes no more, and lets go of all, some at a time. */
  drain(): Promise<void>
  isDraining(): boolean
}

interface Kept {
  readonly opening: Promise<OpenFloor | null>
  /** Null while it is opened. */
  opened: OpenFloor | null
  closing: Promise<void> | null
  isLost: boolean
}

const atOnce = 8

export const createOpenFloors = ({ claim, open, onLetGo, onError }: OpenFloorsParts): OpenFloors => {
  const floors = new Map<number, Kept>()
  const byName = new Map<string, OpenFloor>()
  /** Until when (ms of the process) it is not tried again, and why. */
  const broken = new Map<number, { readonly until: number; readonly why: string }>()
  let draining = false

  const close = (floor: number, kept: Kept): Promise<void> => {
    kept.closing ??= (async () => {
      if (kept.opened !== null) byName.delete(kept.opened.floor.name)
      const opened = await kept.opening.catch(() => null)
      try {
        await opened?.close()
      } catch (error) {
        if (opened !== null) onError(opened.floor, 'its feed did not close well', error)
      } finally {
        floors.delete(floor)
        if (opened !== null) onLetGo(floor, kept.isLost)
      }
    })()
    return kept.closing
  }

  const openNow = async (floor: NodeFloor, kept: () => Kept): Promise<OpenFloor | null> => {
    const lease = await claim(floor.floor)
    if (lease === null) return null
    try {
      const opened = await open(floor, lease)
      // Said at once where it was lost while the floor was being opened: then it is closed as soon as it is open.
      lease.onLost((why) => {
        onError(floor, `it is lost: ${why}`, null)
        kept().isLost = true
        void close(floor.floor, kept())
      })
      return opened
    } catch (error) {
      await lease.close()
      const why = error instanceof Error ? error.message : String(error)
      broken.set(floor.floor, { until: performance.now() + againMs, why })
      onError(floor, 'it cannot be opened', error)
      throw new FloorBroken(why, { cause: error })
    }
  }

  /** What was lost, or let go of, meanwhile is asked for anew once it has closed. */
  const whenOpen = async (floor: NodeFloor, kept: Kept): Promise<OpenFloor | null> => {
    const opened = await kept.opening
    if (kept.closing === null) return opened
    await kept.closing
    return take(floor)
  }

  const take = async (floor: NodeFloor): Promise<OpenFloor | null> => {
    const known = floors.get(floor.floor)
    if (known !== undefined) return whenOpen(floor, known)
    if (draining) return null
    const fault = broken.get(floor.floor)
    if (fault !== undefined && fault.until > performance.now()) throw new FloorBroken(fault.why)
    broken.delete(floor.floor)
    const kept: Kept = { opening: openNow(floor, () => kept), opened: null, closing: null, isLost: false }
    floors.set(floor.floor, kept)
    try {
      kept.opened = await kept.opening
      if (kept.opened === null) floors.delete(floor.floor)
      else if (kept.closing === null) byName.set(floor.name, kept.opened)
    } catch (error) {
      floors.delete(floor.floor)
      throw error
    }
    return whenOpen(floor, kept)
  }

  const letGo = async (floor: number): Promise<void> => {
    const kept = floors.get(floor)
    if (kept !== undefined) await close(floor, kept)
  }

  return {
    take,
    has: (floor) => floors.has(floor),
    here: (name) => byName.get(name) ?? null,
    all: () =>
      [...floors.values()].flatMap(({ opened, closing }) => (closing === null ? (opened ?? []) : [])),
    letGo,
    drain: async () => {
      draining = true
      const left = [...floors.keys()]
      const closeNext = async (): Promise<void> => {
        for (let floor = left.pop(); floor !== undefined; floor = left.pop()) await letGo(floor)
      }
      await Promise.all(Array.from({ length: atOnce }, closeNext))
    },
    isDraining: () => draining,
  }
}
