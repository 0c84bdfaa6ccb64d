// Days, weeks, months, quarters and years as this floor counts them.
import type { FloorFile } from '../../wire/floor.ts'
import type { Grain, WindowSpec } from '../../wire/window.ts'
import { sayIn } from '../words/say.ts'
import { type Day, type DayRange, dayMs, dayOf, parseDay, partsOf, weekdayOf } from './calendar-date.ts'
import { weekdayIndex } from './week.ts'

/** The first day that a dated fact can have: the start of 1970-01-01 UTC is still the day before in an office to the west. */
export const firstDay: Day = -1

/** The day of facts without the date that a metric asks for: in the window `all` and in no other. */
export const undatedDay: Day = firstDay - 1

export interface FiscalCalendar {
  /** The period of that grain that holds `day`, moved by `offset` periods. */
  period(grain: Grain, day: Day, offset: number): DayRange
  /** The days of a window for somebody whose date is `today`. */
  resolve(window: WindowSpec, today: Day): DayRange
  /** For people: "Q4 2026", "Week of Nov 16". */
  label(window: WindowSpec, today: Day): string
}

type Settings = Pick<
  FloorFile['floor'],
  'weekStartsOn' | 'fiscalYearStartsIn' | 'fiscalWeeks' | 'fiscalYearEnds' | 'fiscalYearNamedAfter' | 'locale'
>

/** A month or quarter of a fiscal year; `index` counts from 0. */
interface FiscalPosition {
  readonly year: number
  readonly index: number
}

const floorMod = (value: number, by: number): number => ((value % by) + by) % by

