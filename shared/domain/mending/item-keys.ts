// What names an item of the inbox as long as it stands: in an address, in what was said to be right, in what was seen.
import { z } from 'zod'
import { type FactFault, faultKey } from '../counting/faults/fact-fault.ts'

const join = (kind: string, ...parts: readonly string[]): string => JSON.stringify([kind, ...parts])

export const keyOfFault = (fault: FactFault): string => join('fault', faultKey(fault))
/** Of deals of a status that lack these dates. */
export const keyOfLacking = (status: string, fields: readonly string[]): string =>
  join('lacking', status, ...fields.toSorted())

const LackingKey = z.tuple([z.literal('lacking'), z.string()], z.string())
/** As `keyOfLacking` writes it: whatever else somebody asks for is no JSON perhaps. */
const looksLacking = /^\["lacking"(,"[a-zA-Z]+")+\]$/

/** Null for a key of another kind. */
export const readLackingKey = (
  key: string,
): { readonly status: string; readonly fields: readonly string[] } | null => {
  if (!looksLacking.test(key)) return null
  const read = LackingKey.safeParse(JSON.parse(key))
  if (!read.success) return null
  const [, status, ...fields] = read.data
  return { status, fields }
}

export const keyOfAhead = (source: string, field: string): string => join('ahead', source, field)
export const keyOfRefused = (door: string, name: string): string => join('refused', door, name)
export const keyOfSource = (page: string, id: string): string => join('source', page, id)
export const keyOfOutlier = (metric: string, person: string, from: string): string =>
  join('outlier', metric, person, from)
/** Of one fact whose date is right though it is still to come. */
export const keyOfRightDate = (source: string, id: string, field: string, date: string): string =>
  join('date', source, id, field, date)
