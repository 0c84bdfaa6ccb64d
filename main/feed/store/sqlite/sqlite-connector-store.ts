// How far sources are read, in the file `connectors.db` beside the log.
import { z } from 'zod'
import { type ConnectorStore, ConnectorStoreUnavailable } from '../connector-store.ts'
import { openSideFile, type SidePlace, writeSideFile } from './side-file.ts'

const format = 1

const tables = 'CREATE TABLE IF NOT EXISTS source (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;'

const Row = z.tuple([z.string()])

/** Throws what SQLite throws where the file can be neither read nor made. */
export const openSqliteConnectorStore = ({ file, onDamage, kept }: SidePlace): ConnectorStore => {
  // A place that is lost is read again from an earlier one.
  const database = openSideFile({ file, format, tables, synchronous: 'NORMAL', onDamage, kept })
  let isOpen = true
  const one = database.prepare('SELECT body FROM source WHERE id = ?').raw()
  const write = (sql: string, ...values: unknown[]): void => {
    // The binding ends the process where a closed database is asked for anything.
    if (!isOpen) throw new ConnectorStoreUnavailable('it is closed')
    writeSideFile(
      database,
      () => void database.prepare(sql).run(...values),
      (message, options) => new ConnectorStoreUnavailable(message, options),
    )
  }
  return {
    get: (id) => {
      const found = one.get(id)
      return found === undefined ? null : Row.parse(found)[0]
    },
    save: (id, body) => write('INSERT OR REPLACE INTO source VALUES (?, ?)', id, body),
    remove: (id) => write('DELETE FROM source WHERE id = ?', id),
    close: () => {
      isOpen = false
      database.close()
    },
  }
}
