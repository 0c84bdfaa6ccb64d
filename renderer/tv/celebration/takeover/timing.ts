// The clock of one takeover: its elements move by it and by nothing else.
import { createContext, type RefObject, useContext, useLayoutEffect, useRef } from 'react'
import { type Beats, beatsOf } from './beats.ts'
import { keyframesOf, type Track } from './tracks.ts'

export type Clock =
  /** On the page's own running time (`performance.now()`), ms. */
  | { readonly startedAt: number }
  /** Somebody looks at one instant of it: ms after its start. */
  | { readonly heldAt: number }

export interface Timing {
  readonly clock: Clock
  readonly beats: Beats
  readonly isStill: boolean
}

const Context = createContext<Timing>({
  clock: { heldAt: 0 },
  beats: beatsOf({ ms: 1, wroteAt: null, isStill: true }),
  isStill: true,
})
export const TimingProvider = Context.Provider
export const useTiming = (): Timing => useContext(Context)

/** Where the clock stands now. */
export const elapsedOn = (clock: Clock): number =>
  'heldAt' in clock ? clock.heldAt : performance.now() - clock.startedAt

const setTo = (animation: Animation, clock: Clock): void => {
  if ('heldAt' in clock) {
    animation.pause()
    animation.currentTime = clock.heldAt
    return
  }
  // The document's timeline counts from where `performance.now()` does. Set and not begun, it is exact, and the compositor
  // waits for nothing.
  animation.startTime = clock.startedAt
}

/** The element goes its way over the whole takeover. A changed track goes on from the same instant. */
export const useTrack = <T extends HTMLElement>(track: Track): RefObject<T | null> => {
  const { clock, beats, isStill } = useTiming()
  const element = useRef<T>(null)
  const running = useRef<Animation>(null)
  const frames = JSON.stringify(keyframesOf(track, beats.end, isStill))
  useLayoutEffect(() => {
    // One that is taken away with its element needs no end.
    running.current?.cancel()
    running.current = null
    const keyframes: Keyframe[] | null = JSON.parse(frames)
    if (keyframes === null || element.current === null) return
    const animation = element.current.animate(keyframes, { duration: beats.end, fill: 'both' })
    setTo(animation, clock)
    running.current = animation
  }, [frames, beats.end, clock])
  return element
}
