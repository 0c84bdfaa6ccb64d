// A screen's week and its clashes, worked out here: the page answers while one drags.
import { useMemo } from 'react'
import { type ScreenSchedule, scheduleOf } from '../../../../shared/domain/screens/schedule.ts'
import { type Clash, clashesOf } from '../../../../shared/domain/screens/schedule-clashes.ts'
import { type WeekDay, weekOf } from '../../../../shared/domain/screens/schedule-week.ts'
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import { weekdayOf } from '../../../../shared/domain/time/calendar-date.ts'
import { weekdayIndex } from '../../../../shared/domain/time/week.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'

export interface ScheduleWeek {
  readonly schedule: ScreenSchedule
  /** The first of its seven days. */
  readonly first: Day
  readonly today: Day
  readonly days: readonly WeekDay[]
  readonly clashes: readonly Clash[]
}

/** `weeks` from the one of `now` (epoch ms). */
export const useScheduleWeek = (
  file: FloorFile,
  screen: FloorFile['screens'][number],
  weeks: number,
  now: number,
): ScheduleWeek => {
  const schedule = useMemo(() => scheduleOf(file, screen, createZone), [file, screen])
  const today = schedule.zone.dayAt(now)
  const begin = weekdayIndex[file.floor.weekStartsOn]
  const first = today - ((weekdayOf(today) - begin + 7) % 7) + weeks * 7
  const days = useMemo(() => weekOf(schedule, first), [schedule, first])
  const clashes = useMemo(() => clashesOf(file, screen.id, first, createZone), [file, screen.id, first])
  return { schedule, first, today, days, clashes }
}
