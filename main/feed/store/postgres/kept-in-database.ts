// A floor's folder that is a copy of what its database keeps. The owner writes its files anew from there before it opens the floor,
// and sends each row and each file that changes.
import { join, relative, sep } from 'node:path'
import { filePieces } from '../file-pieces.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { type FileHead, headBytes, headPart, keyText, type RowsHead, rowName } from '../kept-parts.ts'
import { LogUnavailable } from '../log.ts'
import { rowText } from '../row-text.ts'
import { type WrittenRow, watchRows } from '../sqlite/row-watch.ts'
import { allCounters, allRows, countersTable, schemaOf } from '../sqlite/side-tables.ts'
import { pragma, type SqliteDatabase } from '../sqlite/sqlite-database.ts'
import { lastOwnChange, type Part, sweep } from './beside-statements.ts'
import { createBesideWriter } from './beside-writer.ts'
import { noteCopied } from './copy-mark.ts'
import { takenOver } from './floor-lease.ts'
import { followKeptFolder } from './follow-kept-folder.ts'
import type { Asks } from './postgres-database.ts'

export interface KeptInDatabaseParts {
  readonly database: Asks
  readonly floor: number
  /** That owns the floor: nothing is written once another does. */
  readonly node: number
  /** Missing, empty, or a copy of a floor: what is in it goes. */
  readonly folder: string
  readonly onError: (what: string, error: unknown) => void
  /** How long an answer waits for a database that is away. */
  readonly patienceMs?: number | undefined
}

const partOf = (file: string, generation: number, { table, key, row }: WrittenRow): Part => ({
  file,
  part: rowName(generation, table, keyText(key)),
  body: row && Buffer.from(rowText(row)),
})

const headOf = (file: string, head: RowsHead): Part => ({
  file,
  part: headPart,
  body: headBytes(head),
  onlyGeneration: head.generation,
})

/** Rows of a file that the database does not know, or knows in an earlier format. */
function* everyRow(database: SqliteDatabase): Generator<WrittenRow> {
  for (const table of schemaOf(database).tables) {
    const places = table.key.map((column) => table.columns.indexOf(column))
    for (const row of allRows(database, table))
      yield { table: table.name, key: places.map((place) => row[place] ?? null), row }
  }
  for (const row of allCounters(database)) yield { table: countersTable, key: row.slice(0, 1), row }
}

/**
 * The node owns the floor already. Rejects with `LogUnavailable` where it does no longer, with `BadSetUp` where something else
 * lies in the folder.
 */
export const openKeptFolder = async (parts: KeptInDatabaseParts): Promise<KeptFolder> => {
  const { database, floor, node, folder, onError, patienceMs } = parts
  await database.ask(sweep, [floor, node])
  const followed = await followKeptFolder({ database, floor, folder })
  const [own] = await database.ask(lastOwnChange, [floor, node])
  if (own === undefined) throw new LogUnavailable(takenOver)
  await followed.catchUp(Number(own[0]))
  const { identity, heads } = followed
  noteCopied(folder, identity, null)
  const writer = createBesideWriter({ database, floor, node, after: Number(own[0]), onError, patienceMs })
  /** Files that are to be sent, and from where on. */
  const waiting = new Map<string, number>()

  const nameOf = (file: string): string => relative(folder, file).split(sep).join('/')

  /** Its rows are as the database knows them: then its generation; else all of them are sent. */
  const sentGeneration = (file: string, opened: SqliteDatabase): number => {
    const { format, schema } = schemaOf(opened)
    const known = heads.get(file)
    const isKnown =
      known?.kind === 'rows' &&
      known.format === format &&
      JSON.stringify(known.schema) === JSON.stringify(schema) &&
      pragma(opened, 'application_id') === known.generation
    if (isKnown) return known.generation
    const head: RowsHead = {
      kind: 'rows',
      generation: (known?.generation ?? 0) + 1,
      format,
      schema: [...schema],
    }
    heads.set(file, head)
    opened.exec(`PRAGMA application_id = ${head.generation}`)
    const rows = [...everyRow(opened)].map((row) => partOf(file, head.generation, row))
    writer.add([...rows, headOf(file, head)])
    return head.generation
  }

  async function* piecesOf(file: string): AsyncGenerator<readonly Part[]> {
    const from = waiting.get(file) ?? 0
    waiting.delete(file)
    const before: FileHead | null = heads.get(file) ?? null
    const known = before?.kind === 'bytes' ? before : null
    for await (const { parts: read, head } of filePieces(join(folder, file), known, from)) {
      yield read.map((part) => ({ file, ...part }))
      // It is written by now.
      if (head !== null) heads.set(file, head)
      else if (read.some(({ body }) => body === null)) heads.delete(file)
    }
  }

  return {
    folder,
    isCopy: true,
    watch: (path, opened) => {
      const file = nameOf(path)
      const generation = sentGeneration(file, opened)
      const written = watchRows(opened, schemaOf(opened).tables)
      return () => {
        const rows = written()
        if (rows.length > 0) writer.add(rows.map((row) => partOf(file, generation, row)))
      }
    },
    changed: (path, from = 0) => {
      const file = nameOf(path)
      waiting.set(file, Math.min(from, waiting.get(file) ?? from))
      writer.addPieces(file, () => piecesOf(file))
    },
    durable: writer.durable,
    close: async () => {
      try {
        await writer.durable()
        noteCopied(folder, identity, { seq: writer.last(), ms: followed.ms() })
      } catch (error) {
        onError('not all of what lies beside the log came into the database', error)
      }
      writer.close()
    },
  }
}
