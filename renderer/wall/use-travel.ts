// Elements that are placed by transform alone move to a new place from wherever they are at that moment.
import { type CSSProperties, type RefObject, useLayoutEffect, useRef } from 'react'
import { type Curve, settle, spring } from '../ui/motion/curves.ts'
import { startTravel, type Travel } from '../ui/motion/travel.ts'
import { useSurroundings } from '../ui/surroundings.tsx'

/** Props of the element. */
interface Placed<T> {
  readonly ref: RefObject<T | null>
  readonly style: CSSProperties
}

/**
 * @param place where the element is, such as a row's slot or a bar's length
 * @param transformAt the transform for a place, also for one between two
 */
export const useTravel = <T extends HTMLElement>(
  place: number,
  transformAt: (place: number) => string,
  curve: Curve,
): Placed<T> => {
  const { calm } = useSurroundings()
  const ref = useRef<T>(null)
  const way = useRef<{ from: number; to: number; travel: Travel | null }>({
    from: place,
    to: place,
    travel: null,
  })
  useLayoutEffect(() => {
    const { from, to, travel } = way.current
    if (to === place) return
    const here = travel === null ? to : from + (to - from) * curve.at(travel.share())
    travel?.end()
    const element = calm ? null : ref.current
    const transform = [transformAt(here), transformAt(place)]
    const next = element && startTravel(element, { transform, easing: curve.easing })
    way.current = { from: here, to: place, travel: next }
  })
  return { ref, style: { transform: transformAt(place) } }
}

const slotAt = (slot: number): string => `translateY(${slot * 100}%)`

/** For a row of a list whose rows all have the same height. */
export const useSlot = (slot: number): Placed<HTMLLIElement> => useTravel(slot, slotAt, spring)

/** For something as long as a number says: it moves there without overshooting. */
export const useReach = (share: number, transformAt: (share: number) => string): Placed<HTMLSpanElement> =>
  useTravel(share, transformAt, settle)
