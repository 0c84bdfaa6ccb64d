// The people of a floor out of a system's users: who is new, and by which further names a known person goes.
import type { FloorFile } from '../../wire/floor.ts'
import { indexNames } from './name-index.ts'
import { foldedName, nameKey } from './name-key.ts'

/** A user as another system knows them. */
export interface User {
  readonly name: string
  /** E-mail addresses, ids, user names. */
  readonly aliases: readonly string[]
  readonly team: string | null
  readonly role: string | null
  /** Whoever has left is not added. */
  readonly isActive: boolean
}

export interface NewPerson {
  readonly id: string
  readonly name: string
  readonly role?: string
  readonly team?: string
  readonly aliases?: readonly string[]
}

export interface NewAliases {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface PeopleOfUsers {
  readonly added: readonly NewPerson[]
  /** People of the floor who are known by further names. */
  readonly aliased: readonly NewAliases[]
  /** Users who are known by all their names. */
  readonly known: number
  readonly left: number
  /** Teams and roles that the floor does not have, with how many users of each are new: they are added without. */
  readonly unknownTeams: ReadonlyMap<string, number>
  readonly unknownRoles: ReadonlyMap<string, number>
}

/** Ids that no person may have. */
const reserved = ['org', 'unassigned', 'others']

type Named = readonly { readonly id: string; readonly name: string }[]

const idIn = (list: Named, text: string): string | null => {
  const key = nameKey(text)
  return list.find(({ id, name }) => nameKey(id) === key || nameKey(name) === key)?.id ?? null
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** `slugOf` makes an id of a name; empty where it cannot. A user who comes twice is one person. */
export const peopleOfUsers = (
  users: readonly User[],
  { people, teams, roles }: Pick<FloorFile, 'people' | 'teams' | 'roles'>,
  slugOf: (name: string) => string,
): PeopleOfUsers => {
  const find = indexNames(people)
  const taken = new Set([...reserved, ...people.map(({ id }) => id), ...teams.map(({ id }) => id)])
  const added: NewPerson[] = []
  /** The place among the added, or the person of the floor, by each name that is theirs. */
  const named = new Map<string, number>()
  const aliased = new Map<number, string[]>()
  const unknownTeams = new Map<string, number>()
  const unknownRoles = new Map<string, number>()
  let known = 0
  let left = 0

  const freeId = (name: string): string => {
    const slug = slugOf(name) || 'person'
    let id = slug
    for (let next = 2; taken.has(id); next += 1) id = `${slug}-${next}`
    taken.add(id)
    return id
  }
  const placed = (list: Named, text: string | null, unknown: Map<string, number>): string | undefined => {
    if (text === null) return undefined
    const id = idIn(list, text)
    if (id === null) count(unknown, text)
    return id ?? undefined
  }
  const isFree = (alias: string): boolean => find(alias) === null && !named.has(foldedName(alias))

  const add = ({ name, aliases, team, role }: User): void => {
    const free = aliases.filter((alias) => isFree(alias))
    for (const alias of [name, ...free]) named.set(foldedName(alias), added.length)
    const [inTeam, inRole] = [placed(teams, team, unknownTeams), placed(roles, role, unknownRoles)]
    added.push({
      id: freeId(name),
      name,
      ...(inRole !== undefined && { role: inRole }),
      ...(inTeam !== undefined && { team: inTeam }),
      ...(free.length > 0 && { aliases: free }),
    })
  }
  const addAliases = (person: number, { aliases }: User): void => {
    const free = aliases.filter((alias) => isFree(alias))
    if (free.length === 0) known += 1
    else aliased.set(person, [...(aliased.get(person) ?? []), ...free])
    for (const alias of free) named.set(foldedName(alias), -1)
  }

  for (const user of users) {
    const names = [...user.aliases, user.name]
    const person = names.map(find).find((found) => found !== null)
    if (person !== undefined && person !== null) addAliases(person, user)
    else if (!user.isActive) left += 1
    else if (user.aliases.some((alias) => named.has(foldedName(alias)))) known += 1
    else if (user.aliases.length === 0 && named.has(foldedName(user.name))) known += 1
    else add(user)
  }
  return {
    added,
    aliased: [...aliased].flatMap(([index, aliases]) => {
      const person = people[index]
      return person ? [{ id: person.id, name: person.name, aliases }] : []
    }),
    known,
    left,
    unknownTeams,
    unknownRoles,
  }
}
