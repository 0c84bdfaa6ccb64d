// Windows and working time once more, the slow and obvious way: ISO dates as text, Temporal for everything else.
import { Temporal } from 'temporal-polyfill'
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'

/** Half-open ISO dates; null is open. */
export interface Dates {
  readonly from: string | null
  readonly to: string | null
  /** Whether facts without a date are in it. */
  readonly undated: boolean
}

export const holds = ({ from, to, undated }: Dates, date: string | null): boolean =>
  date === null ? undated : (from === null || date >= from) && (to === null || date < to)

/** Temporal is thorough, not fast: what it said once is not asked again. */
const once = <Value>(work: (...asked: readonly (string | number)[]) => Value) => {
  const known = new Map<string, Value>()
  return (...asked: readonly (string | number)[]): Value => {
    const key = asked.join(' ')
    const value = known.get(key) ?? work(...asked)
    known.set(key, value)
    return value
  }
}

const added = once((date, days) =>
  Temporal.PlainDate.from(String(date))
    .add({ days: Number(days) })
    .toString(),
)

export const plus = (date: string, days: number): string => added(date, days)

export const dateIn = (zone: string, ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

const started = once(
  (zone, date) => Temporal.PlainDate.from(String(date)).toZonedDateTime(String(zone)).epochMilliseconds,
)

export const startIn = (zone: string, date: string): number => started(zone, date)

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const weekdayOf = once((date) => weekdays[Temporal.PlainDate.from(String(date)).dayOfWeek - 1])

type Settings = FloorFile['floor']

/** First days of the months of a fiscal year. */
const monthsOf = once((year, firstMonth, weeks, weekStartsOn, ends): readonly string[] => {
  let start = Temporal.PlainDate.from({ year: Number(year), month: Number(firstMonth), day: 1 })
  if (weeks === '') return Array.from({ length: 12 }, (_, month) => start.add({ months: month }).toString())
  // The nearest first day of the week is at most three days away, on either side; the day after the last end of a week
  // in the month before is at most six days before.
  start = start.subtract({ days: ends === 'last' ? 6 : 3 })
  while (weekdayOf(start.toString()) !== weekStartsOn) start = start.add({ days: 1 })
  const months: string[] = []
  for (let month = 0; month < 12; month++) {
    months.push(start.toString())
    start = start.add({ weeks: Number(String(weeks).split('-')[month % 3]) })
  }
  return months
})

export const periodOf = (settings: Settings, grain: string, offset: number, today: string): Dates => {
  if (grain === 'day') return { from: plus(today, offset), to: plus(today, offset + 1), undated: false }
  if (grain === 'week') {
    let start = today
    while (weekdayOf(start) !== settings.weekStartsOn) start = plus(start, -1)
    return { from: plus(start, 7 * offset), to: plus(start, 7 * offset + 7), undated: false }
  }
  const every = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12
  const { fiscalYearStartsIn, fiscalWeeks, weekStartsOn, fiscalYearEnds } = settings
  const around = [-3, -2, -1, 0, 1, 2, 3].map((year) => Number(today.slice(0, 4)) + year)
  const starts = around.flatMap((year) =>
    monthsOf(year, fiscalYearStartsIn, fiscalWeeks ?? '', weekStartsOn, fiscalYearEnds ?? 'nearest').filter(
      (_, month) => month % every === 0,
    ),
  )
  const here = starts.findLastIndex((start) => start <= today) + offset
  return { from: starts[here] ?? null, to: starts[here + 1] ?? null, undated: false }
}

export const datesOf = (settings: Settings, window: WindowSpec, today: string): Dates => {
  switch (window.kind) {
    case 'period':
      return periodOf(settings, window.grain, window.offset, today)
    case 'last':
      return { from: plus(today, 1 - window.days), to: plus(today, 1), undated: false }
    case 'older':
      return { from: null, to: plus(today, -window.days), undated: false }
    case 'range':
      return { from: window.from, to: window.to, undated: false }
    case 'all':
      return { from: null, to: null, undated: true }
  }
}

export const isWorkingDay = (settings: Settings, date: string): boolean =>
  settings.workingDays.some((weekday) => weekday === weekdayOf(date)) &&
  !settings.holidays.some((holiday) => (typeof holiday === 'string' ? holiday : holiday.on) === date)

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Working days among some dates; none among more than ten years of them, nor where they are open. */
export const workingDaysIn = (settings: Settings, { from, to }: Dates): number => {
  if (from === null || to === null || Temporal.PlainDate.from(from).until(to).days > 3660) return 0
  let days = 0
  for (let day = from; day < to; day = plus(day, 1)) if (isWorkingDay(settings, day)) days += 1
  return days
}

/** Yesterday while its shift still runs, else today. */
export const dayWorked = (settings: Settings, zone: string, ms: number): string => {
  const { from, to } = settings.businessHours
  const now = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const today = now.toPlainDate().toString()
  const yesterday = plus(today, -1)
  const isRunning = to < from && now.toPlainTime().toString() < to
  return isRunning && isWorkingDay(settings, yesterday) ? yesterday : today
}

/** Share of the working time that is over: each day's hours, cut to the window and to now, in minutes of a wall clock. */
export const shareGone = (settings: Settings, { from, to }: Dates, zone: string, ms: number): number => {
  const today = dateIn(zone, ms)
  if (to !== null && today >= to) return 1
  if (from === null || to === null || today < from) return 0
  const first = Temporal.PlainDate.from(from)
  const days = first.until(to).days
  if (days > 3660) return 0
  const clock = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainTime()
  const minutes = Math.floor(Temporal.PlainTime.from('00:00').until(clock).total('minutes'))
  const now = first.until(today).days * 1440 + minutes
  const [opens, closes] = [minutesOf(settings.businessHours.from), minutesOf(settings.businessHours.to)]
  const long = closes > opens ? closes - opens : closes - opens + 1440
  const within = (start: number, end: number): number =>
    Math.max(0, Math.min(start + long, end) - Math.max(start, 0))
  let [over, whole] = [0, 0]
  for (let day = -1; day < days; day++) {
    if (!isWorkingDay(settings, plus(from, day))) continue
    whole += within(day * 1440 + opens, days * 1440)
    over += within(day * 1440 + opens, now)
  }
  return whole === 0 ? 0 : over / whole
}
