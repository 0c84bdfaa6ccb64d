// Where the focus goes when somebody presses an arrow of a remote control.

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

export const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key)

const clockwise: readonly Arrow[] = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft']

/** Where an arrow of somebody who sees the picture upright leads on a page that is turned clockwise by `degrees`. */
export const onTurnedPage = (arrow: Arrow, degrees: number): Arrow =>
  clockwise[(clockwise.indexOf(arrow) + Math.round(degrees / 90)) % clockwise.length] ?? arrow

const centre = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 })

/** Ahead in the direction, and aside of it, both in px. */
const wayTo = (from: Box, to: Box, arrow: Arrow) => {
  const a = centre(from)
  const b = centre(to)
  const across = arrow === 'ArrowLeft' || arrow === 'ArrowRight'
  const sign = arrow === 'ArrowLeft' || arrow === 'ArrowUp' ? -1 : 1
  const [start, size] = across ? (['top', 'height'] as const) : (['left', 'width'] as const)
  const gap = Math.max(from[start], to[start]) - Math.min(from[start] + from[size], to[start] + to[size])
  return {
    ahead: sign * (across ? b.x - a.x : b.y - a.y),
    /** In its row or column, for at least a part. */
    isInLine: gap < 0,
    aside: Math.abs(across ? b.y - a.y : b.x - a.x),
  }
}

/** Index of the box that the arrow leads to: the next one in line, else the one closest by; null where there is none. */
export const nearest = (boxes: readonly Box[], from: Box, arrow: Arrow): number | null => {
  const ways = boxes
    .map((box, index) => ({ index, ...wayTo(from, box, arrow) }))
    .filter(({ ahead }) => ahead > 1)
  const inLine = ways.filter((way) => way.isInLine)
  const [best] = (inLine.length > 0 ? inLine : ways).sort((a, b) => a.ahead - b.ahead || a.aside - b.aside)
  return best?.index ?? null
}
