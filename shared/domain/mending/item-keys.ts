// What names an item of the inbox as long as it stands: in an address, in what was said to be right, in what was seen.
import { type FactFault, faultKey } from '../counting/faults/fact-fault.ts'

const join = (kind: string, ...parts: readonly string[]): string => JSON.stringify([kind, ...parts])

export const keyOfFault = (fault: FactFault): string => join('fault', faultKey(fault))
export const keyOfAhead = (source: string, field: string): string => join('ahead', source, field)
export const keyOfRefused = (door: string, name: string): string => join('refused', door, name)
export const keyOfSource = (page: string, id: string): string => join('source', page, id)
export const keyOfOutlier = (metric: string, person: string, from: string): string =>
  join('outlier', metric, person, from)
/** Of one fact whose date is right though it is still to come. */
export const keyOfRightDate = (source: string, id: string, field: string, date: string): string =>
  join('date', source, id, field, date)
