// What a change sets moving, moves on the compositor and ends together: between the first frame and the last the main
// thread draws nothing. Why it is done so: docs/decisions/2026-11-23-what-moves-is-taken-away.md
import { travelMs } from './motion.ts'

export interface Travel {
  /** How much of its time has gone, 0 to 1; 1 once it is over. */
  share(): number
  /** Ends it before its time; what began with it goes on. */
  end(): void
}

/**
 * Forty milliseconds before an animation ends the browser wakes the main thread and draws frame after frame until it
 * has ended. So none ends by itself: arrived, it holds out for as long as this, and is taken away long before.
 */
const holdsMs = 3_600_000

let begun: Set<() => void> | null = null

/** All that begins before the first of it is on the screen; each gets its end when that one has had its time there. */
const begunWith = (animation: Animation): Set<() => void> => {
  if (begun) return begun
  const together = new Set<() => void>()
  begun = together
  const endAll = () => {
    for (const end of together) end()
  }
  const onScreen = () => {
    begun = null
    setTimeout(endAll, travelMs)
  }
  // A slow TV shows its first frame late. Taken away before that, it is never ready; the others are by then.
  animation.ready.then(onScreen, onScreen)
  return together
}

/** What an element shows on its way, property by property: the browser reads that faster than frame by frame. */
export interface Way {
  readonly transform?: readonly string[]
  readonly opacity?: readonly number[]
  /** When, as shares of the travel, from 0 to 1. Without: the first and the last. */
  readonly at?: readonly number[]
  /** Of every stretch. */
  readonly easing?: string
}

const arrived = travelMs / holdsMs
const thereAndHeld = [0, arrived, 1]

const held = <T>(values: readonly T[]): T[] => [...values, ...values.slice(-1)]

/**
 * Plays a way on an element that rests as its style says. The element must be drawn: under `display: none` an animation
 * runs on the main thread, frame by frame, with all others of the page. `whenOver` is called once, however it ends.
 */
export const startTravel = (element: HTMLElement, way: Way, whenOver?: () => void): Travel => {
  const { transform, opacity, at, easing = 'linear' } = way
  const offset = at ? [...at.map((share) => share * arrived), 1] : thereAndHeld
  const frames: PropertyIndexedKeyframes = { offset, easing }
  if (transform) frames['transform'] = held(transform)
  if (opacity) frames['opacity'] = held(opacity)
  const animation = element.animate(frames, holdsMs)
  const together = begunWith(animation)
  const end = () => {
    if (!together.delete(end)) return
    animation.cancel()
    whenOver?.()
  }
  together.add(end)
  // Nobody waits for that long, but whoever looks at the page in a hurry may have it finish now.
  if (whenOver) animation.onfinish = end
  return {
    share: () => Math.min(1, Number(animation.currentTime ?? travelMs) / travelMs),
    end,
  }
}
