// Where the lines of a race have their points.
import type { Day, DayRange } from '../../time/calendar-date.ts'
import { type TrendPoint, trendDays } from '../trend.ts'

/** The last one counts the whole range: a line ends at the value. */
export const racePoints = (range: DayRange, today: Day): readonly TrendPoint[] =>
  trendDays(range, today).map((day, at, { length }) => ({
    day,
    days: at === length - 1 ? range : { from: range.from, to: Math.min(day + 1, range.to) },
  }))
