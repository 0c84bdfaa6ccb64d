// The end of a transaction on one of the binding's own threads: the event loop goes on while the disk syncs.
import AsyncDatabase from 'libsql/promise'
import type { SqliteDatabase } from './sqlite-database.ts'

export interface CommitUnderWay {
  /** Waits for it here, should it not have ended yet. */
  finish(): void
}

/** Both faces of the binding act on one connection, whatever their types say. */
const execElsewhere = (database: SqliteDatabase, sql: string): Promise<unknown> =>
  AsyncDatabase.prototype.exec.call(database, sql)

/** A full disk may have ended the transaction already. */
export const rollBack = (database: SqliteDatabase): void => {
  if (database.inTransaction) database.exec('ROLLBACK')
}

/**
 * `script` is the transaction's last statements and its COMMIT; what it has done already must bear to be done again.
 * `end` hears once how it went: null when all of the transaction is on disk, else why nothing of it is.
 */
export const commitElsewhere = (
  database: SqliteDatabase,
  script: string,
  isWritten: () => boolean,
  end: (error: unknown) => void,
): CommitUnderWay => {
  let ended = false
  const tell = (error: unknown): void => {
    if (ended) return
    ended = true
    if (error !== null) rollBack(database)
    end(error)
  }
  execElsewhere(database, script).then(() => tell(null), tell)
  return {
    finish() {
      if (ended) return
      let refusal: unknown = null
      try {
        // The connection does one thing at a time. Still in the transaction: the other thread failed, or never began.
        if (database.inTransaction) database.exec(script)
      } catch (error) {
        refusal = error
      }
      if (!database.inTransaction && isWritten()) tell(null)
      else tell(refusal ?? new Error('the transaction was refused'))
    },
  }
}
