// Faults of teams and people: who is on which team, and by which names sources know them.

import type { FloorFile } from '../../wire/floor.ts'
import { lastTeam } from '../people/last-held.ts'
import { firstDifference } from '../people/name-difference.ts'
import { foldedName, nameKey } from '../people/name-key.ts'
import { circleInWords, danglingFaults, type FloorFault, knownIds, mostNamed } from './floor-fault.ts'

type Path = FloorFault['path']
type Dated = string | readonly { readonly from?: string | undefined }[] | undefined

/** Subjects that every floor has, and the id of a team bar's part that is nobody's on the board. */
const reservedIds: ReadonlySet<string> = new Set(['org', 'unassigned', 'others'])

const subjectFaults = ({ teams, people }: FloorFile): FloorFault[] => {
  const faults: FloorFault[] = []
  const teamIds = knownIds(teams)
  const check = (id: string, path: Path) => {
    if (reservedIds.has(id)) faults.push({ path, message: `"${id}" is a reserved word; choose another id` })
  }
  teams.forEach(({ id }, index) => {
    check(id, ['teams', index, 'id'])
  })
  people.forEach(({ id }, index) => {
    const path = ['people', index, 'id']
    check(id, path)
    if (teamIds.has(id))
      faults.push({ path, message: `"${id}" is the id of a team; people and teams share their ids` })
  })
  return faults
}

/** A team's circle, and its place in it. */
interface InCircle {
  readonly circle: readonly string[]
  readonly at: number
}

/** Of teams that are their own parent's parent. One pass, however deep they lie. */
const circlesAmong = (parentOf: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, InCircle> => {
  const circles = new Map<string, InCircle>()
  const done = new Set<string>()
  for (const id of parentOf.keys()) {
    const way = new Map<string, number>()
    let next: string | undefined = id
    while (next !== undefined && !done.has(next) && !way.has(next)) {
      way.set(next, way.size)
      next = parentOf.get(next)
    }
    const start = next === undefined ? undefined : way.get(next)
    const circle = start === undefined ? [] : [...way.keys()].slice(start)
    circle.forEach((member, at) => {
      circles.set(member, { circle, at })
    })
    for (const member of way.keys()) done.add(member)
  }
  return circles
}

/** Whoever is on a team counts for each of those above it. */
const mostAbove = 50

/** A circle further up is reported at its own teams. */
const isTooDeep = (
  id: string,
  parentOf: ReadonlyMap<string, string | undefined>,
  circles: ReadonlyMap<string, InCircle>,
): boolean => {
  let above = 0
  for (let next = parentOf.get(id); next !== undefined; next = parentOf.get(next)) {
    above += 1
    if (circles.has(next)) return false
    if (above > mostAbove) return true
  }
  return false
}

/** Unknown parents, teams too far down, and teams that are their own parent's parent: reported at each of the circle. */
const parentFaults = ({ teams }: FloorFile): FloorFault[] => {
  const ids = knownIds(teams)
  const parentOf = new Map(teams.map((team) => [team.id, team.parent]))
  const circles = circlesAmong(parentOf)
  return teams.flatMap(({ id, parent }, index) => {
    const path = ['teams', index, 'parent']
    const { circle, at } = circles.get(id) ?? { circle: [], at: 0 }
    if (circle.length > 0) {
      const from = [...circle.slice(at, at + mostNamed), ...circle.slice(0, Math.min(at, mostNamed))]
      return [{ path, message: `makes a circle: ${circleInWords(from, circle.length)}` }]
    }
    if (isTooDeep(id, parentOf, circles))
      return [{ path, message: `has more than ${mostAbove} teams above it` }]
    return danglingFaults(parent, ids, 'team', path)
  })
}

const datedFaults = (list: Dated, path: Path): FloorFault[] => {
  if (typeof list !== 'object') return []
  return list.flatMap(({ from }, index) => {
    if (index === 0) return []
    const before = list[index - 1]?.from
    if (from === undefined)
      return [{ path: [...path, index], message: 'needs the date from which it holds (from)' }]
    if (before !== undefined && from <= before) {
      return [
        { path: [...path, index, 'from'], message: `must be later than ${before}, the entry before it` },
      ]
    }
    return []
  })
}

const placeFaults = ({ roles, teams, people }: FloorFile): FloorFault[] => {
  const roleIds = knownIds(roles)
  const teamIds = knownIds(teams)
  return people.flatMap((person, index) => {
    const path = ['people', index]
    const placed = <T extends 'role' | 'team'>(
      what: T,
      value: string | readonly { readonly [K in T]: string }[] | undefined,
      known: ReadonlySet<string>,
    ) =>
      typeof value === 'object'
        ? value.flatMap((entry, at) => danglingFaults(entry[what], known, what, [...path, what, at, what]))
        : danglingFaults(value, known, what, [...path, what])
    const backwards =
      person.startedOn !== undefined && person.endedOn !== undefined && person.endedOn < person.startedOn
    return [
      ...placed('role', person.role, roleIds),
      ...placed('team', person.team, teamIds),
      ...datedFaults(person.role, [...path, 'role']),
      ...datedFaults(person.team, [...path, 'team']),
      ...(backwards
        ? [{ path: [...path, 'endedOn'], message: `is before startedOn (${person.startedOn})` }]
        : []),
    ]
  })
}

const memberFaults = ({ teams, people }: FloorFile): FloorFault[] => {
  const byId = new Map(people.map((person) => [person.id, person]))
  const memberOf = new Map<string, string>()
  return teams.flatMap((team, index) =>
    (team.members ?? []).flatMap((id, at): FloorFault[] => {
      const path = ['teams', index, 'members', at]
      const person = byId.get(id)
      if (!person) return danglingFaults(id, new Set(), 'person', path)
      const other = memberOf.get(id)
      memberOf.set(id, team.id)
      if (other === team.id) return [{ path, message: `"${id}" is listed twice` }]
      if (other !== undefined) {
        return [
          { path, message: `"${id}" is also a member of "${other}"; a person is on one team at a time` },
        ]
      }
      const own = lastTeam(person)
      if (own === undefined || own === team.id) return []
      return [{ path, message: `"${id}" says of themselves that they are on "${own}"; say it in one place` }]
    }),
  )
}

interface Owner {
  readonly id: string
  /** The name as it is written for its owner. */
  readonly text: string
}

/** Aliases that differ may differ in their capitals alone, as some systems' ids do; beside an id of the floor they may not. */
const aliasFaults = ({ people }: FloorFile): FloorFault[] => {
  const ids = new Map(people.map(({ id }) => [nameKey(id), id]))
  const owners = new Map<string, Owner>()
  return people.flatMap((person, index) =>
    person.aliases.flatMap((alias, at): FloorFault[] => {
      const path = ['people', index, 'aliases', at]
      const id = ids.get(nameKey(alias))
      if (id !== undefined)
        return id === person.id ? [] : [{ path, message: `"${alias}" already means "${id}"` }]
      const owner = owners.get(foldedName(alias))
      if (owner === undefined) owners.set(foldedName(alias), { id: person.id, text: alias })
      if (owner === undefined || owner.id === person.id) return []
      const apart = owner.text === alias ? '' : `; it ${firstDifference(alias, owner.text)}`
      return [{ path, message: `"${alias}" already means "${owner.id}"${apart}` }]
    }),
  )
}

export const peopleFaults = (file: FloorFile): FloorFault[] => [
  ...subjectFaults(file),
  ...parentFaults(file),
  ...memberFaults(file),
  ...placeFaults(file),
  ...aliasFaults(file),
]
