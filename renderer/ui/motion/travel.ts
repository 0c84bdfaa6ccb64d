// Everything that a change moves runs on the compositor and ends together: between the first frame and the last the
// main thread draws nothing. Why: docs/decisions/2026-11-23-what-moves-is-taken-away.md

/** How long a change of place, length or number takes. */
export const travelMs = 800

export interface Travel {
  /** The share of its time that is over, 0 to 1. */
  share(): number
  /** Ends it early; others that began with it continue. */
  end(): void
}

/**
 * In the last forty milliseconds of an animation the browser draws every frame on the main thread. So animations do not
 * end by themselves: at the end of the way they keep their last frame for this long, and are cancelled long before.
 */
const holdsMs = 3_600_000

let begun: Set<() => void> | null = null

/** Groups animations that begin before the first of them is on the screen; they end together, `travelMs` after that. */
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
  // A slow TV shows the first frame late. `ready` rejects if this animation is cancelled before; the others are shown then.
  animation.ready.then(onScreen, onScreen)
  return together
}

/** What an element shows on its way, by property: the browser parses that faster than a list of keyframes. */
export interface Way {
  readonly transform?: readonly string[]
  readonly opacity?: readonly number[]
  /** The keyframes' offsets, as shares of the travel from 0 to 1; left out, there are two: first and last. */
  readonly at?: readonly number[]
  /** Between two keyframes each. */
  readonly easing?: string
}

const arrived = travelMs / holdsMs
const thereAndHeld = [0, arrived, 1]

const held = <T>(values: readonly T[]): T[] => [...values, ...values.slice(-1)]

/**
 * Animates an element towards what its style says. The element must be drawn: under `display: none` its animation would
 * run on the main thread, and make all others of the page do so. `whenOver` is called once, however it ends.
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
  // Never after `holdsMs`, but tools that photograph the page may finish all animations at once.
  if (whenOver) animation.onfinish = end
  return {
    share: () => Math.min(1, Number(animation.currentTime ?? travelMs) / travelMs),
    end,
  }
}
