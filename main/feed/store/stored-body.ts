// How facts and floors lie in the log: as JSON. A fact's own part is what its source wrote, or the same written anew.
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { FloorEntry } from './log.ts'

/** The log holds something that this program never wrote. */
export class CorruptLog extends Error {
  override readonly name = 'CorruptLog'
}

/** `text` says what `stored.fact` says, in JSON. */
export const encodeStored = ({ fact, history, receivedAt }: StoredFact, text?: string): string => {
  const past = history.length === 0 ? '[]' : JSON.stringify(history)
  return `{"fact":${text ?? JSON.stringify(fact)},"history":${past},"receivedAt":${receivedAt}}`
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

export const encodeFloor = (text: string): string => JSON.stringify(text)

export const decodeFloor = (seq: number, at: number, body: string): FloorEntry => {
  const text: unknown = JSON.parse(body)
  if (typeof text !== 'string') throw new CorruptLog(`entry ${seq} of the log is not a floor`)
  return { kind: 'floor', seq, at, text }
}
