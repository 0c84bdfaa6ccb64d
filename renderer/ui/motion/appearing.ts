// What appears at an instant within a travel: a bar's gold, a face's star. It goes at once.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useSurroundings } from '../surroundings.tsx'
import { spring } from './curves.ts'
import { startTravel, type Travel, travelMs } from './travel.ts'

interface Appearance {
  /** How small it is before. */
  readonly scale: number
  /** How long the change itself takes. */
  readonly lastsMs: number
}

/**
 * The element rests as its style says, and is drawn; this plays the way there. It is as long as the travel that it is
 * part of, whenever its own change comes.
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
    // What is gone again before it was there would move unseen, on the main thread.
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
