// One statement that writes on a thread of the binding's own, so that the event loop goes on while the disk is busy.
import AsyncDatabase from 'libsql/promise'
import type { BackgroundWrite } from '../table-log.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

export interface WriteParts {
  readonly isWritten: () => boolean
  /** The same write on this thread; once it is written, neither can write it again. */
  readonly writeHere: () => void
  /** Called once: null when all of it is on disk, else why nothing of it is. */
  readonly end: (error: unknown) => void
}

interface BackgroundStatement {
  all(values: readonly unknown[]): Promise<unknown>
}

/** The binding's two interfaces act on one connection, although its types keep them apart. */
const prepareInBackground = (database: SqliteDatabase, sql: string): Promise<BackgroundStatement> =>
  AsyncDatabase.prototype.prepare.call(database, sql)

export interface BackgroundWriter {
  write(values: readonly unknown[], parts: WriteParts): BackgroundWrite
  /** Resolves when the thread has let go of the connection: one that was overtaken by `finish` still has its turn. */
  ended(): Promise<void>
}

/** `sql`: a statement that is a transaction by itself. It is prepared when it is first needed. */
export const createBackgroundWriter = (database: SqliteDatabase, sql: string): BackgroundWriter => {
  let prepared: Promise<BackgroundStatement> | null = null
  let last: Promise<void> = Promise.resolve()

  const write: BackgroundWriter['write'] = (values, { isWritten, writeHere, end }) => {
    let ended = false
    const endOnce = (error: unknown): void => {
      if (ended) return
      ended = true
      // The fault may have been in the preparing: next time it is prepared anew.
      if (error !== null) prepared = null
      end(error)
    }
    prepared ??= prepareInBackground(database, sql)
    last = prepared.then((statement) => statement.all(values)).then(() => endOnce(null), endOnce)
    return {
      finish() {
        if (ended) return
        let refusal: unknown = null
        try {
          // The connection does one thing at a time: a write that had begun has ended when this is answered.
          if (!isWritten()) writeHere()
        } catch (error) {
          refusal = error
        }
        endOnce(refusal !== null && isWritten() ? null : refusal)
      },
    }
  }
  return { write, ended: () => last }
}
