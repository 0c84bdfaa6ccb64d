// The key of an entry says what it is: a fact's begins with a bracket, a record's with its topic. Keys are free of the
// NULs and lone surrogates that SQLite would change.

/** Unambiguous for every pair of texts. */
export const factKey = (source: string, id: string): string => JSON.stringify([source, id])

/** The keys of a source's facts lie after the first and before the second of these. */
export const factKeysOf = (source: string): { readonly after: string; readonly before: string } => {
  const begin = JSON.stringify([source]).slice(0, -1)
  // What follows the source is a comma, and a hyphen is the character after it.
  return { after: `${begin},`, before: `${begin}-` }
}

export const isFactKey = (key: string): boolean => key.startsWith('[')

export const floorKey = 'floor'

/** `topic`: lower-case letters and hyphens. */
export const recordKey = (topic: string, cause: string): string => {
  if (!/^[a-z][a-z-]*$/.test(topic)) throw new Error(`"${topic}" is no topic of a record`)
  return `${topic}:${JSON.stringify(cause)}`
}

/**
 * Beside a fact's own key: which versions of it are withdrawn. It is a record, so that an earlier version of this program
 * passes it over.
 */
export const withdrawnTopic = 'withdrawn'
export const withdrawnKey = (key: string): string => recordKey(withdrawnTopic, key)
export const isWithdrawnKey = (key: string): boolean => key.startsWith(`${withdrawnTopic}:`)

export type ReadKey =
  | { readonly kind: 'fact' | 'floor' }
  | { readonly kind: 'record'; readonly topic: string; readonly cause: string }

/** Null for a key that no version of this program wrote. */
export const readKey = (key: string): ReadKey | null => {
  if (isFactKey(key)) return { kind: 'fact' }
  if (key === floorKey) return { kind: 'floor' }
  const colon = key.indexOf(':')
  if (colon < 1) return null
  const cause: unknown = JSON.parse(key.slice(colon + 1))
  return typeof cause === 'string' ? { kind: 'record', topic: key.slice(0, colon), cause } : null
}
