interface Placed {
  readonly id: number
  readonly bounds: { readonly x: number; readonly y: number }
}

/**
 * The display for a wall: `wanted` counts from 1, left to right and top to bottom. While that one is not connected, the
 * primary display, so that the numbers are seen somewhere.
 */
export function chooseDisplay<D extends Placed>(
  displays: readonly D[],
  primary: D,
  wanted: number | undefined,
): D {
  if (wanted === undefined) return primary
  const inOrder = [...displays].sort(
    (a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y || a.id - b.id,
  )
  return inOrder[wanted - 1] ?? primary
}
