// What each kind of table is called, and what it is good for.
import type { TableHealth } from '../../../../../shared/wire/tables.ts'
import { useSay } from '../../../words/words.tsx'

export type TableKind = TableHealth['kind']

export const tableKinds: readonly TableKind[] = ['address', 'folder', 'postgres', 'mysql']

interface KindWords {
  readonly name: string
  readonly note: string
}

export const useKindWords = (): Readonly<Record<TableKind, KindWords>> => {
  const say = useSay()
  return {
    address: {
      name: say({ id: 'console.tables.address', defaultMessage: 'Google Sheet or CSV' }),
      note: say({
        id: 'console.tables.address.note',
        defaultMessage:
          'A sheet that is shared, or a CSV or Excel file behind an address. Looked at each minute.',
      }),
    },
    folder: {
      name: say({ id: 'console.tables.folder', defaultMessage: 'Watched folder' }),
      note: say({
        id: 'console.tables.folder.note',
        defaultMessage:
          'CSV and Excel files that another program puts on the feed’s computer. Within seconds.',
      }),
    },
    postgres: {
      name: 'PostgreSQL',
      note: say({
        id: 'console.tables.database.note',
        defaultMessage: 'A query of your own, by a user who may only read. Looked at each minute.',
      }),
    },
    mysql: {
      name: 'MySQL, MariaDB',
      note: say({
        id: 'console.tables.database.note',
        defaultMessage: 'A query of your own, by a user who may only read. Looked at each minute.',
      }),
    },
  }
}
