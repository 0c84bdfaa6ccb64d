// What appears at an instant within a travel: a bar's gold, a face's star. It goes at once.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { springCurve, travelMs } from './motion.ts'
import { useSurroundings } from './surroundings.tsx'

type Look = Readonly<Record<'opacity' | 'transform', string | number>>

interface Appearance {
  readonly hidden: Partial<Look>
  readonly shown: Partial<Look>
  /** How long the change itself takes. */
  readonly lastsMs: number
}

/**
 * The element rests as its style says; this plays the way there. The animation is as long as the travel that it is part
 * of, whenever its own change comes: all that starts in one frame ends in one frame, and the main thread draws none
 * between. It must be drawn: an animation under `display: none` runs on the main thread, frame by frame, with all
 * others of the page.
 */
export const useAppearing = <T extends HTMLElement>(
  on: boolean,
  afterMs: number,
  { hidden, shown, lastsMs }: Appearance,
): RefObject<T | null> => {
  const { calm } = useSurroundings()
  const element = useRef<T>(null)
  const was = useRef(on)
  const playing = useRef<Animation>(null)
  useLayoutEffect(() => {
    if (was.current === on) return
    was.current = on
    // What is gone again before it was there would move unseen, on the main thread.
    playing.current?.cancel()
    if (calm || !on) return
    const offset = Math.min(1 - lastsMs / travelMs, afterMs / travelMs)
    const animation = element.current?.animate(
      [
        { ...hidden },
        { ...hidden, offset, easing: springCurve },
        { ...shown, offset: offset + lastsMs / travelMs },
        { ...shown },
      ],
      travelMs,
    )
    playing.current = animation ?? null
  })
  return element
}
