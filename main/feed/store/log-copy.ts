// A log as it is moved from one kind of store to another: entry by entry, as each lies there and under its own number, since
// versions of the floor, imports and what is kept beside the log name entries by their numbers.
import { createHash } from 'node:crypto'
import type { EntryRow } from './pending-group.ts'

export interface NumberedRow extends EntryRow {
  readonly seq: number
}

/** A log that nothing else writes meanwhile. */
export interface LogSource {
  readonly identity: string
  /** In order. Damaged entries are left out. */
  rows(): AsyncIterable<readonly NumberedRow[]>
  close(): Promise<void>
}

/** Where no log was. */
export interface LogTarget {
  /** In order. */
  take(rows: readonly NumberedRow[]): Promise<void>
  /** All that was taken stands from now on, and nothing did before. */
  finish(identity: string): Promise<void>
  /** Before it is finished: nothing of it stands. */
  undo(): Promise<void>
  close(): Promise<void>
}

/** Alike for logs whose entries are alike. */
export interface LogSum {
  readonly entries: number
  readonly last: number
  readonly digest: string
}

export const createLogSum = (): {
  add(rows: readonly NumberedRow[]): void
  sum(): LogSum
} => {
  const hash = createHash('sha256')
  let entries = 0
  let last = 0
  return {
    add: (rows) => {
      for (const { seq, at, by, key, beforeSeq, body } of rows) {
        hash.update(JSON.stringify([seq, at, by, key, beforeSeq, body]))
        entries += 1
        last = seq
      }
    },
    sum: () => ({ entries, last, digest: hash.copy().digest('hex') }),
  }
}

export const sumOf = async (source: Pick<LogSource, 'rows'>): Promise<LogSum> => {
  const { add, sum } = createLogSum()
  for await (const rows of source.rows()) add(rows)
  return sum()
}
