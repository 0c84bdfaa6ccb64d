// What PostgreSQL says when something goes wrong, in the words of whoever looks after the feed.

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const wordsOf = (error: unknown): string => {
  // Of several addresses that were tried, the first says enough.
  if (error instanceof AggregateError && error.errors.length > 0) return wordsOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

/**
 * Whether the server answered that it did not do what it was asked. After anything else (a connection that broke, a server
 * that ends) it may have done it all the same.
 */
export const isDefinite = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && error.severity === 'ERROR'

/** PostgreSQL's own words for these are for programmers, or say nothing of what to do. */
const plain: readonly (readonly [code: RegExp, words: string])[] = [
  [/^53100$/, 'the disk of the database is full'],
  [/^25006$/, 'the database takes no writes: it is a standby, or was made read-only'],
  [/^53[23]00$/, 'the database has no connection or memory left'],
  [/^(57P0[1-5]|08\w{3}|E[A-Z]+)$/, 'the database is out of reach'],
  [/^28/, 'the database does not let this user in'],
]

/** A part of a sentence, without a full stop. */
export const troubleWords = (error: unknown): string => {
  const said = wordsOf(error)
  const [, words] = plain.find(([code]) => code.test(codeOf(error))) ?? []
  if (words !== undefined) return `${words} (${said})`
  return isDefinite(error) ? said : `the database is out of reach (${said})`
}

/** What whoever starts a feed can do about it: a sentence after a space, or nothing where that is not known. */
export const remedyOf = (error: unknown): string => {
  const code = codeOf(error)
  if (code.startsWith('28')) return ' Correct the user or the password in its address.'
  return /^E[A-Z]+$/.test(code) ? ' Start PostgreSQL there, or correct the address.' : ''
}

export const hasCode = (error: unknown, code: string): boolean => codeOf(error) === code

/**
 * A pooler that hands out a connection by the transaction does not know what a session asks for at its start, and mixes up what
 * sessions have prepared.
 */
export const isPoolerRefusal = (error: unknown): boolean =>
  /unsupported startup parameter/.test(wordsOf(error)) || hasCode(error, '42P05') || hasCode(error, '26000')
