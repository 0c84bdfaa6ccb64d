// Names that facts credit, that one floor file knows and the next does not: their facts would be unassigned.
import type { FloorFile } from '../../wire/floor.ts'
import { indexNames } from './name-index.ts'
import { foldedName, nameKey } from './name-key.ts'

type People = FloorFile['people']
type Person = People[number]

export interface NameCount {
  /** As the source writes it. */
  readonly rep: string
  readonly facts: number
}

export interface LostName extends NameCount {
  /** What the edit does, as a clause: `removes alias "pr@example.com" of Priya Raman`. */
  readonly because: string
}

const named = ({ name, id }: Person): string => `${name} (${id})`

interface After {
  readonly byId: ReadonlyMap<string, Person>
  /** The first of each name. */
  readonly byName: ReadonlyMap<string, Person>
}

/** `person` is whom `rep` means before the edit. */
const reasonFor = (rep: string, person: Person, { byId, byName }: After): string => {
  const same = byId.get(person.id)
  if (same === undefined) {
    const renamed = byName.get(nameKey(person.name))
    return renamed
      ? `changes the id of ${person.name} from ${person.id} to ${renamed.id}`
      : `removes ${named(person)}`
  }
  const alias = person.aliases.find((each) => nameKey(each) === nameKey(rep))
  if (alias !== undefined) {
    const isKept = same.aliases.some((each) => foldedName(each) === foldedName(alias))
    return isKept ? `makes "${rep}" mean more than one person` : `removes alias "${alias}" of ${person.name}`
  }
  if (nameKey(same.name) !== nameKey(person.name)) return `renames ${person.name} to ${same.name}`
  return `gives somebody else the same name as ${named(person)}`
}

/**
 * `unassigned` are the names that the floor after the edit does not know, with their facts. Those that the floor before it
 * does not know either are left out. Most facts first.
 */
export const lostNames = (
  before: People,
  after: People,
  unassigned: readonly NameCount[],
): readonly LostName[] => {
  const findBefore = indexNames(before)
  const findAfter = indexNames(after)
  const lookedUp: After = {
    byId: new Map(after.map((person) => [person.id, person])),
    byName: new Map(after.toReversed().map((person) => [nameKey(person.name), person])),
  }
  return unassigned.flatMap(({ rep, facts }): LostName[] => {
    const person = before[findBefore(rep) ?? -1]
    if (person === undefined || findAfter(rep) !== null) return []
    return [{ rep, facts, because: reasonFor(rep, person, lookedUp) }]
  })
}
