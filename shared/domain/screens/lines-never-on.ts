// Lines of a schedule that can never be on: no day fits them, or others always come before them.
import { type Day, parseDay } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { scheduleDayAt, scheduleOf, stretchesOn } from './schedule.ts'
import type { RuleRef, ScheduleFloor, ScheduleRule } from './schedule-rules.ts'

export interface LineNeverOn {
  readonly ref: RuleRef
  /** `no-day`: none fits it; `over`: its last one lies behind; `behind`: other lines are always before it. */
  readonly why: 'no-day' | 'over' | 'behind'
}

/** Every weekday, month and holiday comes within it, and a leap day's neighbours. */
const daysAhead = 400

const endOf = ({ slot }: ScheduleRule): Day => {
  const until = slot?.until === undefined ? Number.POSITIVE_INFINITY : parseDay(slot.until)
  const dates = slot?.dates?.map(parseDay)
  return dates === undefined ? until : Math.min(until, Math.max(...dates))
}

const beginOf = ({ slot }: ScheduleRule): Day => {
  const from = slot?.from === undefined ? Number.NEGATIVE_INFINITY : parseDay(slot.from)
  const dates = slot?.dates?.map(parseDay)
  return dates === undefined ? from : Math.max(from, Math.min(...dates))
}

const keyOf = ({ list, id, index }: RuleRef): string => JSON.stringify([list, id, index])

/** From an instant (epoch ms) on. A line of a group is judged on all of its screens; a group without screens has none. */
export const linesNeverOn = (
  floor: ScheduleFloor,
  ms: number,
  zone: (id: string) => Zone,
): readonly LineNeverOn[] => {
  const why = new Map<string, LineNeverOn>()
  const shown = new Set<string>()
  for (const screen of floor.screens) {
    const schedule = scheduleOf(floor, screen, zone)
    const today = scheduleDayAt(schedule, ms)
    const days = Array.from({ length: daysAhead }, (_, index) => today + index)
    const on = new Set<ScheduleRule>()
    for (const day of days)
      for (const { wanted } of stretchesOn(schedule, day)) if (wanted[0]) on.add(wanted[0])
    for (const rule of schedule.rules) {
      if (rule.slot === null) continue
      const key = keyOf(rule.ref)
      // What begins later than is looked at may well be on then.
      if (on.has(rule) || beginOf(rule) >= today + daysAhead) shown.add(key)
      else if (endOf(rule) < today) why.set(key, { ref: rule.ref, why: 'over' })
      else why.set(key, { ref: rule.ref, why: days.some(rule.isOn) ? 'behind' : 'no-day' })
    }
  }
  return [...why].flatMap(([key, line]) => (shown.has(key) ? [] : [line]))
}
