// The whole answer to a question about a metric, recomputed from everything that was ever said. It shares nothing with
// the engine but the types: what both say must be equal to the last digit.
import type { FloorFile, Metric } from '../../shared/wire/floor.ts'
import type { WindowSpec } from '../../shared/wire/window.ts'
import { type Dates, dateIn, datesOf, holds, shareGone } from './calendar.ts'
import { type Contribution, contributionsOf, type Versions } from './contributions.ts'
import { type GoalQuestion, goalOfPerson, goalOfTeam, isAdditive } from './goals.ts'
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

export interface Question {
  readonly metric: string
  readonly window: WindowSpec
  readonly by: 'rep' | 'team' | 'org'
  readonly at: number
  readonly team: string | null
  readonly role: string | null
}

export interface Row {
  readonly subject: string
  readonly value: number | null
  readonly goal: number | null
  readonly attainment: number | null
  readonly pace: number | null
  readonly state: string | null
  readonly rank: number | null
}

interface Filter {
  readonly team: string | null
  readonly role: string | null
}

export interface Oracle {
  answer(question: Question): { readonly rows: readonly Row[]; readonly total: number | null }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

export const createOracle = (file: FloorFile, facts: ReadonlyMap<string, Versions>): Oracle => {
  const known = new Map<string, readonly Contribution[]>()
  const allOf = (metric: string): readonly Contribution[] => {
    const parts = known.get(metric) ?? contributionsOf(file, facts, metric)
    known.set(metric, parts)
    return parts
  }
  const metricOf = (id: string): Metric => {
    const metric = file.metrics.find((candidate) => candidate.id === id)
    if (!metric) throw new Error(`no metric ${id}`)
    return metric
  }
  const personOf = (id: string | null): Person | null =>
    file.people.find((person) => person.id === id) ?? null

  const passesFilter = (part: Contribution, filter: Filter): boolean => {
    const person = personOf(part.rep)
    if (filter.team !== null && !chainOf(file, part.team).includes(filter.team)) return false
    return filter.role === null || (person !== null && roleOn(person, part.date) === filter.role)
  }

  /** With full credit, whoever shares a fact with themselves or their team counts it once, as first credited. */
  const counted = (parts: readonly Contribution[]): readonly Contribution[] =>
    file.floor.credit === 'split'
      ? parts
      : parts.filter((part, index) => parts.findIndex((other) => other.item === part.item) === index)

  type Parts = (metric: string) => readonly Contribution[]

  const personParts =
    (id: string | null, dates: Dates, filter: Filter): Parts =>
    (metric) =>
      counted(allOf(metric).filter((part) => part.rep === id)).filter(
        (part) => holds(dates, part.date) && passesFilter(part, filter),
      )

  const teamParts =
    (team: string | null, dates: Dates): Parts =>
    (metric) =>
      counted(
        allOf(metric).filter((part) => team === null || chainOf(file, part.team).includes(team)),
      ).filter((part) => holds(dates, part.date))

  const valueFrom = (id: string, parts: Parts): number | null => {
    const { of } = metricOf(id)
    if ('ratio' in of) {
      const [above, below] = of.ratio.map((part) => valueFrom(part, parts))
      return above == null || below == null || below === 0 ? null : above / below
    }
    if ('points' in of) {
      const known = of.points.flatMap(([part, weight]) => {
        const value = valueFrom(part, parts)
        const perUnit = metricOf(part).unit === 'money' && file.floor.currency !== 'JPY' ? 100 : 1
        return value === null ? [] : [(value / perUnit) * weight]
      })
      return known.length === 0 ? null : sum(known)
    }
    const counting = parts(id)
    const weight = sum(counting.map((part) => part.weight))
    const amount = sum(counting.map((part) => part.amount))
    if (of.measure === 'count') return weight / 1e6
    if ('meanDays' in of.measure) return weight === 0 ? null : amount / 86_400_000 / (weight / 1e6)
    const field = 'sum' in of.measure ? of.measure.sum : of.measure.mean
    const whole = field === 'amount' ? amount : amount / 1e6
    if ('sum' in of.measure) return whole
    return weight === 0 ? null : whole / (weight / 1e6)
  }

  const basesOf = (id: string): readonly string[] => {
    const { of } = metricOf(id)
    if ('ratio' in of) return of.ratio.flatMap(basesOf)
    return 'points' in of ? of.points.flatMap(([part]) => basesOf(part)) : [id]
  }

  /** When the last thing that counted for people happened. */
  const reachedAt = (id: string, parts: readonly Parts[]): number | null => {
    const times = basesOf(id).flatMap((base) => {
      const { of } = metricOf(base)
      const isCount = 'from' in of && of.measure === 'count'
      return parts.flatMap((of) =>
        of(base).flatMap(({ ms, amount }) => (ms !== null && (isCount || amount !== 0) ? [ms] : [])),
      )
    })
    return times.length === 0 ? null : Math.max(...times)
  }

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

    const standing = (value: number | null, goal: number | null, share: number) => {
      const isLower = metric.better === 'lower'
      const pace = goal === null ? null : isAdditive(file, metric) && !isLower ? goal * share : goal
      if (value === null || goal === null || pace === null)
        return { value, goal, attainment: null, pace, state: null }
      const isReached = isLower ? value <= goal : value >= goal
      const attainment = isLower
        ? value > 0
          ? goal / value
          : value === goal
            ? 1
            : null
        : goal === 0
          ? null
          : value / goal
      const isWellBehind = isLower ? goal / value < 0.6 : value < pace * 0.6
      const isOnPace = !isLower && value >= pace
      const state = isReached ? 'reached' : isOnPace ? 'on pace' : isWellBehind ? 'well behind' : 'behind'
      return { value, goal, attainment, pace, state }
    }

    const question = (dates: Dates, today: string): GoalQuestion => ({ metric, window, dates, today })

    const personStanding = (person: Person) => {
      const dates = personDates(person)
      const goal = goalOfPerson(file, person, question(dates, whereIs(person).date))
      const value = valueFrom(id, personParts(person.id, dates, filter))
      return standing(value, goal, shareGone(file.floor, dates, whereIs(person).zone, at))
    }

    /** The people of a team in a role, each in their own window, added up. */
    const sumOfPeople = (of: Filter): number | null => {
      const parts = file.people.map((person) => personParts(person.id, personDates(person), of))
      return valueFrom(id, (base) => parts.flatMap((own) => own(base)))
    }

    const teamStanding = (subject: string | null) => {
      const dates = teamDates(subject)
      const share = shareGone(file.floor, dates, zoneOf(subject), at)
      if (role !== null) return standing(sumOfPeople({ team: subject ?? team, role }), null, share)
      if (subject === null && team !== null) return standing(total(), null, share)
      const goal = goalOfTeam(file, subject, question(dates, teamToday(subject)))
      return standing(valueFrom(id, teamParts(subject, dates)), goal, share)
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

    type Entry = Omit<Row, 'rank'> & { group: number | null; name: string; reached: number | null }

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

    const better = (a: number, b: number): number => (metric.better === 'higher' ? b - a : a - b)
    const collator = new Intl.Collator(file.floor.locale)
    const inOrder = [...entries].sort((a, b) => {
      if (a.group !== b.group) return (a.group ?? 99) - (b.group ?? 99)
      if (a.value !== b.value) {
        if (a.value === null) return 1
        if (b.value === null) return -1
        return better(a.value, b.value)
      }
      if (a.reached !== b.reached) return (a.reached ?? Number.MAX_VALUE) - (b.reached ?? Number.MAX_VALUE)
      return collator.compare(a.name, b.name) || (a.subject < b.subject ? -1 : 1)
    })
    const rows = inOrder.map(({ group, name: _name, reached: _reached, ...row }): Row => {
      const { value } = row
      const isAhead = (other: Entry): boolean =>
        other.group === group && other.value !== null && value !== null && better(other.value, value) < 0
      const rank = group === null || value === null ? null : 1 + entries.filter(isAhead).length
      return { ...row, rank }
    })
    return { rows, total: total() }
  }

  return { answer }
}
