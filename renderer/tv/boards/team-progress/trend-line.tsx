// How the total came about, day by day.
import { area, curveMonotoneX, line } from 'd3-shape'
import { memo } from 'react'

interface TrendLineProps {
  /** Oldest first. */
  readonly points: readonly number[]
}

const width = 100
const height = 40
/** Room for half the stroke at the top and the bottom. */
const inset = 3

export const TrendLine = memo(({ points }: TrendLineProps) => {
  const least = Math.min(...points)
  const span = Math.max(...points) - least
  const x = (index: number) => (index / Math.max(1, points.length - 1)) * width
  const y = (value: number) =>
    span === 0 ? height / 2 : height - inset - ((value - least) / span) * (height - 2 * inset)
  const at = points.map((value, index): [number, number] => [x(index), y(value)])
  // A line needs two points; the element stays, so that the card's other parts keep their places.
  const drawn = at.length > 1
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {drawn && <path className="trend-area" d={area().curve(curveMonotoneX).y0(height)(at) ?? ''} />}
      {drawn && <path className="trend-line" d={line().curve(curveMonotoneX)(at) ?? ''} />}
    </svg>
  )
})
TrendLine.displayName = 'TrendLine'
