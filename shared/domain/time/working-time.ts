// Working time: the business hours of working days that are no holidays, on the office's own clock. Hours that run past
// midnight belong to the day on which they begin: it decides whether they are worked at all. Their minutes count on the
// dates on which they fall, as the facts of those minutes do.
import type { FloorFile } from '../../wire/floor.ts'
import { type Day, type DayRange, parseDay, weekdayOf } from './calendar-date.ts'
import { minutesOf, weekdayIndex } from './week.ts'
import type { Zone } from './zone.ts'

export interface WorkingTime {
  isWorkingDay(day: Day): boolean
  /** Working days that begin in a range; 0 for a range of more than ten years, which has no pace. */
  daysIn(range: DayRange): number
  /**
   * The day that is worked at an instant (epoch ms) in a zone: until hours past midnight end, the working day on which
   * they began, else today.
   */
  dayWorkedAt(zone: Zone, ms: number): Day
  /**
   * Share, 0 to 1, of a range's working time that is over at an instant (epoch ms) in a zone, in whole minutes.
   * A range without any working time is 0 until it ends, then 1.
   */
  shareGone(range: DayRange, zone: Zone, ms: number): number
  /** Working time between two instants (epoch ms) in a zone, in ms of whole minutes; 0 where they are the wrong way round. */
  between(zone: Zone, from: number, to: number): number
}

type Settings = Pick<FloorFile['floor'], 'workingDays' | 'businessHours' | 'holidays'>

/** Ten years in days. */
const longestPaced = 3660

export const createWorkingTime = (settings: Settings): WorkingTime => {
  const works = new Set(settings.workingDays.map((weekday) => weekdayIndex[weekday]))
  const holidays = new Set(
    settings.holidays.map((holiday) => parseDay(typeof holiday === 'string' ? holiday : holiday.on)),
  )
  const opens = minutesOf(settings.businessHours.from)
  const closes = minutesOf(settings.businessHours.to)

  const untilMidnight = 24 * 60
  const isOvernight = closes <= opens
  /** Minutes of a working day's hours on its own date, and on the date after it. */
  const ownMinutes = (isOvernight ? untilMidnight : closes) - opens
  const nextMinutes = isOvernight ? closes : 0
  const isWorkingDay = (day: Day): boolean => works.has(weekdayOf(day)) && !holidays.has(day)

  const daysIn = (range: DayRange): number => {
    if (range.to - range.from > longestPaced) return 0
    let days = 0
    for (let day = range.from; day < range.to; day++) if (isWorkingDay(day)) days++
    return days
  }

  const minutesIn = (range: DayRange): number => {
    const own = daysIn(range) * ownMinutes
    return isOvernight ? own + daysIn({ from: range.from - 1, to: range.to - 1 }) * nextMinutes : own
  }

  const shareGone = (range: DayRange, zone: Zone, ms: number): number => {
    const today = zone.dayAt(ms)
    if (today >= range.to) return 1
    const whole = minutesIn(range)
    if (today < range.from || whole === 0) return 0
    // Whole minutes: with a finer share, a change of one row would change the pace of all the others too.
    const minutes = Math.floor(zone.minutesAt(ms))
    return (minutesIn({ from: range.from, to: today }) + minutesGoneOn(today, minutes)) / whole
  }

  /** Working minutes of a date that are over at an instant within it. */
  const minutesGoneOn = (day: Day, minutes: number): number => {
    const early = isOvernight && isWorkingDay(day - 1) ? Math.min(minutes, nextMinutes) : 0
    const own = isWorkingDay(day) ? Math.min(Math.max(minutes - opens, 0), ownMinutes) : 0
    return early + own
  }

  const between = (zone: Zone, from: number, to: number): number => {
    if (to <= from) return 0
    const [first, last] = [zone.dayAt(from), zone.dayAt(to)]
    const gone = (ms: number): number => minutesGoneOn(zone.dayAt(ms), Math.floor(zone.minutesAt(ms)))
    return Math.max(0, minutesIn({ from: first, to: last }) + gone(to) - gone(from)) * 60_000
  }

  const dayWorkedAt = (zone: Zone, ms: number): Day => {
    const today = zone.dayAt(ms)
    return zone.minutesAt(ms) < nextMinutes && isWorkingDay(today - 1) ? today - 1 : today
  }

  return { isWorkingDay, daysIn, dayWorkedAt, shareGone, between }
}
/** How many days are searched for a working one: a floor may have none at all. */
const mostDaysSearched = 366

/** Today until its business hours have begun, then the first working day after it; null when a year has none. */
export const nextWorkingDay = (workingTime: WorkingTime, today: Day, hasBegun: boolean): Day | null => {
  for (let day = hasBegun ? today + 1 : today; day <= today + mostDaysSearched; day++)
    if (workingTime.isWorkingDay(day)) return day
  return null
}

/** The last working day whose business hours have begun; null when a year has none. */
export const lastWorkingDay = (workingTime: WorkingTime, today: Day, hasBegun: boolean): Day | null => {
  for (let day = hasBegun ? today : today - 1; day >= today - mostDaysSearched; day--)
    if (workingTime.isWorkingDay(day)) return day
  return null
}
