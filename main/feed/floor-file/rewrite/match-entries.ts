// Which entries of a list went where: so that an entry that stays keeps its text, whatever else moves.
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from './yaml-source.ts'

/** What an entry is about, by which it is known again after its other fields changed. */
const namingFields = ['id', 'board', 'team', 'playlist', 'metric', 'currency', 'on', 'field'] as const

const nameOf = (entry: unknown): string | null => {
  if (Array.isArray(entry)) return entry.length === 0 ? null : `first ${JSON.stringify(entry[0])}`
  if (!isRecord(entry)) return null
  const field = namingFields.find((each) => Object.hasOwn(entry, each))
  return field === undefined ? null : `${field} ${JSON.stringify(entry[field])}`
}

/** Most of what they say is the same. */
const isMostlySame = (one: unknown, other: unknown): boolean => {
  if (!isRecord(one) || !isRecord(other)) return false
  const keys = Object.keys(one)
  const same = keys.filter((key) => isDeepStrictEqual(one[key], other[key]))
  return same.length > 0 && same.length >= keys.length / 2
}

/** For each entry of `after` the index in `before` of the entry that it was; null for a new one. */
export const matchEntries = (
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (number | null)[] => {
  const matches: (number | null)[] = after.map(() => null)
  const taken = new Set<number>()
  const matchBy = (keyOf: (entry: unknown) => string | null): void => {
    const free = new Map<string, number[]>()
    for (const [index, entry] of before.entries()) {
      const key = taken.has(index) ? null : keyOf(entry)
      if (key !== null) free.set(key, [...(free.get(key) ?? []), index])
    }
    for (const [index, entry] of after.entries()) {
      const key = matches[index] === null ? keyOf(entry) : null
      const found = key === null ? undefined : free.get(key)?.shift()
      if (found === undefined) continue
      matches[index] = found
      taken.add(found)
    }
  }
  matchBy((entry) => JSON.stringify(entry))
  matchBy(nameOf)
  for (const [index, entry] of after.entries()) {
    if (matches[index] !== null) continue
    const found = before.findIndex((each, at) => !taken.has(at) && isMostlySame(each, entry))
    if (found === -1) continue
    matches[index] = found
    taken.add(found)
  }
  return matches
}
