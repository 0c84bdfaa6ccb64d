// The lines of a race as paths of a plot a thousand wide and a thousand high.
import { curveBumpX, curveLinear, curveMonotoneX, line } from 'd3-shape'
import type { TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'
import type { RaceScale } from './race-scale.ts'

export const plotSize = 1000

type Point = readonly [x: number, y: number | null]

const drawing = (curve: typeof curveLinear) =>
  line<Point>()
    .defined(([, y]) => y !== null)
    .x(([x]) => Math.round(x * plotSize * 10) / 10)
    .y(([, y]) => Math.round((y ?? 0) * plotSize * 10) / 10)
    .curve(curve)

const curves = {
  runner: { total: curveMonotoneX, attainment: curveMonotoneX, rank: curveBumpX },
  // A goal is worked for by the day, and rests on the weekend.
  goal: { total: curveLinear, attainment: curveLinear, rank: curveBumpX },
}

/** Of a racer or of the goal; empty where nothing is known yet. A gap is what was unknown. */
export const racePath = (
  view: Pick<TrendRaceView, 'days' | 'show'>,
  scale: RaceScale,
  start: number | null,
  points: readonly (number | null)[],
  of: keyof typeof curves,
): string => {
  const path: Point[] = view.days.map((day, at) => {
    const point = points[at] ?? null
    return [scale.x(day), point === null ? null : scale.y(point)]
  })
  const origin: Point[] = start === null ? [] : [[scale.x(null), scale.y(start)]]
  return drawing(curves[of][view.show])([...origin, ...path]) ?? ''
}

/** From a line's end to its label, across the gutter. */
export const leaderPath = (from: number, to: number): string =>
  drawing(curveBumpX)([
    [0, from],
    [1, to],
  ]) ?? ''
