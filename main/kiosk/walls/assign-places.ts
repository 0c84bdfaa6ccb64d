// Which wall a display shows. A wall has a place: a number from 0 that stands for its pairing and its last numbers. A display
// keeps its place while it is away.
import { inOrder } from '../choose-display.ts'

interface Shown {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface Places<D> {
  /** The id of the display that each place belongs to, the first place first. */
  readonly known: readonly number[]
  /** The display of each place that has one now. */
  readonly shown: ReadonlyMap<number, D>
}

/** Displays that mirror one another show one wall: the first of those with the same bounds. */
const withoutMirrors = <D extends Shown>(displays: readonly D[]): readonly D[] => {
  const corners = new Set<string>()
  return displays.filter(({ bounds: { x, y, width, height } }) => {
    const key = `${x} ${y} ${width} ${height}`
    if (corners.has(key)) return false
    corners.add(key)
    return true
  })
}

const firstFree = (taken: ReadonlyMap<number, unknown>): number => {
  let place = 0
  while (taken.has(place)) place += 1
  return place
}

/**
 * A display that is known has its own place. Another one, in the order of displays, takes the first place whose display is
 * away, so that a TV that is replaced goes on as the one before it; else the next new place.
 */
export function assignPlaces<D extends Shown>(
  knownBefore: readonly number[],
  connected: readonly D[],
): Places<D> {
  const displays = withoutMirrors(inOrder(connected))
  const known = [...knownBefore]
  const shown = new Map<number, D>()
  for (const display of displays) {
    const place = known.indexOf(display.id)
    if (place >= 0) shown.set(place, display)
  }
  for (const display of displays) {
    if (known.includes(display.id)) continue
    const place = firstFree(shown)
    known[place] = display.id
    shown.set(place, display)
  }
  return { known, shown }
}
