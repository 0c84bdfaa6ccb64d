// How the total came about, day by day; behind it, faint, how the window before went to its end.
import { area, curveMonotoneX, line } from 'd3-shape'
import { memo } from 'react'

interface TrendLineProps {
  /** Oldest first. */
  readonly points: readonly number[]
  readonly before?: readonly number[]
  /** Share of the window that the points have gone, where they run against the window before. */
  readonly reach?: number
}

const width = 100
const height = 40
/** Room for half the stroke at the top and the bottom. */
const inset = 3
const none: readonly number[] = []

export const TrendLine = memo(({ points, before = none, reach = 1 }: TrendLineProps) => {
  const all = [...points, ...before]
  const least = Math.min(...all)
  const span = Math.max(...all) - least
  const y = (value: number) =>
    span === 0 ? height / 2 : height - inset - ((value - least) / span) * (height - 2 * inset)
  const across = (values: readonly number[], wide: number) =>
    values.map((value, index): [number, number] => [
      (index / Math.max(1, values.length - 1)) * wide,
      y(value),
    ])
  const past = across(before, width)
  // Without anything to run against, the line has the whole place.
  const at = across(points, past.length > 1 ? reach * width : width)
  // A line needs two points; the element stays, so that the card's other parts keep their places.
  const drawn = at.length > 1
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {past.length > 1 && <path className="trend-before" d={line().curve(curveMonotoneX)(past) ?? ''} />}
      {drawn && <path className="trend-area" d={area().curve(curveMonotoneX).y0(height)(at) ?? ''} />}
      {drawn && <path className="trend-line" d={line().curve(curveMonotoneX)(at) ?? ''} />}
    </svg>
  )
})
TrendLine.displayName = 'TrendLine'
