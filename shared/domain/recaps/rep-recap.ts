// What a rep's recap of the week says: their own numbers and goals, their wins, what was written to them, and how their team
// stands as a whole. Of no other person's numbers anything.

import { bringsMoney } from '../counting/recent-wins.ts'
import { type Announced, announcedIn, hearsOwn } from '../metric-changes/announced.ts'
import { ownDaysIn } from '../people/own-days.ts'
import { type Member, roleOn, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type DayRange, includes } from '../time/calendar-date.ts'
import { numbersOfPeriod, periodBefore, type RecapNumber, runningGoals } from './recap-numbers.ts'

export interface RecapWin {
  readonly account: string | null
  /** The whole deal, in minor units of the floor's currency; null where it is not known. */
  readonly amountMinor: number | null
  /** They helped; somebody else closed it. */
  readonly helped: boolean
}

export interface RecapThanks {
  readonly text: string
  readonly from: string
  readonly title: string | null
  /** For what: "Big deal". */
  readonly occasion: string
}

export interface RepRecap {
  readonly name: string
  /** "Week of Nov 16" */
  readonly week: string
  /** Of the week that is over. */
  readonly numbers: readonly RecapNumber[]
  /** Longer goals, as they stand. */
  readonly goals: readonly RecapNumber[]
  /** Latest first. */
  readonly wins: readonly RecapWin[]
  readonly thanks: readonly RecapThanks[]
  /** Metrics and goals that changed, of those that concern them. */
  readonly changes: readonly Announced[]
  /** Their team's sums of the week; null where they are on none. */
  readonly team: { readonly name: string; readonly numbers: readonly RecapNumber[] } | null
}

const winsOf = ({ engine }: Numbers, { subject }: Member, days: DayRange): readonly RecapWin[] =>
  engine.wonDeals.recent
    .all()
    .filter((win) => bringsMoney(win) && includes(days, win.closedOn))
    .flatMap((win) => {
      const helped = win.subject !== subject
      if (helped && !win.others.some((other) => other.subject === subject)) return []
      return [{ account: win.account, amountMinor: win.amountMinor, helped }]
    })

/** Where the team has goals, these say how it stands; of a team without any a few sums. */
const mostSums = 4
const ofTeam = (numbers: readonly RecapNumber[]): readonly RecapNumber[] => {
  const withGoal = numbers.filter(({ goal }) => goal !== null)
  return withGoal.length > 0 ? withGoal : numbers.slice(0, mostSums)
}

/** Null of somebody who did not work a day of that week, is not here any more, or of whom there is nothing to tell. */
export const repRecap = (floorNumbers: Numbers, member: Member, ms: number): RepRecap | null => {
  const { model } = floorNumbers
  const numbers = floorNumbers.about([member.subject])
  const zone = numbers.zoneAt(ms)
  const window = periodBefore('week')
  const days = numbers.daysOf(window, ms)
  const isHere = includes(member.employed, numbers.todayAt(ms))
  if (!isHere || ownDaysIn(member, model.workingTime, days) === 0) return null
  const own = numbersOfPeriod(numbers, member.subject, 'week', ms)
  const goals = runningGoals(numbers, member.subject, ms)
  const wins = winsOf(numbers, member, days)
  const [began, ended] = [zone.startOf(days.from), zone.startOf(days.to)]
  const thanks = numbers.topWords
    .since(began)
    .filter(({ at, people }) => at < ended && people.includes(member.id))
    .map(({ text, from, title, occasion }) => ({ text, from: from.name, title, occasion }))
  if (own.length + goals.length + wins.length + thanks.length === 0) return null
  const { team } = stayAt(member, ms)
  const today = numbers.todayAt(ms)
  const concern = {
    person: member.id,
    role: roleOn(member, today),
    teams: (team === null ? [] : (model.roster.teamAt(team)?.chain ?? [])).map(model.roster.idOf),
  }
  return {
    name: member.name,
    week: model.calendar.label(window, numbers.todayAt(ms)),
    numbers: own,
    goals,
    wins,
    thanks,
    changes: announcedIn(
      numbers,
      { from: days.from, to: today + 1 },
      { audiences: ['floor'], hears: hearsOwn(concern) },
    ),
    team:
      team === null
        ? null
        : { name: model.roster.nameOf(team), numbers: ofTeam(numbersOfPeriod(numbers, team, 'week', ms)) },
  }
}
