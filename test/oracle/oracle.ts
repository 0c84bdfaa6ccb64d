// The whole answer to a question about a metric, recomputed from everything that was ever said. It shares nothing with
// the engine but the types: what both say must be equal to the last digit.
import type { FloorFile } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, dateIn, datesOf, holds, shareGone } from './calendar.ts'
import type { Versions } from './contributions.ts'
import { type GoalQuestion, goalOfPerson, goalOfTeam, isAdditive } from './goals.ts'
import { isJudged } from './judging.ts'
import {
  chainOf,
  isEmployedOn,
  type Person,
  roleOn,
  roleSteps,
  teamOn,
  teamSteps,
  whereAt,
  zoneOfTeam,
} from './people.ts'
import { type Entry, inRanks, type Row } from './ranks.ts'
import { standingOf } from './standing.ts'
import { createValues, type Filter } from './values.ts'

export interface Question {
  readonly metric: string
  readonly window: WindowSpec
  readonly by: 'rep' | 'team' | 'org'
  readonly at: number
  readonly team: string | null
  readonly role: string | null
}

export interface Oracle {
  answer(question: Question): { readonly rows: readonly Row[]; readonly total: number | null }
}

export const createOracle = (file: FloorFile, facts: ReadonlyMap<string, Versions>): Oracle => {
  const { metricOf, personParts, roleParts, teamParts, valueFrom, reachedAt } = createValues(file, facts)

  const answer = ({ metric: id, window, by, at, team, role }: Question) => {
    const metric = metricOf(id)
    const filter: Filter = { team, role }
    const isFiltered = team !== null || role !== null
    const none: Filter = { team: null, role: null }

    const whereIs = (person: Person) => whereAt(file, person, at)
    const personDates = (person: Person) => datesOf(file.floor, window, whereIs(person).date)
    const zoneOf = (subject: string | null) =>
      subject === null ? file.floor.timeZone : zoneOfTeam(file, subject)
    const teamToday = (subject: string | null) => dateIn(zoneOf(subject), at)
    const teamDates = (subject: string | null) => datesOf(file.floor, window, teamToday(subject))

    const standing = (value: number | null, goal: number | null, share: number, of: string | null = null) =>
      goal === null || isJudged(file, facts, metric, value, of)
        ? standingOf(metric, isAdditive(file, metric), value, goal, share)
        : { value, goal, attainment: null, pace: null, state: null }

    const question = (dates: Dates, today: string): GoalQuestion => ({ metric, window, dates, today })

    const personStanding = (person: Person) => {
      const dates = personDates(person)
      const goal = goalOfPerson(file, person, question(dates, whereIs(person).date))
      const value = valueFrom(id, personParts(person.id, dates, filter))
      return standing(value, goal, shareGone(file.floor, dates, whereIs(person).zone, at), person.id)
    }

    /** The people of a team in a role, each in their own window; with full credit what they share once. */
    const sumOfPeople = (of: Filter): number | null => valueFrom(id, roleParts(personDates, of))

    const teamStanding = (subject: string | null) => {
      const dates = teamDates(subject)
      const share = shareGone(file.floor, dates, zoneOf(subject), at)
      if (role !== null) return standing(sumOfPeople({ team: subject ?? team, role }), null, share)
      if (subject === null && team !== null) return standing(total(), null, share)
      const goal = goalOfTeam(file, subject, question(dates, teamToday(subject)))
      return standing(valueFrom(id, teamParts(subject, dates)), goal, share, subject)
    }

    const total = (): number | null =>
      role !== null ? sumOfPeople(filter) : valueFrom(id, teamParts(team, teamDates(team)))

    const wasHere = (person: Person, needsWork: boolean): boolean => {
      const dates = personDates(person)
      const starts = [
        '1900-01-01',
        dates.from,
        person.startedOn,
        ...teamSteps(file, person).map(({ from }) => from),
        ...roleSteps(person).map(({ from }) => from),
      ]
      return starts.some(
        (day) =>
          day != null &&
          holds(dates, day) &&
          (!needsWork || isEmployedOn(person, day)) &&
          (team === null || chainOf(file, teamOn(file, person, day)).includes(team)) &&
          (role === null || roleOn(person, day) === role),
      )
    }

    const people = (): Entry[] => {
      const shown = file.people.flatMap((person): Entry[] => {
        const found = personStanding(person)
        if (!wasHere(person, true) && !((!isFiltered || wasHere(person, false)) && (found.value ?? 0) !== 0))
          return []
        const reached = reachedAt(id, [personParts(person.id, personDates(person), filter)])
        return [{ subject: person.id, name: person.name, group: 0, reached, ...found }]
      })
      const dates = teamDates(null)
      const value = valueFrom(id, personParts(null, dates, none))
      if (isFiltered || (value ?? 0) === 0) return shown
      const share = shareGone(file.floor, dates, file.floor.timeZone, at)
      return [
        ...shown,
        {
          subject: 'unassigned',
          name: 'Unassigned',
          group: null,
          reached: null,
          ...standing(value, null, share),
        },
      ]
    }

    const teams = (): Entry[] =>
      file.teams
        .filter((candidate) => team === null || chainOf(file, candidate.id).includes(team))
        .map((candidate) => {
          const dates = teamDates(candidate.id)
          const reached = reachedAt(
            id,
            file.people.map((person) => personParts(person.id, dates, { team: candidate.id, role })),
          )
          return {
            subject: candidate.id,
            name: candidate.name,
            group: chainOf(file, candidate.id).length,
            reached,
            ...teamStanding(candidate.id),
          }
        })

    const entries =
      by === 'rep'
        ? people()
        : by === 'team'
          ? teams()
          : [{ subject: 'org', name: file.floor.name, group: 0, reached: null, ...teamStanding(null) }]

    return { rows: inRanks(file, metric, entries), total: total() }
  }

  return { answer }
}
