// Something that appears at an instant within a travel, such as a bar's gold or a star. It disappears at once.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useSurroundings } from '../surroundings.tsx'
import { spring } from './curves.ts'
import { startTravel, type Travel, travelMs } from './travel.ts'

interface Appearance {
  /** Its size before it appears; 1 is its full size. */
  readonly scale: number
  /** How long its appearing takes. */
  readonly lastsMs: number
}

/**
 * Animates an element towards what its style says. The element must be drawn. The animation takes a whole travel, so
 * that it ends with the others; within it, the element appears after `afterMs`.
 */
export const useAppearing = <T extends HTMLElement>(
  on: boolean,
  afterMs: number,
  { scale, lastsMs }: Appearance,
): RefObject<T | null> => {
  const { calm } = useSurroundings()
  const element = useRef<T>(null)
  const was = useRef(on)
  const playing = useRef<Travel>(null)
  useLayoutEffect(() => {
    if (was.current === on) return
    was.current = on
    // The animation of an element that is no longer drawn would run on the main thread.
    playing.current?.end()
    playing.current = null
    if (calm || !on || element.current === null) return
    const from = Math.min(1 - lastsMs / travelMs, afterMs / travelMs)
    playing.current = startTravel(element.current, {
      opacity: [0, 0, 1, 1],
      ...(scale < 1 && { transform: [`scale(${scale})`, `scale(${scale})`, 'none', 'none'] }),
      at: [0, from, from + lastsMs / travelMs, 1],
      easing: spring.easing,
    })
  })
  return element
}
