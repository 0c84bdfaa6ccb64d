// The thread that paints confetti: the page's own has other things to do, and a piece of paper must not stutter for them.
import type { Burst } from './confetti-flight.ts'
import { type ClearPlace, paintConfetti } from './confetti-painting.ts'

/** What is told to it. `flight`: which one, since one may end while the next is under way. */
export type ConfettiMessage =
  | {
      readonly kind: 'fly'
      readonly flight: number
      readonly canvas: OffscreenCanvas
      readonly bursts: readonly Burst[]
      readonly colours: readonly string[]
      /** When the takeover starts, and from when to when something flies; epoch ms, by the browser's steady clock. */
      readonly startsAt: number
      readonly from: number
      readonly until: number
    }
  | { readonly kind: 'clear'; readonly flight: number; readonly places: readonly ClearPlace[] }
  | { readonly kind: 'end'; readonly flight: number }

const placesOf = new Map<number, readonly ClearPlace[]>()

/** Unlike `Date.now()` nobody sets it, and unlike `performance.now()` it is the same in every thread. */
const now = (): number => performance.timeOrigin + performance.now()

const fly = (message: Extract<ConfettiMessage, { kind: 'fly' }>): void => {
  const { flight, canvas, bursts, colours, startsAt, from, until } = message
  const context = canvas.getContext('2d')
  if (context === null) return
  placesOf.set(flight, [])
  const next = (): void => {
    const places = placesOf.get(flight)
    if (places === undefined) return
    const at = now()
    paintConfetti(context, bursts, colours, places, at - startsAt)
    if (at < until) requestAnimationFrame(next)
    else placesOf.delete(flight)
  }
  setTimeout(() => requestAnimationFrame(next), Math.max(0, from - now()))
}

addEventListener('message', ({ data }: MessageEvent<ConfettiMessage>) => {
  switch (data.kind) {
    case 'fly':
      fly(data)
      return
    case 'clear':
      if (placesOf.has(data.flight)) placesOf.set(data.flight, data.places)
      return
    case 'end':
      placesOf.delete(data.flight)
  }
})
