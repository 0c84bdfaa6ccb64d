// Elements that are placed by transform alone move to a new place from wherever they are at that moment.
import { type CSSProperties, type RefObject, useLayoutEffect, useRef } from 'react'
import { type Curve, settle, spring } from '../ui/motion/curves.ts'
import { startTravel, type Travel, type Way } from '../ui/motion/travel.ts'
import { useSurroundings } from '../ui/surroundings.tsx'

/** Props of the element. */
interface Placed<T> {
  readonly ref: RefObject<T | null>
  readonly style: CSSProperties
}

/**
 * @param place where the element is, such as a row's slot or a bar's length
 * @param transformAt the transform for a place, also for one between two
 * @param yields whether it steps back on its way from one place to another
 */
export const useTravel = <T extends HTMLElement>(
  place: number,
  transformAt: (place: number) => string,
  curve: Curve,
  yields: (from: number, to: number) => boolean = never,
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
    const next =
      element &&
      startTravel(
        element,
        yields(to, place)
          ? yielding(here, place, transformAt, curve)
          : { transform: [transformAt(here), transformAt(place)], easing: curve.easing },
      )
    way.current = { from: here, to: place, travel: next }
  })
  return { ref, style: { transform: transformAt(place) } }
}

const never = (): boolean => false

/** Frames of a way on which something also steps back: as close as the curve's bends ask for. */
const yieldFrames = 16
/** How much smaller it is half-way. */
const yieldBy = 0.045

/** Who is passed steps back a little as they make room, so that who passes is in front of them. */
const yielding = (from: number, to: number, transformAt: (place: number) => string, curve: Curve): Way => {
  const at = Array.from({ length: yieldFrames + 1 }, (_, frame) => frame / yieldFrames)
  const transform = at.map((share) => {
    const back = 1 - yieldBy * Math.sin(Math.PI * Math.min(1, share * 1.25)) ** 2
    return `${transformAt(from + (to - from) * curve.at(share))} scale(${back.toFixed(4)})`
  })
  return { transform, at, easing: 'linear' }
}

const slotAt = (slot: number): string => `translateY(${slot * 100}%)`

/** For a row of a list whose rows all have the same height. */
export const useSlot = (
  slot: number,
  yields?: (from: number, to: number) => boolean,
): Placed<HTMLLIElement> => useTravel(slot, slotAt, spring, yields)

/** For something as long as a number says: it moves there without overshooting. */
export const useReach = (share: number, transformAt: (share: number) => string): Placed<HTMLSpanElement> =>
  useTravel(share, transformAt, settle)
