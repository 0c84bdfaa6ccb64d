// From days and numbers to places on the plot, 0 to 1 from its start and from its top.
import { scaleLinear } from 'd3-scale'
import type { TrendRaceRow, TrendRaceView } from '../../../shared/wire/boards/trend-race-board.ts'

export interface RaceScale {
  /** Of the day at whose end a point is; null is where the window starts. */
  x(day: string | null): number
  y(point: number): number
  /** Where lines across help to read it; none among ranks, which stand beside the names. */
  readonly ticks: readonly number[]
}

const dayMs = 86_400_000
/** The end of a date, in days since 1970. */
export const endOf = (date: string): number => Date.parse(date) / dayMs + 1

const wantedTicks = 4

/** The least and the greatest of what is drawn, with room around what does not start at nothing. */
const extentOf = (points: readonly number[], fromZero: boolean): [number, number] => {
  const all = fromZero ? [0, ...points] : points
  const [least, most] = [Math.min(...all), Math.max(...all)]
  if (least === most)
    return fromZero
      ? [0, 1]
      : [least - Math.max(1e-3, Math.abs(least) * 0.1), most + Math.max(1e-3, Math.abs(most) * 0.1)]
  return [least, most]
}

type Shown = Pick<TrendRaceRow, 'points'>

export const raceScale = (view: TrendRaceView, shown: readonly Shown[]): RaceScale => {
  const { days, start, goal, window } = view
  const first = start === null || window.start === null ? endOf(days[0] ?? '') : endOf(window.start) - 1
  const last = endOf(days.at(-1) ?? '')
  const across = scaleLinear().domain(first === last ? [first - 1, last] : [first, last])
  const points = shown.flatMap((row) => row.points.filter((point) => point !== null))
  const drawn = [...points, ...(goal?.points ?? [])]
  const x: RaceScale['x'] = (day) => across(day === null ? first : endOf(day))
  if (view.show === 'rank') {
    // The best on top, and half a place around the first and the last; the goal's line stays within.
    const [best, worst] = points.length > 0 ? [Math.min(...points), Math.max(...points)] : [1, 1]
    const down = scaleLinear()
      .domain([best - 0.5, worst + 0.5])
      .clamp(true)
    return { x, y: down, ticks: [] }
  }
  const up = scaleLinear()
    .domain(extentOf(drawn.length > 0 ? drawn : [0], start !== null))
    .nice(wantedTicks)
    .range([1, 0])
  const whole = view.show === 'total' && view.metric.unit === 'count'
  const ticks = up.ticks(wantedTicks).filter((tick) => !whole || Number.isInteger(tick))
  return { x, y: up, ticks }
}
