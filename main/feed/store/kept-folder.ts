// The folder of a floor: what lies beside its log. It is the floor's own on one machine, or a copy of what a database keeps.
import type { SqliteValue } from './row-text.ts'

/** A row of a table. */
export interface KeyedRow {
  readonly table: string
  /** Values that name it. */
  readonly key: readonly SqliteValue[]
  /** All columns in their order; null: it is gone. */
  readonly row: readonly SqliteValue[] | null
}

/** A database file that is written over one connection alone. */
export interface WatchedFile {
  /** As its store counts formats. */
  readonly format: number
  /** That make its tables and indexes. */
  readonly schema: readonly string[]
  /** Of the copy that it is, by `noteGeneration`; 0: it is none. */
  readonly generation: number
  noteGeneration(generation: number): void
  everyRow(): Iterable<KeyedRow>
  /** From now on it is noted which rows are written. Each call gives those since the last one, each row once. */
  watch(): () => readonly KeyedRow[]
}

export interface KeptFolder {
  /** Where its files lie on this machine. */
  readonly folder: string
  /** Whether they are a copy: then somebody else may own the floor by the time something is written. */
  readonly isCopy: boolean
  /**
   * A database file of it was opened. Returns what is called after each transaction, before anybody is told of it.
   */
  watch(file: string, opened: WatchedFile): () => void
  /** A file was written, made longer, replaced or removed. `from`: the bytes before it are what they were. */
  changed(file: string, from?: number): void
  /**
   * Resolves once all that was written so far outlives this machine. Rejects with `LogUnavailable`: what keeps it is out of reach
   * for some seconds, or the floor is somebody else's now.
   */
  durable(): Promise<void>
  /**
   * A part of a sentence: what waits to be kept was refused, and is nowhere but here. Null: as far as is known, what is written
   * can be kept.
   */
  refusal(): string | null
  /** Somebody was told that what they wrote is not kept: nobody is to find it here either. What waits is never kept. */
  abandon(): void
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
  refusal: () => null,
  abandon: nothing,
  close: async () => undefined,
})
