// The folder of a floor: what lies beside its log. It is the floor's own on one machine, or a copy of what a database keeps.
import type { SqliteDatabase } from './sqlite/sqlite-database.ts'

export interface KeptFolder {
  /** Where its files lie on this machine. */
  readonly folder: string
  /** A database file of it was opened: what is written over this connection is kept. */
  watch(file: string, database: SqliteDatabase): void
  /** Resolves once all that was written so far outlives this machine. Rejects with `LogUnavailable`. */
  durable(): Promise<void>
  /** After whoever writes into it has closed. */
  close(): Promise<void>
}

/** A folder that is the floor's own: what is written is where it belongs. */
export const ownFolder = (folder: string): KeptFolder => ({
  folder,
  watch: () => undefined,
  durable: async () => undefined,
  close: async () => undefined,
})
