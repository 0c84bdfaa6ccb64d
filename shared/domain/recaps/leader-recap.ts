// What a leader's recap of a month or a quarter says: sums of the floor and of its teams, and how long what is off lives.
// No person is named in it.

import { Audience } from '../../wire/audience.ts'
import type { TeamLifetimes } from '../../wire/exceptions.ts'
import { type Announced, announcedIn, wallListener } from '../metric-changes/announced.ts'
import { orgSubject } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { PeriodGrain } from './recap-due.ts'
import { numbersAgainstBefore, numbersOfPeriod, periodBefore, type RecapNumber } from './recap-numbers.ts'

export interface LeaderRecap {
  readonly grain: PeriodGrain
  /** "October 2026" */
  readonly period: string
  readonly floor: string
  readonly numbers: readonly RecapNumber[]
  /** Teams that have a goal of that period, with these alone. */
  readonly teams: readonly { readonly name: string; readonly numbers: readonly RecapNumber[] }[]
  readonly lifetimes: readonly TeamLifetimes[]
  /** Metrics, and goals of roles, teams and the floor that changed. */
  readonly changes: readonly Announced[]
}

/** Null where there is nothing to tell. `ms`: epoch ms, in the period after. */
export const leaderRecap = (
  numbers: Numbers,
  grain: PeriodGrain,
  lifetimes: readonly TeamLifetimes[],
  ms: number,
): LeaderRecap | null => {
  const { roster, calendar, file } = numbers.model
  const own = numbersAgainstBefore(numbers, orgSubject, grain, ms)
  const teams = roster.teams.flatMap(({ subject, name }) => {
    const withGoals = numbersOfPeriod(numbers, subject, grain, ms).filter(({ goal }) => goal !== null)
    return withGoals.length === 0 ? [] : [{ name, numbers: withGoals }]
  })
  if (own.length + teams.length + lifetimes.length === 0) return null
  return {
    grain,
    period: calendar.label(periodBefore(grain), numbers.todayAt(ms)),
    floor: file.floor.name,
    numbers: own,
    teams,
    lifetimes,
    changes: announcedIn(
      numbers,
      { from: numbers.daysOf(periodBefore(grain), ms).from, to: numbers.todayAt(ms) + 1 },
      { ...wallListener, audiences: Audience.options },
    ),
  }
}
