// What comes to another place of a grid or a list travels there from where it was.
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { spring } from '../../ui/motion/curves.ts'
import { startTravel, type Travel } from '../../ui/motion/travel.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import './grid-place.css'

/** In columns and lines, from where it belongs. */
interface Away {
  readonly across: number
  readonly down: number
}

const home: Away = { across: 0, down: 0 }

const transformOf = ({ across, down }: Away): string =>
  `translate(calc(${across} * var(--forward) * (100% + var(--air, 0rem))), calc(${down} * (100% + var(--air, 0rem))))`

/** How many columns there are on this screen: its shape decides. The gaps between them come to less than half a one. */
const columnsOf = (element: HTMLElement): number =>
  Math.max(1, Math.round((element.parentElement?.clientWidth ?? 0) / Math.max(1, element.offsetWidth)))

/**
 * For an element that its `order` or its grid row places; `--air` is the gap between places. Asks the browser for the grid
 * only where the place has changed.
 */
export const useGridPlace = (slot: number): RefObject<HTMLLIElement | null> => {
  const { calm } = useSurroundings()
  const placed = useRef<HTMLLIElement>(null)
  const way = useRef<{ slot: number; from: Away; travel: Travel | null }>({ slot, from: home, travel: null })
  useLayoutEffect(() => {
    const { slot: last, from, travel } = way.current
    if (last === slot) return
    const left = travel === null ? 0 : 1 - spring.at(travel.share())
    travel?.end()
    const element = calm ? null : placed.current
    if (element === null) {
      way.current = { slot, from: home, travel: null }
      return
    }
    const columns = columnsOf(element)
    const here: Away = {
      across: (last % columns) - (slot % columns) + from.across * left,
      down: Math.floor(last / columns) - Math.floor(slot / columns) + from.down * left,
    }
    // Who comes up passes in front, on a plate of their own.
    if (slot < last) element.dataset['rising'] = ''
    const next = startTravel(
      element,
      { transform: [transformOf(here), transformOf(home)], easing: spring.easing },
      () => {
        delete element.dataset['rising']
      },
    )
    way.current = { slot, from: here, travel: next }
  })
  return placed
}
