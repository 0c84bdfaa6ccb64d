// When a recap is due: by a day and a time of the week, or on the first working day of a month or a quarter, by the clock of
// its reader's office.
import type { Recaps } from '../../wire/recaps.ts'
import { type Day, dayMs, weekdayOf } from '../time/calendar-date.ts'
import type { FiscalCalendar } from '../time/fiscal-calendar.ts'
import { minutesOf, weekdayIndex } from '../time/week.ts'
import { nextWorkingDay, type WorkingTime } from '../time/working-time.ts'
import type { Zone } from '../time/zone.ts'

/** What is older is not sent any more. */
export const freshMs = dayMs

type When = Pick<Recaps, 'day' | 'at'>

const ifFresh = (at: number, ms: number): number | null => (at <= ms && ms < at + freshMs ? at : null)

/**
 * The instant (epoch ms) at which the weekly recap that is to be sent at `ms` was due; null where none is. A time that a
 * clock change skips is reached at the change; one that clocks show twice, when they show it first.
 */
export const weeklyDue = (zone: Zone, { day, at }: When, ms: number): number | null => {
  const today = zone.dayAt(ms)
  const latest = today - ((weekdayOf(today) - weekdayIndex[day] + 7) % 7)
  const due = (on: Day): number | null => ifFresh(zone.reachesAt(on, minutesOf(at)), ms)
  // Later today there is another; a day that is 25 hours long may still have the one of a week ago.
  return due(latest) ?? due(latest - 7)
}

export type PeriodGrain = 'month' | 'quarter'

interface Floor {
  readonly calendar: Pick<FiscalCalendar, 'resolve'>
  readonly workingTime: WorkingTime
}

/** The same of the recap of the month or quarter before: due on the first working day after it. */
export const periodDue = (
  { calendar, workingTime }: Floor,
  zone: Zone,
  { grain, at }: { readonly grain: PeriodGrain } & Pick<When, 'at'>,
  ms: number,
): number | null => {
  const { from } = calendar.resolve({ kind: 'period', grain, offset: 0 }, zone.dayAt(ms))
  return ifFresh(zone.reachesAt(nextWorkingDay(workingTime, from, false) ?? from, minutesOf(at)), ms)
}
