// People by the team that they are on today, as the page lists them.
import { nameKey } from '../../../../shared/domain/people/name-key.ts'
import type { FloorFile, Person } from '../../../../shared/wire/floor.ts'

export interface Listed {
  readonly person: Person
  /** Their place in the file, of which their colour comes. */
  readonly index: number
  /** Ids on the day; null: none. */
  readonly team: string | null
  readonly role: string | null
  readonly hasLeft: boolean
  /** Percent of their goal this month, while a ramp runs. */
  readonly ramp: number | null
}

export interface Group {
  /** Null: nobody's team; of those who left too. */
  readonly team: FloorFile['teams'][number] | null
  readonly hasLeft: boolean
  /** How many teams are above it. */
  readonly depth: number
  readonly people: readonly Listed[]
}

type Dated = readonly { readonly from?: string | undefined }[]

/** What of dated entries holds on a day; before the first, none. */
const heldOn = <T extends Dated>(steps: T, day: string): T[number] | undefined =>
  steps.findLast(({ from }) => from === undefined || from <= day)

/** Whole months from one date to another. */
const monthsBetween = (from: string, to: string): number => {
  const [a, b] = [from, to].map((date) => date.split('-').map(Number))
  const [years = 0, months = 0, days = 0] = (b ?? []).map((part, at) => part - (a?.[at] ?? 0))
  return years * 12 + months - (days < 0 ? 1 : 0)
}

export const rampNow = (
  { startedOn, ramp }: Pick<Person, 'startedOn' | 'ramp'>,
  ofRole: readonly number[] | undefined,
  today: string,
): number | null => {
  const shares = ramp ?? ofRole ?? []
  if (startedOn === undefined || startedOn > today) return null
  const share = shares[monthsBetween(startedOn, today)]
  return share === undefined || share === 1 ? null : Math.round(share * 100)
}

/** `today`: a local date of the floor. */
export const listPeople = ({ people, teams, roles }: FloorFile, today: string): readonly Listed[] => {
  const members = new Map(teams.flatMap(({ id, members: ids = [] }) => ids.map((person) => [person, id])))
  const rampOf = new Map(roles.map(({ id, ramp }) => [id, ramp]))
  return people.map((person, index) => {
    const role =
      typeof person.role === 'object' ? heldOn(person.role, today)?.role : (person.role ?? undefined)
    const team =
      typeof person.team === 'object'
        ? heldOn(person.team, today)?.team
        : (person.team ?? members.get(person.id))
    return {
      person,
      index,
      team: team ?? null,
      role: role ?? null,
      hasLeft: person.endedOn !== undefined && person.endedOn < today,
      ramp: rampNow(person, role === undefined ? undefined : rampOf.get(role), today),
    }
  })
}

const groupedBy = <T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return groups
}

type Team = FloorFile['teams'][number]

/** Each team after the one above it. A circle, which the feed refuses, ends where it began. */
const inOrder = (teams: readonly Team[]): readonly { readonly team: Team; readonly depth: number }[] => {
  const below = groupedBy(teams, ({ parent }) => parent ?? '')
  const walk = (parent: string, depth: number): { readonly team: Team; readonly depth: number }[] =>
    depth > 50
      ? []
      : (below.get(parent) ?? []).flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)])
  return walk('', 0)
}

/** `sought`: every word of it is in a name, alias, team or role. Teams without anybody are left out once something is sought. */
export const groupPeople = (
  listed: readonly Listed[],
  { teams, roles }: FloorFile,
  sought: string,
): readonly Group[] => {
  const words = nameKey(sought).split(' ').filter(Boolean)
  const nameOf = new Map([...teams, ...roles].map(({ id, name }) => [id, name]))
  const isFound = ({ person, team, role }: Listed): boolean => {
    if (words.length === 0) return true
    const text = nameKey(
      [person.name, person.shortName, ...person.aliases, nameOf.get(team ?? ''), nameOf.get(role ?? '')].join(
        ' ',
      ),
    )
    return words.every((word) => text.includes(word))
  }
  const found = listed.filter(isFound)
  const here = groupedBy(
    found.filter(({ hasLeft }) => !hasLeft),
    ({ team }) => team ?? '',
  )
  const groups = [
    ...inOrder(teams).map(({ team, depth }) => ({
      team,
      depth,
      hasLeft: false,
      people: here.get(team.id) ?? [],
    })),
    { team: null, depth: 0, hasLeft: false, people: here.get('') ?? [] },
    { team: null, depth: 0, hasLeft: true, people: found.filter(({ hasLeft }) => hasLeft) },
  ]
  return groups.filter(({ team, people }) => people.length > 0 || (team !== null && words.length === 0))
}
