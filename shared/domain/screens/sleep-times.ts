// When a screen sleeps, and when it is less bright: by the clocks of its office, told to its TVs for days ahead, so that they
// obey without their feed.
import type { Screen, SleepTime } from '../../wire/floor.ts'
import { daysAhead, type ScreenSchedule, scheduleDayAt } from './schedule.ts'
import { holidaysOf, type ScheduleFloor, timesOf } from './schedule-rules.ts'

/** In epoch ms; never empty. */
interface Span {
  readonly from: number
  readonly to: number
}

const dayMinutes = 24 * 60

/** From the day before on: hours past midnight belong to the day on which they begin. */
const spansOf = (
  floor: ScheduleFloor,
  slot: SleepTime,
  { zone }: ScreenSchedule,
  today: number,
): readonly Span[] => {
  const { from, to, isOn } = timesOf(slot, holidaysOf(floor))
  const days = Array.from({ length: daysAhead + 2 }, (_, index) => today - 1 + index)
  return days.filter(isOn).flatMap((day) => {
    const span = {
      from: zone.reachesAt(day, from),
      to: to > dayMinutes ? zone.reachesAt(day + 1, to - dayMinutes) : zone.reachesAt(day, to),
    }
    // What a clock change skips as a whole is not on that day.
    return span.from < span.to ? [span] : []
  })
}

const inOrder = (a: Span, b: Span): number => a.from - b.from || a.to - b.to

/** Those that touch are one: a night before a weekend ends on Monday morning. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const apart: Span[] = []
  for (const span of [...spans].sort(inOrder)) {
    const last = apart.at(-1)
    if (last === undefined || last.to < span.from) apart.push(span)
    else apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return apart
}

/**
 * When the screen sleeps, from an instant (epoch ms) on, for eight days, in order and apart from one another; the first may
 * have begun. Its own times, else its group's; none where neither has any.
 */
export const sleepsOf = (
  floor: ScheduleFloor,
  screen: Screen,
  schedule: ScreenSchedule,
  ms: number,
): readonly Span[] => {
  const group = floor.screenGroups.find(({ id }) => id === screen.group)
  const today = scheduleDayAt(schedule, ms)
  const slots = screen.sleep ?? group?.sleep ?? []
  return joined(slots.flatMap((slot) => spansOf(floor, slot, schedule, today))).filter(({ to }) => to > ms)
}

/** When the screen is less bright, likewise. They may overlap: the darkest counts. `light`: what is left, from 0 to 1. */
export const dimsOf = (
  floor: ScheduleFloor,
  screen: Screen,
  schedule: ScreenSchedule,
  ms: number,
): readonly (Span & { readonly light: number })[] => {
  const group = floor.screenGroups.find(({ id }) => id === screen.group)
  const today = scheduleDayAt(schedule, ms)
  const slots = screen.dim ?? group?.dim ?? []
  return slots
    .flatMap((slot) => spansOf(floor, slot, schedule, today).map((span) => ({ ...span, light: slot.to })))
    .filter(({ to }) => to > ms)
    .sort(inOrder)
}
