// People by every name that sources use, and their team, role and office by date.
import type { FaceColour, FloorFile, Person, Weekday } from '../../wire/floor.ts'
import { type Day, type DayRange, includes, intersect, parseDay } from '../time/calendar-date.ts'
import { firstDay, undatedDay } from '../time/fiscal-calendar.ts'
import { weekdayIndex } from '../time/week.ts'
import type { Zone } from '../time/zone.ts'
import { indexNames } from './name-index.ts'

/** Index of what numbers are counted for: the org, the unassigned, each team, each person, in this order. */
export type SubjectIndex = number
export const orgSubject: SubjectIndex = 0
export const unassignedSubject: SubjectIndex = 1

/** A time on one team, and so in one zone. */
export interface Stay {
  /** The last stay's days have no end. */
  readonly days: DayRange
  /** Epoch ms: midnight of its first day in its own zone. */
  readonly startsAt: number
  readonly team: SubjectIndex | null
  readonly zone: Zone
}

export interface Member {
  readonly subject: SubjectIndex
  readonly id: string
  readonly name: string
  readonly photo: string | null
  /** What walls call them; null: by their name. */
  readonly shortName: string | null
  /** On no list of a wall. */
  readonly isOffWall: boolean
  /** Does not want the stage: a wall makes nothing of what they do. */
  readonly isQuiet: boolean
  /** By date, without gaps; the first has no beginning. At least one. */
  readonly stays: readonly Stay[]
  readonly roles: readonly { readonly from: Day; readonly role: string | null }[]
  /** Days on which they work here. */
  readonly employed: DayRange
  /** Share of the goal by month since they started; when empty, always the full goal. */
  readonly ramp: readonly number[]
  readonly leave: readonly DayRange[]
  /** By date, the first without a beginning; 0 is Monday. Null: all working days of the floor. */
  readonly weekdays: readonly { readonly from: Day; readonly days: ReadonlySet<number> | null }[]
}

export interface TeamNode {
  readonly subject: SubjectIndex
  readonly id: string
  readonly name: string
  readonly parent: SubjectIndex | null
  readonly colour: FaceColour | null
  /** In its face instead of its initials; null: those. */
  readonly mark: string | null
  readonly zone: Zone
  /** The team and every team above it, nearest first. */
  readonly chain: readonly SubjectIndex[]
}

export interface Roster {
  readonly subjectCount: number
  readonly people: readonly Member[]
  readonly teams: readonly TeamNode[]
  readonly floorZone: Zone
  /** A person by id, alias or a name that is theirs alone; null when the floor does not know it. */
  find(name: string): Member | null
  personAt(subject: SubjectIndex): Member | null
  teamAt(subject: SubjectIndex): TeamNode | null
  subjectOf(id: string): SubjectIndex | null
  idOf(subject: SubjectIndex): string
  nameOf(subject: SubjectIndex): string
}

export const stayAt = (member: Member, ms: number): Stay => {
  const { stays } = member
  for (let i = stays.length - 1; i > 0; i--) {
    const stay = stays[i]
    if (stay && ms >= stay.startsAt) return stay
  }
  return stays[0] as Stay
}

/**
 * The local date at an instant (epoch ms) of a stay. Somebody who moves west stays on the last day in the old office until
 * the first day in the new one begins there.
 */
export const dayOfStay = (stay: Stay, ms: number): Day => Math.min(stay.zone.dayAt(ms), stay.days.to - 1)

export const stayOn = (member: Member, day: Day): Stay =>
  member.stays.find((stay) => includes(stay.days, day)) ?? (member.stays[0] as Stay)

export const roleOn = (member: Member, day: Day): string | null =>
  member.roles.findLast((held) => held.from <= day)?.role ?? null

/**
 * The parts of a range that somebody spent on a team (or one below it) and in a role; null means any. Facts without a
 * date belong to the last team and role.
 */
export const spellsWithin = (
  member: Member,
  range: DayRange,
  within: { readonly team: SubjectIndex | null; readonly role: string | null },
  teamAt: Roster['teamAt'],
): DayRange[] => {
  const isWithin = (team: SubjectIndex | null): boolean =>
    within.team === null || (team !== null && teamAt(team)?.chain.includes(within.team) === true)
  const isHeld = (role: string | null | undefined): boolean => within.role === null || role === within.role
  const dated = intersect(range, { from: firstDay, to: Number.POSITIVE_INFINITY })
  const spells: DayRange[] = []
  for (const stay of member.stays) {
    if (!isWithin(stay.team)) continue
    member.roles.forEach((held, index) => {
      if (!isHeld(held.role)) return
      const until = member.roles[index + 1]?.from ?? Number.POSITIVE_INFINITY
      const spell = intersect(intersect(dated, stay.days), { from: held.from, to: until })
      if (spell.from < spell.to) spells.push(spell)
    })
  }
  if (!includes(range, undatedDay)) return spells
  const isLastWithin = isWithin(member.stays.at(-1)?.team ?? null) && isHeld(member.roles.at(-1)?.role)
  return isLastWithin ? [...spells, { from: undatedDay, to: firstDay }] : spells
}

type DatedIds = readonly { readonly id: string | null; readonly from: Day }[]

const dated = (
  value: string | readonly { readonly from?: string | undefined; readonly id: string }[] | undefined,
): DatedIds => {
  if (value === undefined) return [{ id: null, from: Number.NEGATIVE_INFINITY }]
  if (typeof value === 'string') return [{ id: value, from: Number.NEGATIVE_INFINITY }]
  const steps = value.map(({ id, from }) => ({
    id,
    from: from === undefined ? Number.NEGATIVE_INFINITY : parseDay(from),
  }))
  return steps[0]?.from === Number.NEGATIVE_INFINITY
    ? steps
    : [{ id: null, from: Number.NEGATIVE_INFINITY }, ...steps]
}

