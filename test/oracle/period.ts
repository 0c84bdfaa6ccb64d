// What is seen from one place at one instant: one date for all, and everybody's numbers in the periods of that date.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import type { Standing } from '../../shared/wire/view-parts.ts'
import { parseWindow, type WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, dateIn, datesOf, holds, plus, shareGone, workingDaysIn } from './calendar.ts'
import { goalOfPerson, goalOfTeam, isAdditive } from './goals.ts'
import type { SubjectId } from './judging.ts'
import {
  chainOf,
  isEmployedOn,
  type Person,
  roleOn,
  roleSteps,
  sharedZone,
  teamOn,
  teamSteps,
  whereAt,
  zoneOfTeam,
} from './people.ts'
import { standingOf } from './standing.ts'
import type { Filter, Parts, Values } from './values.ts'

export const nobodyIn: Filter = { team: null, role: null }

export interface Sight {
  readonly file: FloorFile
  readonly values: Values
  readonly at: number
  readonly zone: string
  readonly today: string
  /** The last date that it is anywhere on the floor. */
  readonly lastDate: string
  dates(window: WindowSpec): Dates
  /** Somebody's own date. */
  dateOf(person: Person): string
  /** On any of the dates; `needsWork`: while they work here. */
  isHereIn(person: Person, dates: Dates, filter: Filter, needsWork?: boolean): boolean
  /** Whom a board lists, in the floor file's order. */
  listed(window: WindowSpec, filter: Filter): readonly Person[]
  shareOf(subject: Person | string | null, window: WindowSpec): number
  /** Nothing is claimed beside a goal where there is nothing to judge `of` those whose value it is. */
  standing(
    metric: Metric,
    value: number | null,
    goal: number | null,
    share: number,
    of: readonly SubjectId[],
  ): Standing
  goalOf(metric: Metric, window: WindowSpec, subject: Person | string | null): number | null
  ofPerson(metric: Metric, window: WindowSpec, person: Person, filter: Filter): Standing
  /** Null: the org. */
  ofTeam(metric: Metric, window: WindowSpec, team: string | null): Standing
  /** What everybody in a role, a team or the org comes to. */
  amountIn(metric: Metric, dates: Dates, filter: Filter): number | null
  /** Of a role with the goals of those who are asked. */
  ofScope(metric: Metric, window: WindowSpec, filter: Filter, asked: readonly Person[]): Standing
  workingDays(dates: Dates): number
}

export const specOf = (text: string): WindowSpec => {
  const window = parseWindow(text)
  if (!window) throw new Error(text)
  return window
}

/** `about`: the teams or people whose shared zone picks the date; none of them is the floor. */
export const createSight = (file: FloorFile, values: Values, about: readonly string[], at: number): Sight => {
  const { personParts, roleParts, teamParts, valueFrom } = values
  const zone = sharedZone(file, about, at) ?? file.floor.timeZone
  const today = dateIn(zone, at)
  const dates = (window: WindowSpec): Dates => datesOf(file.floor, window, today)

  const clockOf = (subject: Person | string | null): string => {
    if (subject === null) return file.floor.timeZone
    if (typeof subject !== 'string') return whereAt(file, subject, at).zone
    return sharedZone(file, [subject], at) ?? zoneOfTeam(file, subject)
  }
  const shareOf = (subject: Person | string | null, window: WindowSpec): number =>
    shareGone(file.floor, dates(window), clockOf(subject), at)

  const standing: Sight['standing'] = (metric, value, goal, share, of) =>
    goal === null || values.isJudged(metric, value, of)
      ? standingOf(metric, isAdditive(file, metric), value, goal, share)
      : { value, goal, attainment: null, pace: null, state: null }

  const goalOf: Sight['goalOf'] = (metric, window, subject) => {
    const question = { metric, window, dates: dates(window), today }
    return subject === null || typeof subject === 'string'
      ? goalOfTeam(file, subject, question)
      : goalOfPerson(file, subject, question)
  }

  const isHereIn: Sight['isHereIn'] = (person, among, { team, role }, needsWork = true) => {
    const starts = [
      '1900-01-01',
      among.from,
      person.startedOn,
      ...teamSteps(file, person).map(({ from }) => from),
      ...roleSteps(person).map(({ from }) => from),
    ]
    return starts.some(
      (day) =>
        day != null &&
        holds(among, day) &&
        (!needsWork || isEmployedOn(person, day)) &&
        (team === null || chainOf(file, teamOn(file, person, day)).includes(team)) &&
        (role === null || roleOn(person, day) === role),
    )
  }

  const listed: Sight['listed'] = (window, filter) => {
    const among = dates(window)
    const hasEnd = window.kind === 'period' || window.kind === 'range'
    const isOver = hasEnd && among.to !== null && today >= among.to
    const now: Dates = { from: today, to: plus(today, 1), undated: false }
    return file.people.filter((person) => isHereIn(person, isOver ? among : now, filter))
  }

  const amountIn: Sight['amountIn'] = (metric, among, { team, role }) => {
    const parts: Parts = role === null ? teamParts(team, among) : roleParts(among, { team, role })
    return valueFrom(metric.id, parts)
  }

  const ofTeam: Sight['ofTeam'] = (metric, window, team) =>
    standing(
      metric,
      amountIn(metric, dates(window), { team, role: null }),
      goalOf(metric, window, team),
      shareOf(team, window),
      [team],
    )

  return {
    file,
    values,
    at,
    zone,
    today,
    lastDate:
      [file.floor.timeZone, ...file.teams.map(({ id }) => zoneOfTeam(file, id))]
        .map((each) => dateIn(each, at))
        .sort()
        .at(-1) ?? today,
    dates,
    dateOf: (person) => whereAt(file, person, at).date,
    isHereIn,
    listed,
    shareOf,
    standing,
    goalOf,
    ofPerson: (metric, window, person, filter) =>
      standing(
        metric,
        valueFrom(metric.id, personParts(person.id, dates(window), filter)),
        goalOf(metric, window, person),
        shareOf(person, window),
        [person.id],
      ),
    ofTeam,
    amountIn,
    ofScope: (metric, window, filter, asked) => {
      if (filter.role === null) return ofTeam(metric, window, filter.team)
      const goals = asked.flatMap((person) => goalOf(metric, window, person) ?? [])
      const isSummed = isAdditive(file, metric) && goals.length > 0
      const goal = isSummed ? goals.reduce((sum, each) => sum + each, 0) : null
      const value = amountIn(metric, dates(window), filter)
      return standing(metric, value, goal, shareOf(filter.team, window), [filter.team])
    },
    workingDays: (among) => workingDaysIn(file.floor, among),
  }
}
