// An entry as the database gives it back, and whether it is as it was written.
import { type EntryHeading, isBodyWhole, isHeadingWhole } from '../entry-sum.ts'
import { CorruptLog, decodeValue, type EntryValue } from '../stored-body.ts'

/**
 * The columns of an entry under the name of its table. Texts come as bytes, in one blob for the sake of speed: the
 * binding ends the process at a text that is not UTF-8. The casts keep a damaged number from being such a text.
 */
export const entryColumns = (table: string): string =>
  [
    `${table}.seq`,
    `CAST(${table}.at AS INTEGER)`,
    `CAST(${table}.before_seq AS INTEGER)`,
    `CAST(${table}.sum AS INTEGER)`,
    `length(CAST(${table}.by AS BLOB))`,
    `length(CAST(${table}.key AS BLOB))`,
    `CAST(coalesce(${table}.by, '') || coalesce(${table}.key, '') || coalesce(${table}.body, '') AS BLOB)`,
    `${table}.body IS NULL`,
  ].join(', ')
export const entryColumnCount = 8

export interface FoundEntry {
  readonly heading: EntryHeading
  /** Null: withdrawn. */
  readonly body: Buffer | null
  /** Null on entries that are older than checksums. */
  readonly sum: number | null
}

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)
export const bytesOf = (value: unknown): Buffer => {
  if (Buffer.isBuffer(value)) return value
  throw new CorruptLog('an entry of the log has no text where it must')
}

/** `row` begins with the columns of {@link entryColumns}. */
export const foundEntry = (row: readonly unknown[]): FoundEntry => {
  const texts = bytesOf(row[6])
  const keyFrom = numberOf(row[4])
  const bodyFrom = keyFrom + numberOf(row[5])
  const heading = {
    seq: numberOf(row[0]),
    at: numberOf(row[1]),
    beforeSeq: numberOrNull(row[2]),
    by: texts.toString('utf8', 0, keyFrom),
    key: texts.toString('utf8', keyFrom, bodyFrom),
  }
  return { heading, body: row[7] === 1 ? null : texts.subarray(bodyFrom), sum: numberOrNull(row[3]) }
}

/** What an entry says; or that its body is damaged; or that not even its key can be trusted. */
export type EntryReading = EntryValue | 'bad-body' | 'bad-heading'

/** Null where the bytes are no value at all. */
export const bodyValue = (key: string, body: Buffer | null): EntryValue | null => {
  try {
    return decodeValue(key, body === null ? null : body.toString('utf8'))
  } catch (error) {
    // Neither message may go on: they quote what somebody entrusted to the log.
    if (error instanceof SyntaxError || error instanceof CorruptLog) return null
    throw error
  }
}

export const readFound = ({ heading, body, sum }: FoundEntry): EntryReading => {
  if (sum !== null && !isHeadingWhole(sum, heading)) return 'bad-heading'
  if (sum !== null && !isBodyWhole(sum, body)) return 'bad-body'
  return bodyValue(heading.key, body) ?? 'bad-body'
}
