// When a contest is held: once, or again and again by the same clock.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Roster } from '../people/roster.ts'
import { type Day, type DayRange, dayOf, formatDay, parseDay, partsOf } from '../time/calendar-date.ts'
import { minutesOf } from '../time/week.ts'
import type { WorkingTime } from '../time/working-time.ts'
import type { Zone } from '../time/zone.ts'

/** Whose clocks it goes by. */
interface Clocks {
  readonly roster: Pick<Roster, 'floorZone' | 'teams'>
}

type When = Pick<Contest, 'from' | 'until' | 'repeats'>

/** One time at which it is held. */
export interface Occasion {
  /** The local date on which it begins. */
  readonly on: string
  readonly isByTheClock: boolean
  /** Of whole days these, each by the clock of whoever works; by the clock the floor's days in which it lies. */
  readonly days: DayRange
  /** Epoch ms; of whole days on the floor's own clock. `until` is not in it. */
  readonly from: number
  readonly until: number
  /** When it is over everywhere: of whole days at the end of the last day in the westernmost office. */
  readonly over: number
}

const lastDayOfMonth = (year: number, month: number): number => partsOf(dayOf(year, month + 1, 0)).day

/** A day of so many months later; the last day of a month stays the last one. */
const monthsLater = (day: Day, months: number): Day => {
  const { year, month, day: date } = partsOf(day)
  const last = lastDayOfMonth(year, month + months)
  return dayOf(year, month + months, date === lastDayOfMonth(year, month) ? last : Math.min(date, last))
}

/** Days by which something comes again; a month is as long as it is. */
const later = (day: Day, every: 'day' | 'week' | 'month', nth: number): Day =>
  every === 'month' ? monthsLater(day, nth) : day + nth * (every === 'week' ? 7 : 1)

const dayIn = (moment: string): Day => parseDay(moment.slice(0, 10))
const isByTheClock = ({ from }: Pick<Contest, 'from'>): boolean => from.length > 10

/** Whether one is over before the next one begins. */
export const endsBeforeNext = ({ from, until, repeats }: When): boolean => {
  if (repeats === undefined) return true
  const next = `${formatDay(later(dayIn(from), repeats.every, 1))}${from.slice(10)}`
  return from.length > 10 ? until <= next : until < next
}

/** The last day on which one may count, of all that come; infinite where they never end. */
export const daysOfContest = ({ from, until, repeats }: When): DayRange => {
  const [first, last] = [dayIn(from), dayIn(until)]
  if (repeats === undefined) return { from: first, to: last + 1 }
  const end = repeats.until === undefined ? Number.POSITIVE_INFINITY : parseDay(repeats.until)
  return { from: first, to: end + (last - first) + 1 }
}

const zonesOf = ({ roster }: Clocks): readonly Zone[] => [
  ...new Set([roster.floorZone, ...roster.teams.map(({ zone }) => zone)]),
]

const instantOf = (moment: string, day: Day, zone: Zone): number =>
  zone.reachesAt(day, minutesOf(moment.slice(11)))

const occasionOn = (contest: When, first: Day, last: Day, model: Clocks): Occasion => {
  const { floorZone } = model.roster
  const on = formatDay(first)
  if (!isByTheClock(contest)) {
    const days = { from: first, to: last + 1 }
    const [from, until] = [floorZone.startOf(days.from), floorZone.startOf(days.to)]
    const over = Math.max(...zonesOf(model).map((zone) => zone.startOf(days.to)))
    return { on, isByTheClock: false, days, from, until, over }
  }
  const from = instantOf(contest.from, first, floorZone)
  const until = Math.max(from, instantOf(contest.until, last, floorZone))
  return { on, isByTheClock: true, days: { from: first, to: last + 1 }, from, until, over: until }
}

/** So many days without work in a row are looked through: more than a year. */
const mostLookedAt = 400

/** How many of them begin on a day or before it, those of days without work among them. `first`: when the first one begins. */
const begunBy = (day: Day, first: Day, every: 'day' | 'week' | 'month'): number => {
  if (day < first) return 0
  if (every !== 'month') return Math.floor((day - first) / (every === 'week' ? 7 : 1)) + 1
  const [begin, is] = [partsOf(first), partsOf(day)]
  const months = (is.year - begin.year) * 12 + is.month - begin.month
  return later(first, every, months) <= day ? months + 1 : months
}

/**
 * All that begin at an instant (epoch ms) or before, and the one after them, the earliest first; at most `most`, the latest of
 * them. Of those that come daily none begins on a day on which the floor does not work.
 */
export const occasionsUntil = (
  contest: When,
  model: Clocks & { readonly workingTime: WorkingTime },
  ms: number,
  most: number,
): readonly Occasion[] => {
  const { repeats } = contest
  const [first, last] = [dayIn(contest.from), dayIn(contest.until)]
  if (repeats === undefined) return [occasionOn(contest, first, last, model)]
  const end = repeats.until === undefined ? Number.POSITIVE_INFINITY : parseDay(repeats.until)
  const isHeld = (nth: number): boolean => {
    const from = later(first, repeats.every, nth)
    return from <= end && (repeats.every !== 'day' || nth === 0 || model.workingTime.isWorkingDay(from))
  }
  // One that begins later today counts as begun: the next one is of a later day.
  const begun = begunBy(Math.min(end, model.roster.floorZone.dayAt(ms)), first, repeats.every)
  const found: number[] = []
  for (let nth = begun; nth < begun + mostLookedAt && found.length === 0; nth += 1)
    if (isHeld(nth)) found.push(nth)
  for (let nth = begun - 1; nth >= 0 && found.length <= most; nth -= 1) if (isHeld(nth)) found.push(nth)
  return found
    .toReversed()
    .map((nth) =>
      occasionOn(contest, later(first, repeats.every, nth), later(last, repeats.every, nth), model),
    )
}

/** The one that runs, or is not final yet; else the next; else the last. `finalAt` says when one is final, epoch ms. */
export const currentOccasion = (
  occasions: readonly Occasion[],
  ms: number,
  finalAt: (occasion: Occasion) => number,
): Occasion | null =>
  occasions.find(({ from, until }) => from <= ms && ms < until) ??
  occasions.findLast((each) => each.from <= ms && ms < finalAt(each)) ??
  occasions.find(({ from }) => ms < from) ??
  occasions.at(-1) ??
  null
