// What commands that look after a database have in common.
import { BadSetUp } from '../feed/bad-set-up.ts'
import { createPostgresDatabase, type PostgresDatabase } from '../feed/store/postgres/postgres-database.ts'
import { cannotUse, openPrepared } from '../feed/store/postgres/prepare-database.ts'
import { type ExitCode, exitCodes, type Terminal } from './options.ts'

/** Rejects with `BadSetUp` where it cannot be used, or is not prepared. */
export const withDatabase = async <T>(
  url: string,
  work: (database: PostgresDatabase) => Promise<T>,
): Promise<T> => {
  const database = createPostgresDatabase(url)
  try {
    const session = await openPrepared(database)
    await session.close()
    return await work(database)
  } catch (error) {
    throw cannotUse(database, error)
  } finally {
    await database.close()
  }
}

/** What went wrong is said in its sentence, and nothing was done. */
export const saying = async (terminal: Terminal, work: () => Promise<ExitCode>): Promise<ExitCode> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadSetUp)) throw error
    terminal.err(`${error.message}\n`)
    return exitCodes.nothingDone
  }
}
