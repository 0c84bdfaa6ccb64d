// How entries lie in the log: as JSON. A fact's own part is what its source wrote, or the same written anew.
import type { Versions } from '../../../shared/domain/facts/fact-version.ts'
import type { Withdrawn } from '../../../shared/domain/facts/late-write.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { readKey } from './entry-key.ts'

/** The log holds something that this program never wrote. */
export class CorruptLog extends Error {
  override readonly name = 'CorruptLog'
}

/** `text` says what `stored.fact` says, in JSON. */
export const encodeStored = ({ fact, history, receivedAt, versions }: StoredFact, text?: string): string => {
  const past = history.length === 0 ? '[]' : JSON.stringify(history)
  const more = versions === undefined ? '' : `,"versions":${JSON.stringify(versions)}`
  return `{"fact":${text ?? JSON.stringify(fact)},"history":${past},"receivedAt":${receivedAt}${more}}`
}

/** Parsing it again by the schema would cost a restart more than everything else; its outline is enough. */
const isStored = (value: unknown): value is StoredFact =>
  typeof value === 'object' &&
  value !== null &&
  'fact' in value &&
  typeof value.fact === 'object' &&
  value.fact !== null &&
  'history' in value &&
  Array.isArray(value.history) &&
  'receivedAt' in value &&
  typeof value.receivedAt === 'number'

/** A source's own fields come back as they were: a map without a prototype, `__proto__` a name like any other. */
export const decodeStored = (body: string): StoredFact => {
  const stored: unknown = JSON.parse(body)
  if (!isStored(stored)) throw new CorruptLog('an entry of the log is not a fact')
  const { fact } = stored
  if (!fact.fields) return stored
  const fields: typeof fact.fields = Object.create(null)
  for (const name of Object.keys(fact.fields)) fields[name] = fact.fields[name] ?? null
  return { ...stored, fact: { ...fact, fields } }
}

const isVersions = (value: unknown): value is Versions =>
  Array.isArray(value) && value.every((each) => typeof each === 'number' || typeof each === 'string')

/** The body of a record that says which versions of a fact are withdrawn. Throws `CorruptLog`. */
export const readWithdrawn = (value: unknown): Withdrawn => {
  const isObject = typeof value === 'object' && value !== null
  if (!isObject || !('stood' in value) || !('withdrawn' in value))
    throw new CorruptLog('an entry of the log is not a withdrawal')
  const { stood, withdrawn } = value
  if (!isVersions(stood) || !isVersions(withdrawn))
    throw new CorruptLog('an entry of the log is not a withdrawal')
  return { stood, withdrawn }
}

/** The text of a floor and the body of a record lie there as a JSON value. */
export const encodeValue = (value: unknown): string => JSON.stringify(value ?? null)

/** What an entry says: a fact, a floor's text, a record's body. Null: withdrawn. */
export type EntryValue =
  | { readonly kind: 'fact'; readonly stored: StoredFact | null }
  | { readonly kind: 'floor'; readonly text: string }
  | { readonly kind: 'record'; readonly topic: string; readonly cause: string; readonly body: unknown }

/** Throws `CorruptLog` or `SyntaxError` for what this program never wrote. */
export const decodeValue = (key: string, body: string | null): EntryValue => {
  const found = readKey(key)
  if (found?.kind === 'fact') return { kind: 'fact', stored: body === null ? null : decodeStored(body) }
  if (found === null || body === null) throw new CorruptLog('an entry of the log is of no known kind')
  const value: unknown = JSON.parse(body)
  if (found.kind === 'record') return { ...found, kind: 'record', body: value }
  if (typeof value !== 'string') throw new CorruptLog('an entry of the log is not a floor')
  return { kind: 'floor', text: value }
}
