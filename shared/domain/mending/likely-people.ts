// Whom of the floor an unknown name may mean. Names and addresses are compared by their parts (Dice 1945: twice the parts that
// both have, over all parts), in which a slip or an initial counts less than the part itself.
import type { FloorFile } from '../../wire/floor.ts'
import { createLookAlikes, type LookAlikes } from '../words/look-alike.ts'

type People = FloorFile['people']

export interface LikelyPeople {
  /** The likeliest first, three at most; none where no part of the name is anybody's. */
  of(name: string): readonly { readonly id: string; readonly name: string }[]
}

const mostSuggested = 3
/** Less in common is chance: one part of two by its initial. */
const leastLikeness = 0.3
const slip = 0.85
const initial = 0.5

/** Of an address what stands before the @: a domain is everybody's. */
export const partsOf = (name: string): readonly string[] => [
  ...new Set(
    (name.split('@')[0] ?? '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((part) => part !== ''),
  ),
]

interface KnownName {
  readonly parts: readonly string[]
  readonly lookAlikes: LookAlikes
}

const likeness = (asked: readonly string[], { parts, lookAlikes }: KnownName): number => {
  let common = 0
  for (const part of asked) {
    if (parts.includes(part)) common += 1
    else if (lookAlikes.meant(part) !== null) common += slip
    else if (parts.some((other) => (part.length === 1 || other.length === 1) && part[0] === other[0]))
      common += initial
    // An address such as "praman" has an initial and a name in one part.
    else if (
      parts.some((other) => other.length > 2 && part.length === other.length + 1 && part.endsWith(other))
    )
      common += slip
  }
  return (2 * common) / (asked.length + parts.length)
}

export const createLikelyPeople = (people: People): LikelyPeople => {
  const known = people.map(({ id, name, aliases }) => ({
    id,
    name,
    names: [name, ...aliases]
      .map(partsOf)
      .filter((parts) => parts.length > 0)
      .map((parts): KnownName => ({ parts, lookAlikes: createLookAlikes(parts) })),
  }))
  return {
    of: (name) => {
      const asked = partsOf(name)
      if (asked.length === 0) return []
      return known
        .map((person) => ({
          ...person,
          alike: Math.max(0, ...person.names.map((each) => likeness(asked, each))),
        }))
        .filter(({ alike }) => alike >= leastLikeness)
        .sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
        .slice(0, mostSuggested)
        .map(({ id, name: called }) => ({ id, name: called }))
    },
  }
}
