// The folder of a floor: what lies beside its log. It is the floor's own on one machine, or a copy of what a database keeps.
import type { SqliteDatabase } from './sqlite/sqlite-database.ts'

export interface KeptFolder {
  /** Where its files lie on this machine. */
  readonly folder: string
  /** Whether they are a copy: then somebody else may own the floor by the time something is written. */
  readonly isCopy: boolean
  /**
   * A database file of it was opened, and is written over this connection alone. Returns what is called after each transaction,
   * before anybody is told of it.
   */
  watch(file: string, database: SqliteDatabase): () => void
  /** A file was written, made longer, replaced or removed. `from`: the bytes before it are what they were. */
  changed(file: string, from?: number): void
  /**
   * Resolves once all that was written so far outlives this machine. Rejects with `LogUnavailable`: what keeps it is out of reach
   * for some seconds, or the floor is somebody else's now.
   */
  durable(): Promise<void>
  /** After whoever writes into it has closed. */
  close(): Promise<void>
}

const nothing = (): void => undefined

/** A folder that is the floor's own: what is written is where it belongs. */
export const ownFolder = (folder: string): KeptFolder => ({
  folder,
  isCopy: false,
  watch: () => nothing,
  changed: nothing,
  durable: async () => undefined,
  close: async () => undefined,
})
