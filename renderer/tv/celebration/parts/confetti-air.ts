// Where confetti flies: on canvases that are handed to a thread of their own, which is kept from one takeover to the next.
import { createContext, useContext } from 'react'
import type { Burst } from './confetti-flight.ts'
import type { ClearPlace } from './confetti-painting.ts'
import type { ConfettiMessage } from './confetti-worker.ts'

interface Flight {
  readonly canvas: HTMLCanvasElement
  readonly bursts: readonly Burst[]
  readonly colours: readonly string[]
  /** When the takeover starts, and from when to when something flies: on the page's running time, ms. */
  readonly startedAt: number
  readonly from: number
  readonly until: number
}

interface Flying {
  /** Pieces are not drawn there, from the next frame on. */
  keepClear(places: readonly ClearPlace[]): void
  end(): void
}

export interface ConfettiAir {
  /** Starts the thread, so that the first piece waits for none. */
  open(): void
  /** The canvas has its size, and nobody has drawn on it. */
  fly(flight: Flight): Flying
}

export const createConfettiAir = (openWorker: () => Worker): ConfettiAir => {
  /** Undefined before it is asked for; null where it cannot be had: a takeover without confetti is still a takeover. */
  let worker: Worker | null | undefined
  let flights = 0
  const cannotFly = (why: unknown): void => {
    worker = null
    console.warn('floorboard: there is no thread for confetti', why)
  }
  const open = (): void => {
    if (worker !== undefined) return
    try {
      worker = openWorker()
      worker.addEventListener('error', ({ message }) => cannotFly(message))
    } catch (error) {
      // Forbidden by a policy that stands before the feed.
      cannotFly(error)
    }
  }
  const tell = (message: ConfettiMessage, hand: readonly Transferable[] = []): void =>
    worker?.postMessage(message, [...hand])

  return {
    open,
    fly: ({ canvas, bursts, colours, startedAt, from, until }) => {
      open()
      flights += 1
      const flight = flights
      const offscreen = canvas.transferControlToOffscreen()
      const onEpoch = (ms: number): number => performance.timeOrigin + ms
      tell(
        {
          kind: 'fly',
          flight,
          canvas: offscreen,
          bursts,
          colours,
          startsAt: onEpoch(startedAt),
          from: onEpoch(from),
          until: onEpoch(until),
        },
        [offscreen],
      )
      return {
        keepClear: (places) => tell({ kind: 'clear', flight, places }),
        end: () => tell({ kind: 'end', flight }),
      }
    },
  }
}

/** The build puts the thread's script beside the page. */
export const openConfettiWorker = (): Worker => new Worker(new URL('./confetti-worker.ts', import.meta.url))

/** Null: nothing flies, only stills have confetti. */
const Context = createContext<ConfettiAir | null>(null)
export const ConfettiAirProvider = Context.Provider
export const useConfettiAir = (): ConfettiAir | null => useContext(Context)
