// Keys that a schema does not know, beside the ones that were meant. A key that is missing since it was misspelt is not told
// of a second time.
import type { z } from 'zod'
import { bareName, createLookAlikes } from '../../../shared/domain/words/look-alike.ts'
import { type Fault, unknownKey } from './issue-sentences.ts'
import { knownKeysAt } from './known-keys.ts'

interface Meant {
  readonly key: string
  readonly message: string
}

/** In braces, `{ id: ana, name Ana }` is one key of two words. */
const withoutColon = (key: string, known: readonly string[]): Meant | null => {
  const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(key) ?? []
  return known.includes(first)
    ? { key: first, message: `needs a colon after "${first}": "${first}: ${rest}"` }
    : null
}

/** What people look for, and how it is called here. */
const otherWords: Readonly<Record<string, string>> = {
  email: 'aliases',
  mail: 'aliases',
  startdate: 'startedOn',
  hiredon: 'startedOn',
  enddate: 'endedOn',
  target: 'value',
  goal: 'value',
  period: 'window',
  description: 'objective',
  rotation: 'items',
}

const calledHere = (key: string, known: readonly string[]): string | null => {
  const word = otherWords[bareName(key)]
  return word !== undefined && known.includes(word) ? word : null
}

const meantBy = (key: string, known: readonly string[]): Meant | null => {
  const meant = createLookAlikes(known, 'forgiving').meant(key) ?? calledHere(key, known)
  return meant === null
    ? withoutColon(key, known)
    : { key: meant, message: `${unknownKey}; did you mean "${meant}"?` }
}

const placeOf = (path: Fault['path']): string => JSON.stringify(path)

export const withMeantKeys = (faults: readonly Fault[], schema: z.ZodType): Fault[] => {
  const misspelt = new Set<string>()
  const told = faults.map((fault) => {
    const key = fault.path.at(-1)
    if (fault.message !== unknownKey || typeof key !== 'string') return fault
    const above = fault.path.slice(0, -1)
    const meant = meantBy(key, knownKeysAt(schema, above))
    if (meant === null) return fault
    misspelt.add(placeOf([...above, meant.key]))
    return { ...fault, message: meant.message }
  })
  return told.filter(({ path, message }) => !message.startsWith('is missing') || !misspelt.has(placeOf(path)))
}
