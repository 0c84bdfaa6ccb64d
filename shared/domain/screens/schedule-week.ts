// A screen's week as a calendar draws it, and the rest of a day of all screens.
import type { Day } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'
import { type ScreenSchedule, type Stretch, scheduleDayAt, scheduleOf, stretchesOn } from './schedule.ts'
import type { ScheduleFloor, ScheduleRule } from './schedule-rules.ts'
import { type WhyFirst, whyFirst } from './schedule-words.ts'

/** `from` and `to` in minutes since local midnight, `startsAt` and `endsAt` in epoch ms. */
type Span = Pick<Stretch, 'from' | 'to' | 'startsAt' | 'endsAt'>

/** Null where the screen has nothing to show. */
export interface WeekBlock extends Span {
  readonly rule: ScheduleRule | null
}

/** What a rule wanted and did not get. */
export interface LostBlock extends Span {
  readonly rule: ScheduleRule
  readonly winner: ScheduleRule
  readonly why: WhyFirst
}

export interface WeekDay {
  readonly day: Day
  /** In order and without gaps, but for hours that a clock change skips. */
  readonly blocks: readonly WeekBlock[]
  /** By their beginning, the stronger rule first; rules that want the playlist which is shown anyway lose nothing. */
  readonly lost: readonly LostBlock[]
}

/** Joins neighbours that `isSame` takes for one. */
const joined = <T extends Span>(spans: readonly T[], isSame: (a: T, b: T) => boolean): readonly T[] => {
  const out: T[] = []
  for (const span of spans) {
    const before = out.at(-1)
    if (before && before.endsAt === span.startsAt && isSame(before, span))
      out[out.length - 1] = { ...before, to: span.to, endsAt: span.endsAt }
    else out.push(span)
  }
  return out
}

const spanOf = ({ from, to, startsAt, endsAt }: Stretch): Span => ({ from, to, startsAt, endsAt })

const lostIn = (stretch: Stretch): readonly LostBlock[] => {
  const [winner, ...others] = stretch.wanted
  if (!winner) return []
  return others
    .filter((rule) => rule.slot !== null && rule.playlist !== winner.playlist)
    .map((rule) => ({ ...spanOf(stretch), rule, winner, why: whyFirst(winner, rule) }))
}

const lostOn = (rules: readonly ScheduleRule[], stretches: readonly Stretch[]): readonly LostBlock[] => {
  const all = stretches.flatMap(lostIn)
  const ofRule = (rule: ScheduleRule) => all.filter((lost) => lost.rule === rule)
  return rules
    .flatMap((rule) => joined(ofRule(rule), (a, b) => a.winner === b.winner))
    .sort((a, b) => a.from - b.from)
}

export const weekDayOf = (schedule: ScreenSchedule, day: Day): WeekDay => {
  const stretches = stretchesOn(schedule, day)
  const blocks = stretches.map((stretch) => ({ ...spanOf(stretch), rule: stretch.wanted[0] ?? null }))
  return { day, blocks: joined(blocks, (a, b) => a.rule === b.rule), lost: lostOn(schedule.rules, stretches) }
}

/** The seven days from `first` on. */
export const weekOf = (schedule: ScreenSchedule, first: Day): readonly WeekDay[] =>
  Array.from({ length: 7 }, (_, index) => weekDayOf(schedule, first + index))

export interface ScreenDay {
  readonly screen: string
  readonly blocks: readonly WeekBlock[]
}

/** What is on from an instant (epoch ms) until each screen's local midnight. The first block has already begun. */
export const restOfDay = (
  floor: ScheduleFloor,
  ms: number,
  zone: (id: string) => Zone,
): readonly ScreenDay[] =>
  floor.screens.map((screen) => {
    const schedule = scheduleOf(floor, screen, zone)
    const { blocks } = weekDayOf(schedule, scheduleDayAt(schedule, ms))
    return { screen: screen.id, blocks: blocks.filter(({ endsAt }) => endsAt > ms) }
  })
