// Records that fall due by the clock, written one batch after another: what the log does not take just now is due again.
import { type Log, LogUnavailable, type RecordWrite } from './log.ts'

export interface DueRecords {
  /** Nothing while a batch is on its way. */
  write(due: () => readonly RecordWrite[]): void
  isWriting(): boolean
  /** Resolves once what was due is written. */
  settled(): Promise<void>
}

/** `cannot`: what cannot be kept, as the feed's journal says it. */
export const createDueRecords = (
  log: Pick<Log, 'appendRecords'>,
  cannot: string,
  onError: (what: string, error: unknown) => void,
): DueRecords => {
  let writing: Promise<void> | null = null
  return {
    write: (due) => {
      if (writing !== null) return
      const writes = due()
      if (writes.length === 0) return
      writing = log
        .appendRecords(writes)
        .then(() => undefined)
        .catch((error) => {
          if (!(error instanceof LogUnavailable)) onError(cannot, error)
        })
        .then(() => {
          writing = null
        })
    },
    isWriting: () => writing !== null,
    settled: async () => {
      for (let tries = 0; tries < 100 && writing !== null; tries += 1) await writing
    },
  }
}
