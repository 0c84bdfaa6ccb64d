// The rules that a screen goes by, strongest first. Whoever asks what is on takes the first of them that is.
import type { FloorFile, Screen, SleepTime, Slot } from '../../wire/floor.ts'
import { type Day, parseDay, weekdayOf } from '../time/calendar-date.ts'
import { minutesOf, weekdayIndex } from '../time/week.ts'

/** Weakest first. */
export const strengths = ['always', 'group', 'screen', 'exception'] as const
export type Strength = (typeof strengths)[number]

/** What of the floor file an order of rules depends on. */
export type ScheduleFloor = Pick<FloorFile, 'floor' | 'teams' | 'screens' | 'screenGroups'>

/** Where a rule stands in the file. `index` of its list of rules, from 0; null is the playlist that is always on. */
export interface RuleRef {
  readonly list: 'screens' | 'screenGroups'
  readonly id: string
  readonly index: number | null
}

export interface ScheduleRule {
  readonly ref: RuleRef
  readonly strength: Strength
  readonly playlist: string
  /** Null of the playlist that is always on. */
  readonly slot: Slot | null
  /** Minutes from the midnight that begins its day; beyond 1440 it runs into the next day. */
  readonly from: number
  readonly to: number
  /** Whether it begins on a day. */
  isOn(day: Day): boolean
}

const dayMinutes = 24 * 60

/** One that names dates or holidays. */
const isException = ({ dates, holidays }: SleepTime): boolean => dates !== undefined || holidays === true

export const holidaysOf = ({ floor }: ScheduleFloor): ReadonlySet<Day> =>
  new Set(floor.holidays.map((each) => parseDay(typeof each === 'string' ? each : each.on)))

const isOnOf = (slot: SleepTime, holidays: ReadonlySet<Day>): ((day: Day) => boolean) => {
  const days = slot.days && new Set(slot.days.map((weekday) => weekdayIndex[weekday]))
  const dates = slot.dates && new Set(slot.dates.map(parseDay))
  const from = slot.from === undefined ? Number.NEGATIVE_INFINITY : parseDay(slot.from)
  const until = slot.until === undefined ? Number.POSITIVE_INFINITY : parseDay(slot.until)
  return (day) =>
    day >= from &&
    day <= until &&
    (days === undefined || days.has(weekdayOf(day))) &&
    (dates === undefined || dates.has(day)) &&
    (slot.holidays !== true || holidays.has(day))
}

const hoursOf = ({ hours }: SleepTime): { readonly from: number; readonly to: number } => {
  if (hours === undefined) return { from: 0, to: dayMinutes }
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)]
  return { from, to: to > from ? to : to + dayMinutes }
}

/** Minutes from the midnight that begins its day, which may run into the next one, and on which days it begins. */
export const timesOf = (
  slot: SleepTime,
  holidays: ReadonlySet<Day>,
): Pick<ScheduleRule, 'from' | 'to' | 'isOn'> => ({ ...hoursOf(slot), isOn: isOnOf(slot, holidays) })

/**
 * A screen's rules, strongest first: its exceptions, its group's exceptions, its own rules, its group's rules, and the
 * playlist that is always on: its own, else its group's, else none. Of the same strength they are in the file's order.
 */
export const rulesOf = (floor: ScheduleFloor, screen: Screen): readonly ScheduleRule[] => {
  const group = floor.screenGroups.find(({ id }) => id === screen.group)
  const holidays = holidaysOf(floor)
  const rulesIn = (list: RuleRef['list'], id: string, slots: readonly Slot[]): ScheduleRule[] =>
    slots.map((slot, index) => ({
      ref: { list, id, index },
      strength: isException(slot) ? 'exception' : list === 'screens' ? 'screen' : 'group',
      playlist: slot.playlist,
      slot,
      ...timesOf(slot, holidays),
    }))
  const always = (list: RuleRef['list'], id: string, playlist: string | undefined): ScheduleRule[] =>
    playlist === undefined
      ? []
      : [
          {
            ref: { list, id, index: null },
            strength: 'always',
            playlist,
            slot: null,
            from: 0,
            to: dayMinutes,
            isOn: () => true,
          },
        ]

  const all = [
    ...rulesIn('screens', screen.id, screen.schedule),
    ...(group ? rulesIn('screenGroups', group.id, group.schedule) : []),
    ...[
      ...always('screens', screen.id, screen.playlist),
      ...(group ? always('screenGroups', group.id, group.playlist) : []),
    ].slice(0, 1),
  ]
  return strengths.toReversed().flatMap((strength) => all.filter((rule) => rule.strength === strength))
}
