import type { Rectangle } from 'electron'

export interface CoveredDisplay {
  /** In device-independent pixels. */
  readonly bounds: Rectangle
  readonly scaleFactor: number
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/**
 * The bounds of a window that covers every pixel of a display. On X without a window manager, Electron makes a window of
 * exactly a display's size a pixel smaller. So the window is a row or a column larger, at a side where it covers nothing of
 * another display. It is also a column wider where the display's width is no whole number of device-independent pixels.
 *
 * @param others that are connected; the display itself may be among them
 */
export function coveringBounds(
  { bounds, scaleFactor }: CoveredDisplay,
  others: readonly Rectangle[],
): Rectangle {
  const { x, y, width, height } = bounds
  const wide = { ...bounds, width: width + (Number.isInteger(scaleFactor) ? 0 : 1) }
  const below = { ...wide, height: height + 1 }
  const larger = [
    below,
    { ...wide, y: y - 1, height: height + 1 },
    { ...wide, width: width + 1 },
    { ...wide, x: x - 1, width: width + 1 },
  ]
  const neighbours = others.filter((other) => !overlaps(other, bounds))
  return larger.find((each) => !neighbours.some((other) => overlaps(each, other))) ?? below
}
