// How the total came about, day by day; behind it, faint, how the window before went to its end.
import { memo } from 'react'
import type { Trend } from '../../../../shared/wire/view-parts.ts'
import { trendHeight, trendPaths, trendWidth } from './trend-paths.ts'

interface TrendLineProps {
  /** Oldest first. */
  readonly points: Trend
  readonly before?: Trend
  /** Share of the window that the points have gone, where they run against the window before. */
  readonly reach?: number
}

const none: Trend = []
const box = `0 0 ${trendWidth} ${trendHeight}`

export const TrendLine = memo(({ points, before = none, reach = 1 }: TrendLineProps) => {
  const drawn = trendPaths(points, before, reach)
  // Without a line the element stays, so that the card's other parts keep their places.
  return (
    <svg className="trend" viewBox={box} preserveAspectRatio="none" aria-hidden="true">
      {drawn.before !== '' && <path className="trend-before" d={drawn.before} />}
      {drawn.area !== '' && <path className="trend-area" d={drawn.area} />}
      {drawn.line !== '' && <path className="trend-line" d={drawn.line} />}
    </svg>
  )
})
TrendLine.displayName = 'TrendLine'
