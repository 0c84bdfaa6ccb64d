// A table that is a query's answer. Where the query says what was changed, the rows from the newest change on are read, with an
// overlap, since rows become visible late; the whole of it is read once a night, and whenever it is asked for.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { foldedName } from '../../../../shared/domain/people/name-key.ts'
import type { DatabaseFrom } from '../../../../shared/wire/table.ts'
import { SourceTrouble } from '../../connectors/source-trouble.ts'
import type { TableReader } from '../table.ts'
import { typedTable } from '../typed-table.ts'
import type { OpenDatabase, QueryRows } from './database.ts'

const Place = z.object({
  /** Of the rows that were read last. */
  hash: z.string(),
  /** The newest change that was seen, ISO by the database's clock; null where none was. */
  mark: z.string().nullable(),
})

interface QueryParts {
  readonly from: DatabaseFrom
  readonly password: string
  readonly openDatabase: OpenDatabase
}

export const mostQueryRows = 50_000
/** As long as the longest transaction that writes such rows. */
const overlapMs = 10 * 60_000
const beginning = '1970-01-01 00:00:00'

const time = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?))?(Z|[+-]\d\d:\d\d)?$/

/** As the database writes it in a query: `2026-11-20 14:52:10.500`, with `+00` where the column has an offset. */
const sinceText = (mark: string): string => {
  const [, day = '', clock = '00:00:00', offset] = time.exec(mark) ?? []
  const from = new Date(Date.parse(`${day}T${clock}Z`) - overlapMs).toISOString()
  return `${from.slice(0, 10)} ${from.slice(11, 23)}${offset === undefined || offset === 'Z' ? '' : '+00'}`
}

const asked = (query: string, since: string): string => query.replace(/(?<!:):since\b/g, `'${since}'`)

const newest = ({ header, cells }: QueryRows, changed: string): string | null => {
  const exact = header.indexOf(changed)
  const index = exact >= 0 ? exact : header.findIndex((name) => foldedName(name) === foldedName(changed))
  if (index < 0)
    throw new SourceTrouble(
      'rights',
      `The query has no column “${changed}” (it is named as changed); its columns are: ${header.join(', ')}.`,
    )
  let mark: string | null = null
  for (const row of cells) {
    const text = row[index] ?? ''
    if (text === '') continue
    if (!time.test(text))
      throw new SourceTrouble('rights', `The column “${changed}” holds no times: “${text.slice(0, 60)}”.`)
    // All of a column are written alike: as text the later one is the greater.
    if (mark === null || text > mark) mark = text
  }
  return mark
}

export const createQueryReader = ({ from, password, openDatabase }: QueryParts): TableReader => {
  const { query, changed } = from
  return {
    read: async (given, whole) => {
      const known = whole ? null : (Place.safeParse(given).data ?? null)
      const mark = changed === undefined ? null : (known?.mark ?? null)
      const database = await openDatabase(from, password)
      let rows: QueryRows
      try {
        rows = await database.rows(
          asked(query, mark === null ? beginning : sinceText(mark)),
          mostQueryRows + 1,
        )
      } finally {
        await database.close()
      }
      if (rows.cells.length > mostQueryRows)
        throw new SourceTrouble('rights', `The query has more than ${mostQueryRows} rows.`, {
          click: 'Leave out what is older than the boards look back.',
        })
      const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
      if (known !== null && known.hash === hash) return null
      const seen = changed === undefined ? null : newest(rows, changed)
      return {
        files: [
          {
            name: from.database,
            open: async (wanted) => typedTable(rows.header, rows.cells, { wanted, firstLine: 1 }),
          },
        ],
        isWhole: mark === null,
        place: { hash, mark: mark !== null && (seen === null || seen < mark) ? mark : seen },
        close: async () => undefined,
      }
    },
    advice: async () => {
      const database = await openDatabase(from, password)
      try {
        return (await database.mayWrite())
          ? [
              `The user “${from.user}” may write there. Nothing is ever written, but a user that may only read is safer.`,
            ]
          : []
      } finally {
        await database.close()
      }
    },
  }
}
