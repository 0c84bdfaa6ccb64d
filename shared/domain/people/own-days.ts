// The days on which somebody works: the floor's working days, less those that are not theirs, less leave, while they are here.
import { type Day, type DayRange, includes, intersect, weekdayOf } from '../time/calendar-date.ts'
import type { WorkingTime } from '../time/working-time.ts'
import type { Member } from './roster.ts'

type Days = Pick<Member, 'employed' | 'leave' | 'weekdays'>

export const worksOn = (member: Days, workingTime: Pick<WorkingTime, 'isWorkingDay'>, day: Day): boolean => {
  const { days } = member.weekdays.findLast(({ from }) => from <= day) ?? { days: null }
  return (
    workingTime.isWorkingDay(day) &&
    includes(member.employed, day) &&
    (days === null || days.has(weekdayOf(day))) &&
    !member.leave.some((leave) => includes(leave, day))
  )
}

/** How many of the days of a range; 0 for one without an end. */
export const ownDaysIn = (
  member: Days,
  workingTime: Pick<WorkingTime, 'isWorkingDay'>,
  range: DayRange,
): number => {
  const here = intersect(range, member.employed)
  if (!Number.isFinite(here.from) || !Number.isFinite(here.to)) return 0
  let count = 0
  for (let day = here.from; day < here.to; day++) if (worksOn(member, workingTime, day)) count++
  return count
}
