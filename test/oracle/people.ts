// Who is where on which date, read straight off the floor file.
import type { FloorFile } from '../../shared/wire/floor.ts'
import { dateIn, plus, startIn } from './calendar.ts'

export type Person = FloorFile['people'][number]

interface Step {
  readonly from: string | null
  readonly id: string | null
}

const steps = (list: readonly Step[]): readonly Step[] =>
  list[0]?.from === null ? list : [{ from: null, id: null }, ...list]

export const teamSteps = (file: FloorFile, person: Person): readonly Step[] => {
  if (Array.isArray(person.team))
    return steps(person.team.map(({ team, from }) => ({ id: team, from: from ?? null })))
  const listed = file.teams.find((team) => team.members?.includes(person.id))?.id
  const id = typeof person.team === 'string' ? person.team : (listed ?? null)
  return [{ from: null, id }]
}

export const roleSteps = (person: Person): readonly Step[] =>
  Array.isArray(person.role)
    ? steps(person.role.map(({ role, from }) => ({ id: role, from: from ?? null })))
    : [{ from: null, id: typeof person.role === 'string' ? person.role : null }]

/** Null: the date of something undated, which counts where somebody is last. */
const onDate = (list: readonly Step[], date: string | null): string | null =>
  list.findLast(({ from }) => from === null || date === null || from <= date)?.id ?? null

export const teamOn = (file: FloorFile, person: Person, date: string | null): string | null =>
  onDate(teamSteps(file, person), date)

export const roleOn = (person: Person, date: string | null): string | null => onDate(roleSteps(person), date)

/** A team and all above it. */
export const chainOf = (file: FloorFile, team: string | null): readonly string[] => {
  const found = file.teams.find(({ id }) => id === team)
  return found ? [found.id, ...chainOf(file, found.parent ?? null)] : []
}

export const zoneOfTeam = (file: FloorFile, team: string | null): string => {
  const zoned = chainOf(file, team).map((id) => file.teams.find((other) => other.id === id)?.timeZone)
  return zoned.find((zone) => zone !== undefined) ?? file.floor.timeZone
}

/** Somebody's team at an instant, and the date there: a move happens at midnight in the new office. */
export const whereAt = (
  file: FloorFile,
  person: Person,
  ms: number,
): { team: string | null; zone: string; date: string } => {
  const list = teamSteps(file, person)
  const here = list.findLastIndex(
    ({ from, id }) => from === null || startIn(zoneOfTeam(file, id), from) <= ms,
  )
  const team = list[here]?.id ?? null
  const zone = zoneOfTeam(file, team)
  const [date, next] = [dateIn(zone, ms), list[here + 1]?.from ?? null]
  return { team, zone, date: next !== null && date >= next ? plus(next, -1) : date }
}

/** What is invisible is left out, whatever kind of space it is. */
export const visible = (name: string): string =>
  [...name.normalize('NFKC')]
    .filter((letter) => !'\u200b\u200e\u200f\ufeff'.includes(letter))
    .join('')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

const inAnyCase = (name: string): string =>
  /^[a-z0-9]{15}$/i.test(name) && /\d/.test(name) ? name : name.toLowerCase()

export const findPerson = (file: FloorFile, written: string): Person | null => {
  const name = visible(written)
  const isExactly = (known: string): boolean => visible(known) === name
  const is = (known: string): boolean => inAnyCase(visible(known)) === inAnyCase(name)
  const exact =
    file.people.find(({ id }) => isExactly(id)) ?? file.people.find(({ aliases }) => aliases.some(isExactly))
  const byId = file.people.find(({ id }) => is(id))
  const byAlias = file.people.filter(({ aliases }) => aliases.some(is))
  const namesakes = file.people.filter((person) => is(person.name))
  if (exact ?? byId) return exact ?? byId ?? null
  const candidates = byAlias.length > 0 ? byAlias : namesakes
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

export const isEmployedOn = (person: Person, date: string): boolean =>
  (person.startedOn === undefined || date >= person.startedOn) &&
  (person.endedOn === undefined || date <= person.endedOn)

/** The zone in which all work, at an instant, who are on these teams or below, or are named themselves; null: in several. */
export const sharedZone = (file: FloorFile, ids: readonly string[], ms: number): string | null => {
  const zones = ids.flatMap((id) => {
    const there = file.people.filter((person) => {
      const { team, date } = whereAt(file, person, ms)
      return person.id === id || (chainOf(file, team).includes(id) && isEmployedOn(person, date))
    })
    return there.length === 0 ? [zoneOfTeam(file, id)] : there.map((person) => whereAt(file, person, ms).zone)
  })
  const [first] = zones
  return first !== undefined && zones.every((zone) => zone === first) ? first : null
}
