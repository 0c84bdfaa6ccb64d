// What is wrong in a floor file, and the fault that is most common: an id that nothing has.

/** `path` leads from the top of the file to what is wrong; `message` goes on from there: "is not a team of this floor". */
export interface FloorFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** The ids of one of the file's lists. */
export const knownIds = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

/** Faults of a reference; none when it is left out or known. */
export const danglingFaults = (
  id: string | undefined,
  known: ReadonlySet<string>,
  what: string,
  path: FloorFault['path'],
): FloorFault[] =>
  id === undefined || known.has(id) ? [] : [{ path, message: `"${id}" is no ${what} of this floor` }]
