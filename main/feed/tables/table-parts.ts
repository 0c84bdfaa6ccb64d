// What tables are read with on a real machine. A database's client is loaded once somebody names such a database.
import { createFetchFile } from './fetch-file.ts'
import type { OpenDatabase } from './sql/database.ts'
import { type TableDeskParts, tableFolders } from './table-desk.ts'

interface Given {
  readonly dataDir: string
  /** Whether it may speak to local networks, and by plain HTTP. */
  readonly allowLocal: boolean
}

const openDatabaseBy =
  (allowLocal: boolean): OpenDatabase =>
  async (from, password) => {
    if (from.kind === 'postgres') {
      const { createOpenPostgres } = await import('./sql/postgres.ts')
      return createOpenPostgres({ allowLocal })(from, password)
    }
    const { createOpenMysql } = await import('./sql/mysql.ts')
    return createOpenMysql({ allowLocal })(from, password)
  }

export const tableParts = ({
  dataDir,
  allowLocal,
}: Given): Pick<TableDeskParts, 'fetchFile' | 'openDatabase' | 'base' | 'folder' | 'fileNow'> => ({
  fetchFile: createFetchFile({ allowLocal }),
  openDatabase: openDatabaseBy(allowLocal),
  ...tableFolders(dataDir),
  // The times of files are the machine's.
  fileNow: Date.now,
})
