// When a meeting comes again: on a weekday, or on a working day of a month or a quarter, by the floor's clock.
import type { Cadence } from '../../wire/cadence.ts'
import { type Day, type DayRange, weekdayOf } from '../time/calendar-date.ts'
import type { FiscalCalendar } from '../time/fiscal-calendar.ts'
import { minutesOf, weekdayIndex } from '../time/week.ts'
import { nextWorkingDay, type WorkingTime } from '../time/working-time.ts'
import type { Zone } from '../time/zone.ts'

export interface MeetingFloor {
  readonly calendar: Pick<FiscalCalendar, 'period'>
  readonly workingTime: WorkingTime
  readonly zone: Zone
}

type When = Pick<Cadence, 'every' | 'day' | 'at'>

/** The nth working day of a range, from its end where `nth` is negative; of fewer than that the one at that end. */
const workingDayIn = (workingTime: WorkingTime, { from, to }: DayRange, nth: number): Day => {
  const days = Array.from({ length: to - from }, (_, index) => from + index).filter(workingTime.isWorkingDay)
  return (nth > 0 ? (days[nth - 1] ?? days.at(-1)) : (days.at(nth) ?? days[0])) ?? from
}

const dayIn = ({ day }: When, { workingTime }: MeetingFloor, period: DayRange): Day => {
  if (typeof day === 'number') return workingDayIn(workingTime, period, day)
  const on = period.from + ((weekdayIndex[day ?? 'monday'] - weekdayOf(period.from) + 7) % 7)
  // On a holiday the week's meeting is on the next working day.
  return nextWorkingDay(workingTime, on, false) ?? on
}

/**
 * The instants, epoch ms, at which the meeting was due last and is due next; `last` is at `ms` or before. A time that a clock
 * change skips is reached at the change; one that clocks show twice, when they show it first.
 */
export const meetingTimes = (
  when: When,
  floor: MeetingFloor,
  ms: number,
): { readonly last: number; readonly next: number } => {
  const { calendar, zone } = floor
  const today = zone.dayAt(ms)
  const withDay = when.every === 'week' ? when : { ...when, day: when.day ?? 1 }
  const dueIn = (offset: number): number =>
    zone.reachesAt(dayIn(withDay, floor, calendar.period(when.every, today, offset)), minutesOf(when.at))
  // A holiday may move a meeting into the period after its own.
  const due = [-2, -1, 0, 1, 2].map(dueIn).sort((a, b) => a - b)
  return {
    last: due.findLast((at) => at <= ms) ?? ms,
    next: due.find((at) => at > ms) ?? ms,
  }
}
