// Which working day people go home from, and which one they come back on.
import type { Day } from './calendar-date.ts'
import type { WorkingTime } from './working-time.ts'

/** Nobody is away for longer; a floor without working days would be searched for ever. */
const farthest = 366

/** Today until its business hours begin, else the first working day after it; null where none is in sight. */
export const nextWorkingDay = (workingTime: WorkingTime, today: Day, hasBegun: boolean): Day | null => {
  for (let day = hasBegun ? today + 1 : today; day <= today + farthest; day++)
    if (workingTime.isWorkingDay(day)) return day
  return null
}

/** The last working day whose business hours have begun; null where there is none. */
export const lastWorkingDay = (workingTime: WorkingTime, today: Day, hasBegun: boolean): Day | null => {
  for (let day = hasBegun ? today : today - 1; day >= today - farthest; day--)
    if (workingTime.isWorkingDay(day)) return day
  return null
}
