// Entries as the database gives them back. One that is not what this program wrote counts nowhere, and is named.
import type { StoredFact } from '../../../../shared/domain/facts/stored-fact.ts'
import type { DamageRegister } from '../damage.ts'
import { isFactKey, isWithdrawnKey } from '../entry-key.ts'
import type { FloorEntry, LogEntry, RecordEntry } from '../log.ts'
import { type Head, headOf } from '../pending-group.ts'
import { CorruptLog, decodeStored, decodeValue } from '../stored-body.ts'
import type { Row } from './postgres-database.ts'

export interface StoredEntries {
  /** `row`: seq, at, by, key, body, the body of the entry before it under this key. */
  entry(row: Row): LogEntry | null
  floor(row: Row): readonly FloorEntry[]
  record(row: Row): readonly RecordEntry[]
  /** `row`: key, seq, body. */
  head(row: Row): { readonly key: string; readonly head: Head }
}

export const readStoredEntries = (damage: DamageRegister): StoredEntries => {
  const orNull = <T>(seq: number, key: string | null, read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      // Neither message may go on: they quote what somebody entrusted to the log.
      if (!(error instanceof SyntaxError || error instanceof CorruptLog)) throw error
      damage.note({ seq, key })
      return null
    }
  }
  const beforeOf = (seq: number, key: string, body: string | null): StoredFact | null =>
    body === null ? null : orNull(seq, key, () => decodeStored(body))

  const entry = ([number, instant, cause, name, body = null, before = null]: Row): LogEntry | null => {
    const [seq, at, by, key] = [Number(number), Number(instant), cause ?? '', name ?? '']
    const value = orNull(seq, key, () => decodeValue(key, body))
    if (value === null) return null
    if (value.kind !== 'fact') return { seq, at, by, ...value }
    return { kind: 'fact', seq, at, by, before: beforeOf(seq, key, before), after: value.stored }
  }
  return {
    entry,
    floor: (row) => {
      const read = entry(row)
      return read?.kind === 'floor' ? [read] : []
    },
    record: (row) => {
      const read = entry(row)
      return read?.kind === 'record' ? [read] : []
    },
    head: ([name, number, body = null]) => {
      const [key, seq] = [name ?? '', Number(number)]
      const none: Head = { seq, stored: null, withdrawn: null }
      // Nothing more is asked of a floor or of any other record.
      if (!isFactKey(key) && !isWithdrawnKey(key)) return { key, head: none }
      return { key, head: orNull(seq, key, () => headOf(seq, decodeValue(key, body))) ?? none }
    },
  }
}
