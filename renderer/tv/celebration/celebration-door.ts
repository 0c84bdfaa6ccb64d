// Lets celebrations in: what shows them is loaded once the wall is up and idle, so that the first board waits for none of
// it. What the feed says before is kept, and read then.
import type { ReactNode } from 'react'
import type { CelebrationEvent } from '../../live/feed-socket.ts'
import { createStore, type Store } from '../../live/store.ts'
import type { Celebrations, CelebrationsOptions } from './celebrations.tsx'

export interface CelebrationDoor {
  /** What is drawn over the board. */
  readonly over: Store<ReactNode>
  take(event: CelebrationEvent, message: unknown): void
  /** The small sound of a goal that is passed on a board, in so many ms. Not heard before all of this is loaded. */
  chime(afterMs: number): void
}

interface DoorOptions extends Omit<CelebrationsOptions, 'over'> {
  readonly load: () => Promise<{ readonly startCelebrations: (options: CelebrationsOptions) => Celebrations }>
  readonly whenIdle: (work: () => void) => void
}

const retryMs = 20_000
const mostKept = 50

export const createCelebrationDoor = ({ load, whenIdle, wait, ...options }: DoorOptions): CelebrationDoor => {
  const over = createStore<ReactNode>(null)
  let started: Celebrations | null = null
  let kept: readonly (readonly [CelebrationEvent, unknown])[] = []
  const open = (): void => {
    load().then(
      ({ startCelebrations }) => {
        const celebrations = startCelebrations({ ...options, wait, over })
        started = celebrations
        for (const [event, message] of kept) celebrations.take(event, message)
        kept = []
      },
      (error: unknown) => {
        console.warn('floorboard: what shows celebrations could not be loaded', error)
        wait(retryMs, open)
      },
    )
  }
  whenIdle(open)
  return {
    over,
    chime: (afterMs) => started?.chime(afterMs),
    take: (event, message) => {
      if (started) started.take(event, message)
      else kept = [...kept, [event, message] as const].slice(-mostKept)
    },
  }
}

/** Once the browser has nothing else to do, and the first board has had its time. */
export const whenPageIsIdle = (work: () => void): void => {
  setTimeout(() => requestIdleCallback(work, { timeout: 5000 }), 1500)
}
