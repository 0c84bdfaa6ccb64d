// The line of a card and the one before it, as paths in a place of 100 by 40.
import { area, curveMonotoneX, line } from 'd3-shape'
import type { Trend } from '../../../../shared/wire/view-parts.ts'

export const [trendWidth, trendHeight] = [100, 40]

/** Room for half the stroke at the top and the bottom. */
const inset = 3

export interface TrendPaths {
  readonly line: string
  readonly area: string
  readonly before: string
}

type Point = readonly [x: number, y: number | null]

const isKnown = (value: number | null): value is number => value !== null

/** A line needs two points. */
const isDrawn = (values: Trend): boolean => values.filter(isKnown).length > 1

/** Every value keeps its day's place; an unknown one leaves a gap. `reach`: the share of the width that the line has beside one of the window before. */
export const trendPaths = (points: Trend, before: Trend, reach: number): TrendPaths => {
  const all = [...points, ...before].filter(isKnown)
  const least = Math.min(...all)
  const span = Math.max(...all) - least
  const y = (value: number) =>
    span === 0 ? trendHeight / 2 : trendHeight - inset - ((value - least) / span) * (trendHeight - 2 * inset)
  const across = (values: Trend, wide: number): Point[] =>
    values.map((value, day) => [
      (day / Math.max(1, values.length - 1)) * wide,
      value === null ? null : y(value),
    ])
  const lineOf = line<Point>()
    .defined(([, at]) => at !== null)
    .y(([, at]) => at ?? 0)
    .curve(curveMonotoneX)
  const areaOf = area<Point>()
    .defined(([, at]) => at !== null)
    .y0(trendHeight)
    .y1(([, at]) => at ?? 0)
    .curve(curveMonotoneX)
  // Without anything to run against, the line has the whole place.
  const now = isDrawn(points) ? across(points, isDrawn(before) ? reach * trendWidth : trendWidth) : []
  return {
    line: lineOf(now) ?? '',
    area: areaOf(now) ?? '',
    before: isDrawn(before) ? (lineOf(across(before, trendWidth)) ?? '') : '',
  }
}
