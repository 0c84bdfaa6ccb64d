// One statement that writes on a thread of the binding's own: the event loop goes on while rows and disk are seen to.
import AsyncDatabase from 'libsql/promise'
import type { SqliteDatabase } from './sqlite-database.ts'

export interface WriteUnderWay {
  /** Waits for it here, should it not have ended yet. */
  finish(): void
}

export interface WriteParts {
  readonly isWritten: () => boolean
  /** The same write on this thread; once it is written, neither can write it again. */
  readonly writeHere: () => void
  /** Hears once how it went: null when all of it is on disk, else why nothing of it is. */
  readonly end: (error: unknown) => void
}

interface StatementElsewhere {
  all(values: readonly unknown[]): Promise<unknown>
}

/** Both faces of the binding act on one connection, whatever their types say. */
const prepareElsewhere = (database: SqliteDatabase, sql: string): Promise<StatementElsewhere> =>
  AsyncDatabase.prototype.prepare.call(database, sql)

/** `sql`: a statement that is a transaction by itself. It is prepared when it is needed first. */
export const createWriteElsewhere = (database: SqliteDatabase, sql: string) => {
  let prepared: Promise<StatementElsewhere> | null = null

  return (values: readonly unknown[], { isWritten, writeHere, end }: WriteParts): WriteUnderWay => {
    let ended = false
    const tell = (error: unknown): void => {
      if (ended) return
      ended = true
      // Whatever it was, it may have been the preparing.
      if (error !== null) prepared = null
      end(error)
    }
    prepared ??= prepareElsewhere(database, sql)
    prepared.then((statement) => statement.all(values)).then(() => tell(null), tell)
    return {
      finish() {
        if (ended) return
        let refusal: unknown = null
        try {
          // The connection does one thing at a time: what had begun has ended when this is answered.
          if (!isWritten()) writeHere()
        } catch (error) {
          refusal = error
        }
        tell(refusal !== null && isWritten() ? null : refusal)
      },
    }
  }
}
