// The window before, as far as this one has come: what a number can fairly be held against.
import type { WindowSpec } from '../../wire/window.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { FiscalCalendar } from '../time/fiscal-calendar.ts'

/** Of a period, the one before it, up to the same day; of the last N days, the N days before them; else null. */
export const daysBefore = (calendar: FiscalCalendar, window: WindowSpec, today: Day): DayRange | null => {
  const days = calendar.resolve(window, today)
  if (window.kind === 'last') return { from: days.from - window.days, to: days.from }
  if (window.kind !== 'period') return null
  const before = calendar.period(window.grain, today, window.offset - 1)
  const gone = today + 1 - days.from
  return gone >= days.to - days.from
    ? before
    : { from: before.from, to: Math.min(before.to, before.from + gone) }
}
