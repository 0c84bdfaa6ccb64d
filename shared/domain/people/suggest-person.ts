// Whose name a source probably writes, where nobody on the floor has it: a slip, the words in another order, an e-mail address.
import type { FloorFile } from '../../wire/floor.ts'
import { createLookAlikes } from '../words/look-alike.ts'
import { nameKey } from './name-key.ts'

type People = FloorFile['people']

/** Letters without accents, its words in the order of the alphabet. */
const wordsOf = (name: string): string =>
  nameKey(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')

/** What stands before the @ of an address is often the name: `ana.ruiz@example.com`. */
const localPart = (name: string): string => /^([^@\s]+)@[^@\s]+$/.exec(name)?.[1] ?? name

/** The id of the only person that it probably is; null where there is none, or several. */
export const createSuggestPerson = (people: People): ((written: string) => string | null) => {
  const byWords = new Map<string, string | null>()
  const byName = new Map<string, string | null>()
  const names: string[] = []
  for (const { id, name, aliases } of people)
    for (const text of new Set([id, name, ...aliases])) {
      names.push(text)
      const known = byName.get(text)
      byName.set(text, known === undefined || known === id ? id : null)
      const key = wordsOf(localPart(text))
      const other = byWords.get(key)
      byWords.set(key, other === undefined || other === id ? id : null)
    }
  const alike = createLookAlikes(names)
  return (written) => {
    const key = wordsOf(localPart(written))
    if (key === '') return null
    if (byWords.has(key)) return byWords.get(key) ?? null
    const meant = alike.meant(localPart(written))
    return meant === null ? null : (byName.get(meant) ?? null)
  }
}
