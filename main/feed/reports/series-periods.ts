// The periods of a series, as windows that run and ran: pure.

import type { Day, DayRange } from '../../../shared/domain/time/calendar-date.ts'
import type { FiscalCalendar } from '../../../shared/domain/time/fiscal-calendar.ts'
import type { SeriesGrain } from '../../../shared/wire/reports.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'

export interface SeriesPeriod {
  readonly days: DayRange
  /** The same, as boards ask for it: moved from the period of today. */
  readonly window: Extract<WindowSpec, { kind: 'period' }>
}

/** More points than these no chart shows. */
export const mostPeriods = 800

const usualPeriods: Readonly<Record<SeriesGrain, number>> = { day: 30, week: 13, month: 12 }

export interface AskedPeriods {
  readonly every: SeriesGrain
  /** Both included; null: as many as `last` says, or as is usual. */
  readonly from: Day | null
  /** Null: today. */
  readonly to: Day | null
  readonly last: number | null
}

/** About how many periods a day lies from today: `period` finds it from there in a step or two. */
const daysIn: Readonly<Record<SeriesGrain, number>> = { day: 1, week: 7, month: 30.436875 }

/** Oldest first; null where they are more than `mostPeriods`, or end before they begin. */
export const seriesPeriods = (
  calendar: Pick<FiscalCalendar, 'period'>,
  today: Day,
  { every, from, to, last }: AskedPeriods,
): readonly SeriesPeriod[] | null => {
  const periodOf = (offset: number): DayRange => calendar.period(every, today, offset)
  const offsetOf = (day: Day): number => {
    let offset = Math.floor((day - today) / daysIn[every])
    while (periodOf(offset).to <= day) offset += 1
    while (periodOf(offset).from > day) offset -= 1
    return offset
  }
  const end = offsetOf(to ?? today)
  const start = from === null ? end - (last ?? usualPeriods[every]) + 1 : offsetOf(from)
  if (start > end || end - start >= mostPeriods) return null
  return Array.from({ length: end - start + 1 }, (_, at) => ({
    days: periodOf(start + at),
    window: { kind: 'period', grain: every, offset: start + at },
  }))
}
