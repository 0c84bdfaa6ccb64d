// When each playlist of a screen is on: its rules laid over one another, by the clocks of its office.
import type { Screen } from '../../wire/floor.ts'
import type { StageMessage } from '../../wire/socket.ts'
import type { Day } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { rulesOf, type ScheduleFloor, type ScheduleRule } from './schedule-rules.ts'
import { screenZone } from './screen-zone.ts'

export interface ScreenSchedule {
  readonly screen: string
  readonly zone: Zone
  /** Strongest first. */
  readonly rules: readonly ScheduleRule[]
}

/**
 * A stretch of one local day in which the same rules want to be on. `from` and `to` in minutes since its midnight, `startsAt`
 * and `endsAt` in epoch ms. Never empty: what a clock change skips is left out.
 */
export interface Stretch {
  readonly day: Day
  readonly from: number
  readonly to: number
  readonly startsAt: number
  readonly endsAt: number
  /** Strongest first: the first is shown. Empty where the screen has nothing to show. */
  readonly wanted: readonly ScheduleRule[]
}

/** What is on, and which rule says so; `playlist` and `rule` are null where nothing is. */
export interface OnNow {
  readonly playlist: string | null
  readonly rule: ScheduleRule | null
  /** Epoch ms: when another rule takes over; null where none does within a year. */
  readonly until: number | null
}

const dayMinutes = 24 * 60

/** A TV that is cut off from the feed for longer stays on the last playlist it knows. */
export const daysAhead = 8

/** Beyond a year nobody asks until when something is on. */
const farthestDays = 370

/** `zone` makes a zone of its IANA name. */
export const scheduleOf = (
  floor: ScheduleFloor,
  screen: Screen,
  zone: (id: string) => Zone,
): ScreenSchedule => ({
  screen: screen.id,
  zone: zone(screenZone(screen, floor)),
  rules: rulesOf(floor, screen),
})

type Placed = Pick<Stretch, 'from' | 'to' | 'wanted'>

/** The stretches of a local day by its clocks alone, as if none of its hours were skipped. */
const placedOn = (rules: readonly ScheduleRule[], day: Day): readonly Placed[] => {
  // Hours past midnight belong to the day on which they begin.
  const spells = rules.flatMap((rule) => [
    ...(rule.isOn(day) ? [{ rule, from: rule.from, to: Math.min(rule.to, dayMinutes) }] : []),
    ...(rule.to > dayMinutes && rule.isOn(day - 1) ? [{ rule, from: 0, to: rule.to - dayMinutes }] : []),
  ])
  const edges = [...new Set([0, dayMinutes, ...spells.flatMap(({ from, to }) => [from, to])])]
  edges.sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? dayMinutes
    // A rule of all day is there twice where its hours touch.
    const wanted = new Set(
      spells.filter((spell) => spell.from <= from && spell.to >= to).map(({ rule }) => rule),
    )
    return { from, to, wanted: [...wanted] }
  })
}

/**
 * The stretches of a local day, in order and without gaps. By a clock change the schedule never goes back: an hour that
 * clocks show twice belongs to what was on when it began, and a rule within a skipped hour is not on that day.
 */
export const stretchesOn = ({ rules, zone }: ScreenSchedule, day: Day): readonly Stretch[] =>
  placedOn(rules, day).flatMap((placed) => {
    const startsAt = zone.reachesAt(day, placed.from)
    const endsAt = zone.reachesAt(day, placed.to)
    return startsAt < endsAt ? [{ day, ...placed, startsAt, endsAt }] : []
  })

/**
 * The local day to which an instant (epoch ms) belongs. Where clocks go back over midnight, it stays the later of the days.
 */
export const scheduleDayAt = ({ zone }: ScreenSchedule, ms: number): Day => {
  const day = zone.dayAt(ms)
  return zone.reachesAt(day + 1, 0) <= ms ? day + 1 : day
}

const firstOf = ({ wanted }: Placed): ScheduleRule | null => wanted[0] ?? null

/** What is on at an instant (epoch ms), by which rule and until when. */
export const scheduleAt = (schedule: ScreenSchedule, ms: number): OnNow => {
  const today = scheduleDayAt(schedule, ms)
  const here = stretchesOn(schedule, today).find(({ startsAt, endsAt }) => startsAt <= ms && ms < endsAt)
  const rule = here ? firstOf(here) : null
  const isOther = (placed: Placed): boolean => firstOf(placed) !== rule
  const changeAt = (): number | null => {
    for (let day = today; day <= today + farthestDays; day += 1) {
      // Of most days no zone has to be asked.
      if (!placedOn(schedule.rules, day).some(isOther)) continue
      const change = stretchesOn(schedule, day).find((next) => next.startsAt > ms && isOther(next))
      if (change) return change.startsAt
    }
    return null
  }
  return { playlist: rule?.playlist ?? null, rule, until: changeAt() }
}

/**
 * When which playlist is on, from an instant (epoch ms) on, for eight days. The first turn has already begun; where nothing
 * is on, its playlist is the empty text.
 */
export const turnsOf = (schedule: ScreenSchedule, ms: number): StageMessage['turns'] => {
  const today = scheduleDayAt(schedule, ms)
  const turns: StageMessage['turns'] = []
  for (let day = today - 1; day <= today + daysAhead; day += 1) {
    for (const { startsAt, wanted } of stretchesOn(schedule, day)) {
      const playlist = wanted[0]?.playlist ?? ''
      if (playlist !== turns.at(-1)?.playlist) turns.push({ from: startsAt, playlist })
    }
  }
  const begun = turns.findLastIndex((turn) => turn.from <= ms)
  return turns.slice(Math.max(begun, 0))
}
