interface Placed {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number }
}

/** Left to right, then top to bottom: the order in which displays are counted. */
export const inOrder = <D extends Placed>(displays: readonly D[]): readonly D[] =>
  [...displays].sort((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || a.id - b.id)

/**
 * The display for the only wall of a kiosk: `wanted` counts from 1, in order. While that one is not connected, the primary
 * display, so that the numbers are seen somewhere.
 */
export const chooseDisplay = <D extends Placed>(displays: readonly D[], primary: D, wanted: number): D =>
  inOrder(displays)[wanted - 1] ?? primary