const weekdaysOf = (workingDays: Person['workingDays']): Member['weekdays'] => {
  const always = { from: Number.NEGATIVE_INFINITY, days: null }
  const indexes = (days: readonly Weekday[]) => new Set(days.map((day) => weekdayIndex[day]))
  if (workingDays === undefined) return [always]
  const steps = workingDays.flatMap((step) => (typeof step === 'string' ? [] : [step]))
  if (steps.length === 0)
    return [
      { ...always, days: indexes(workingDays.flatMap((day) => (typeof day === 'string' ? [day] : []))) },
    ]
  return [
    always,
    ...steps
      .map(({ from, days }) => ({
        from: from === undefined ? Number.NEGATIVE_INFINITY : parseDay(from),
        days: indexes(days),
      }))
      .sort((a, b) => a.from - b.from),
  ]
}

/** `file` has passed the check of its references. */
export const createRoster = (file: FloorFile, zoneOf: (id: string) => Zone): Roster => {
  const floorZone = zoneOf(file.floor.timeZone)
  const firstTeam = 2
  const teamSubjects = new Map(file.teams.map((team, index) => [team.id, firstTeam + index]))

  const teamsById = new Map(file.teams.map((team) => [team.id, team]))
  const chainOf = (id: string): string[] => {
    const chain = new Set<string>()
    for (let next: string | undefined = id; next !== undefined && !chain.has(next); ) {
      chain.add(next)
      next = teamsById.get(next)?.parent
    }
    return [...chain]
  }

  const teams = file.teams.map((team, index): TeamNode => {
    const chain = chainOf(team.id)
    const zoned = chain.map((id) => teamsById.get(id)).find((other) => other?.timeZone)
    return {
      subject: firstTeam + index,
      id: team.id,
      name: team.name,
      parent: team.parent === undefined ? null : (teamSubjects.get(team.parent) ?? null),
      colour: team.colour ?? null,
      mark: team.mark ?? null,
      zone: zoned?.timeZone === undefined ? floorZone : zoneOf(zoned.timeZone),
      chain: chain.flatMap((id) => teamSubjects.get(id) ?? []),
    }
  })

  const roleRamps = new Map(file.roles.map((role) => [role.id, role.ramp ?? []]))
  const listedOn = new Map(
    file.teams.flatMap((team) => (team.members ?? []).map((member) => [member, team.id])),
  )

  const people = file.people.map((person, index): Member => {
    const teamSteps = Array.isArray(person.team)
      ? person.team.map(({ team, from }) => ({ id: team, from }))
      : person.team
    const roleSteps = Array.isArray(person.role)
      ? person.role.map(({ role, from }) => ({ id: role, from }))
      : person.role
    const steps = dated(teamSteps ?? listedOn.get(person.id))
    const stays = steps.map((step, at): Stay => {
      const team = step.id === null ? null : (teamSubjects.get(step.id) ?? null)
      const zone = team === null ? floorZone : (teams[team - firstTeam]?.zone ?? floorZone)
      return {
        days: { from: step.from, to: steps[at + 1]?.from ?? Number.POSITIVE_INFINITY },
        startsAt: Number.isFinite(step.from) ? zone.startOf(step.from) : Number.NEGATIVE_INFINITY,
        team,
        zone,
      }
    })
    const roles = dated(roleSteps).map(({ id, from }) => ({ role: id, from }))
    const startingRole = roles.findLast(
      (held) =>
        held.role !== null &&
        held.from <= (person.startedOn === undefined ? Number.POSITIVE_INFINITY : parseDay(person.startedOn)),
    )
    return {
      subject: firstTeam + file.teams.length + index,
      id: person.id,
      name: person.name,
      photo: person.photo ?? null,
      shortName: person.shortName ?? null,
      isOffWall: person.offWall === true,
      isQuiet: person.celebrate !== undefined,
      stays,
      roles,
      employed: {
        from: person.startedOn === undefined ? Number.NEGATIVE_INFINITY : parseDay(person.startedOn),
        to: person.endedOn === undefined ? Number.POSITIVE_INFINITY : parseDay(person.endedOn) + 1,
      },
      ramp: person.ramp ?? (startingRole?.role ? (roleRamps.get(startingRole.role) ?? []) : []),
      leave: person.leave.map(({ from, until }) => ({ from: parseDay(from), to: parseDay(until) + 1 })),
      weekdays: weekdaysOf(person.workingDays),
    }
  })

  const indexOf = indexNames(file.people)
  const firstPerson = firstTeam + teams.length
  const ids = ['org', 'unassigned', ...teams.map((team) => team.id), ...people.map((member) => member.id)]
  const names = [
    file.floor.name,
    'Unassigned',
    ...teams.map((team) => team.name),
    ...people.map((member) => member.name),
  ]
  const subjects = new Map(ids.map((id, subject) => [id, subject]))

  return {
    subjectCount: ids.length,
    people,
    teams,
    floorZone,
    find: (name) => people[indexOf(name) ?? -1] ?? null,
    personAt: (subject) => people[subject - firstPerson] ?? null,
    teamAt: (subject) => (subject < firstPerson ? (teams[subject - firstTeam] ?? null) : null),
    subjectOf: (id) => subjects.get(id) ?? null,
    idOf: (subject) => ids[subject] ?? '',
    nameOf: (subject) => names[subject] ?? '',
  }
}
