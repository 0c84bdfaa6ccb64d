// The rounds of an award: each period of it, when people are nominated for it, when votes are taken, and when it is decided.
// A round begins when the one before is decided, so that there is one at a time.
import type { Award } from '../../wire/awards.ts'
import { type Day, type DayRange, formatDay, parseDay } from '../time/calendar-date.ts'
import { minutesOf } from '../time/week.ts'
import type { FloorModel } from './floor-model.ts'

/** Instants are epoch ms on the floor's own clock. */
export interface AwardRound {
  /** The first date of the period: what a round is known by. */
  readonly on: string
  /** Of the period. */
  readonly days: DayRange
  readonly from: number
  readonly until: number
  /** From when on people are nominated. */
  readonly nominatesFrom: number
  /** From when on votes are taken; null: nobody votes. */
  readonly votesFrom: number | null
  /** When it is decided: nothing is taken from then on. */
  readonly closesAt: number
}

type Clocks = Pick<FloorModel, 'roster' | 'calendar' | 'workingTime'>
type When = Pick<Award, 'every' | 'from' | 'by' | 'opensBefore' | 'closesAfter' | 'closesAt'>

/** A floor may be shut for so many days in a row; after that every day counts as a working day. */
const longestShut = 60

/** The `nth` working day after a day, from 1. */
const workingDayAfter = ({ workingTime }: Clocks, day: Day, nth: number): Day => {
  let left = nth
  for (let next = day + 1; next <= day + longestShut; next += 1) {
    if (workingTime.isWorkingDay(next)) left -= 1
    if (left === 0) return next
  }
  return day + nth
}

/** The first of the last `count` working days before a day; the day itself for 0. */
const workingDayBefore = ({ workingTime }: Clocks, day: Day, count: number): Day => {
  let left = count
  let found = day
  for (let next = day - 1; next >= day - longestShut && left > 0; next -= 1)
    if (workingTime.isWorkingDay(next)) {
      left -= 1
      found = next
    }
  return found
}

const periodOf = ({ every }: When, { calendar }: Clocks, day: Day, offset: number): DayRange =>
  calendar.period(every, day, offset)

const closeOf = (award: When, clocks: Clocks, { to }: DayRange): number =>
  clocks.roster.floorZone.reachesAt(
    workingDayAfter(clocks, to - 1, award.closesAfter),
    minutesOf(award.closesAt),
  )

const roundOf = (award: When, clocks: Clocks, days: DayRange): AwardRound => {
  const { floorZone } = clocks.roster
  const first = parseDay(award.from)
  const isFirst = days.from <= first
  const before = periodOf(award, clocks, days.from, -1)
  const nominatesFrom = isFirst ? floorZone.startOf(first) : closeOf(award, clocks, before)
  const opens =
    award.by === 'both' ? days.to : Math.max(days.from, workingDayBefore(clocks, days.to, award.opensBefore))
  return {
    on: formatDay(days.from),
    days,
    from: floorZone.startOf(days.from),
    until: floorZone.startOf(days.to),
    nominatesFrom,
    votesFrom: award.by === 'metric' ? null : Math.max(nominatesFrom, floorZone.startOf(opens)),
    closesAt: closeOf(award, clocks, days),
  }
}

/** The round that is open at an instant, or its first one where that is still to come. */
export const roundAt = (award: When, clocks: Clocks, ms: number): AwardRound => {
  const first = parseDay(award.from)
  const today = Math.max(first, clocks.roster.floorZone.dayAt(ms))
  const around = [-2, -1, 0, 1, 2]
    .map((offset) => periodOf(award, clocks, today, offset))
    .filter(({ to }) => to > first)
    .map((days) => roundOf(award, clocks, days))
  // After a period that is decided on its third working day, the next one lasts longer than that.
  return around.find(({ closesAt }) => closesAt > ms) ?? (around.at(-1) as AwardRound)
}

/** Those that are decided by an instant, the latest first, at most `most`. */
export const roundsDecided = (
  award: When,
  clocks: Clocks,
  ms: number,
  most: number,
): readonly AwardRound[] => {
  const first = parseDay(award.from)
  const open = roundAt(award, clocks, ms)
  const decided: AwardRound[] = []
  for (let offset = -1; offset >= -most; offset -= 1) {
    const days = periodOf(award, clocks, open.days.from, offset)
    if (days.to <= first) break
    decided.push(roundOf(award, clocks, days))
  }
  return decided.filter(({ closesAt }) => closesAt <= ms)
}

/** What can be done in a round at an instant. */
export const phaseOf = (
  { nominatesFrom, votesFrom, until }: AwardRound,
  ms: number,
): 'coming' | 'nominating' | 'voting' | 'counting' => {
  if (ms < nominatesFrom) return 'coming'
  if (votesFrom !== null && ms >= votesFrom) return 'voting'
  return votesFrom === null && ms >= until ? 'counting' : 'nominating'
}
