// What is wrong in a floor file, and the most common fault: a reference to an id that nothing has.

import { createLookAlikes, type LookAlikes } from '../words/look-alike.ts'

/** `path` leads from the top of the file to what is wrong; `message` continues it: "is not a team of this floor". */
export interface FloorFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The ids of one of the file's lists. */
export const knownIds = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

/** Made once for a list: all of its entries may be asked of. */
const lookAlikesOf = new WeakMap<ReadonlySet<string>, LookAlikes>()

const meantBy = (id: string, known: ReadonlySet<string>): string => {
  const lookAlikes = lookAlikesOf.get(known) ?? createLookAlikes([...known], 'forgiving')
  lookAlikesOf.set(known, lookAlikes)
  const meant = lookAlikes.meant(id)
  return meant === null ? '' : `; did you mean "${meant}"?`
}

/** The fault of a reference to an unknown id; empty when the reference is left out. */
export const danglingFaults = (
  id: string | undefined,
  known: ReadonlySet<string>,
  what: string,
  path: FloorFault['path'],
): FloorFault[] =>
  id === undefined || known.has(id)
    ? []
    : [{ path, message: `"${id}" is no ${what} of this floor${meantBy(id, known)}` }]

/** Nobody reads a longer way. */
export const mostNamed = 10

/** What leads back to itself: `north → east → north`. `ids` holds the first {@link mostNamed} of `length`, or all. */
export const circleInWords = (ids: readonly string[], length: number): string =>
  length <= mostNamed
    ? [...ids, ...ids.slice(0, 1)].join(' → ')
    : `${ids.slice(0, mostNamed).join(' → ')} → … (${length} in all)`
