// Finds people by the names that sources use: exactly first, and then without regard to capitals where only one can be
// meant.
import type { FloorFile } from '../../wire/floor.ts'
import { foldedName, nameKey } from './name-key.ts'

type People = FloorFile['people']

/** The index of a person in the file; null for a name that is nobody's, or that several have. */
export type FindPerson = (name: string) => number | null

/** Null: several people have it. */
const note = (names: Map<string, number | null>, key: string, person: number): void => {
  const known = names.get(key)
  names.set(key, known === undefined || known === person ? person : null)
}

/** An id is looked for before an alias, and an alias before a name. */
export const indexNames = (people: People): FindPerson => {
  const exact = new Map<string, number>()
  const names = new Map<string, number | null>()
  const aliases = new Map<string, number | null>()
  const ids = new Map<string, number>()
  people.forEach((person, index) => {
    note(names, nameKey(person.name), index)
    for (const alias of person.aliases) {
      exact.set(foldedName(alias), index)
      note(aliases, nameKey(alias), index)
    }
  })
  people.forEach(({ id }, index) => {
    exact.set(id, index)
    ids.set(nameKey(id), index)
  })
  const inAnyCase = new Map<string, number | null>([...names, ...aliases, ...ids])
  return (name) => {
    const quick = exact.get(name)
    if (quick !== undefined) return quick
    return exact.get(foldedName(name)) ?? inAnyCase.get(nameKey(name)) ?? null
  }
}