export const createFiscalCalendar = (settings: Settings): FiscalCalendar => {
  const say = sayIn(settings.locale)
  const firstMonth = settings.fiscalYearStartsIn
  const weekStart = weekdayIndex[settings.weekStartsOn]
  const weekOf = (day: Day): Day => day - floorMod(weekdayOf(day) - weekStart, 7)

  /**
   * Whole-week years start on the first day of the week nearest to the 1st of their first month, or on the first day of
   * the week that holds that 1st: the week before it ends on the last such weekday of the month before.
   */
  const yearStart = (year: number): Day => {
    const first = dayOf(year, firstMonth, 1)
    if (!settings.fiscalWeeks) return first
    const week = weekOf(first)
    return settings.fiscalYearEnds !== 'last' && first - week > 3 ? week + 7 : week
  }

  const yearOf = (day: Day): number => {
    const { year } = partsOf(day)
    if (day >= yearStart(year + 1)) return year + 1
    return day >= yearStart(year) ? year : year - 1
  }

  const countMonths = (year: number): readonly Day[] => {
    const start = yearStart(year)
    if (!settings.fiscalWeeks)
      return Array.from({ length: 13 }, (_, month) => dayOf(year, firstMonth + month, 1))
    const weeks = settings.fiscalWeeks.split('-').map(Number)
    const starts: Day[] = [start]
    for (let month = 0; month < 11; month++) {
      starts.push((starts[month] ?? start) + 7 * (weeks[month % 3] ?? 4))
    }
    // A 53rd week belongs to the last month.
    return [...starts, yearStart(year + 1)]
  }

  const years = new Map<number, readonly Day[]>()
  /** First days of the 12 months of a fiscal year, then of the next year. */
  const monthStarts = (year: number): readonly Day[] => {
    const known = years.get(year) ?? countMonths(year)
    years.set(year, known)
    return known
  }

  /** `months` 1 for months, 3 for quarters. */
  const positionOf = (day: Day, months: number): FiscalPosition => {
    const year = yearOf(day)
    const month = monthStarts(year).findLastIndex((start) => start <= day)
    return { year, index: Math.floor(month / months) }
  }

  const move = (position: FiscalPosition, months: number, offset: number): FiscalPosition => {
    const inYear = 12 / months
    const moved = position.year * inYear + position.index + offset
    return { year: Math.floor(moved / inYear), index: floorMod(moved, inYear) }
  }

  const rangeOf = (position: FiscalPosition, months: number): DayRange => {
    const starts = monthStarts(position.year)
    return {
      from: starts[position.index * months] ?? undatedDay,
      to: starts[(position.index + 1) * months] ?? undatedDay,
    }
  }

  const monthsIn = { month: 1, quarter: 3, year: 12 }

  const period = (grain: Grain, day: Day, offset: number): DayRange => {
    if (grain === 'day') return { from: day + offset, to: day + offset + 1 }
    if (grain === 'week') {
      const from = weekOf(day) + 7 * offset
      return { from, to: from + 7 }
    }
    const months = monthsIn[grain]
    return rangeOf(move(positionOf(day, months), months, offset), months)
  }

  const resolve = (window: WindowSpec, today: Day): DayRange => {
    switch (window.kind) {
      case 'period':
        return period(window.grain, today, window.offset)
      case 'last':
        return { from: today - window.days + 1, to: today + 1 }
      case 'older':
        return { from: firstDay, to: today - window.days }
      case 'range':
        return {
          from: window.from === null ? firstDay : parseDay(window.from),
          to: window.to === null ? Number.POSITIVE_INFINITY : parseDay(window.to),
        }
      case 'all':
        return { from: undatedDay, to: Number.POSITIVE_INFINITY }
    }
  }

  const formatters = new Map<string, Intl.DateTimeFormat>()
  /** They are slow to make, and every board has a label. */
  const formatterOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options)
    const known = formatters.get(key)
    const formatter = known ?? new Intl.DateTimeFormat(settings.locale, { ...options, timeZone: 'UTC' })
    if (!known) formatters.set(key, formatter)
    return formatter
  }
  const text = (day: Day, options: Intl.DateTimeFormatOptions): string =>
    formatterOf(options).format(day * dayMs)

  const yearLabel = (year: number): string => {
    if (firstMonth === 1) return String(year)
    const called = settings.fiscalYearNamedAfter === 'start' ? year : year + 1
    return `FY${String(called % 100).padStart(2, '0')}`
  }

  const periodLabel = (grain: Grain, range: DayRange): string => {
    if (grain === 'day') return text(range.from, { weekday: 'short', month: 'short', day: 'numeric' })
    if (grain === 'week')
      return say(
        { id: 'window.week', defaultMessage: 'Week of {day}' },
        { day: text(range.from, { month: 'short', day: 'numeric' }) },
      )
    const { year, index } = positionOf(range.from, monthsIn[grain])
    if (grain === 'year') return yearLabel(year)
    if (grain === 'quarter')
      return say(
        { id: 'window.quarter', defaultMessage: 'Q{nth} {year}' },
        { nth: index + 1, year: yearLabel(year) },
      )
    return settings.fiscalWeeks
      ? say(
          { id: 'window.fiscal-month', defaultMessage: 'Month {nth}, {year}' },
          { nth: index + 1, year: yearLabel(year) },
        )
      : text(range.from, { month: 'long', year: 'numeric' })
  }

  /** A range that is exactly one such period gets that period's label. */
  const namedGrains = ['year', 'quarter', 'month', 'week', 'day'] as const
  const isSame = (a: DayRange, b: DayRange): boolean => a.from === b.from && a.to === b.to

  const label = (window: WindowSpec, today: Day): string => {
    switch (window.kind) {
      case 'period':
        return periodLabel(window.grain, resolve(window, today))
      case 'last':
        return window.days === 1
          ? say({ id: 'window.today', defaultMessage: 'Today' })
          : say({ id: 'window.last-days', defaultMessage: 'Last {days} days' }, { days: window.days })
      case 'older':
        return window.days === 0
          ? say({ id: 'window.before-today', defaultMessage: 'Before today' })
          : say(
              {
                id: 'window.older',
                defaultMessage: 'Older than {days, plural, one {# day} other {# days}}',
              },
              { days: window.days },
            )
      case 'range': {
        const range = resolve(window, today)
        const whole = namedGrains.find((grain) => isSame(period(grain, range.from, 0), range))
        return whole
          ? periodLabel(whole, range)
          : say(
              { id: 'window.range', defaultMessage: '{from} to {to}' },
              { from: window.from ?? '…', to: window.to ?? '…' },
            )
      }
      case 'all':
        return say({ id: 'window.all', defaultMessage: 'All time' })
    }
  }

  return { period, resolve, label }
}
