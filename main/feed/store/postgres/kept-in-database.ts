// A floor's folder that is a copy of what its database keeps. The owner writes its files anew from there before it opens the floor,
// and sends each row and each file that changes.
import { join, relative, sep } from 'node:path'
import type { KeptFolder, WatchedFile } from '../kept-folder.ts'
import { headBytes, headPart, type RowsHead } from '../kept-parts.ts'
import { LogUnavailable } from '../log.ts'
import { fileParts, rowPart, rowsHeadPart } from './beside-parts.ts'
import { lastOwnChange, type Part, sweep } from './beside-statements.ts'
import { createBesideWriter, floorTaken } from './beside-writer.ts'
import { noteCopied } from './copy-mark.ts'
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
  /** The folder says what the database does not keep: whoever runs the floor closes it, and opens it anew from there. */
  readonly onAbandoned?: (() => void) | undefined
  /** How long an answer waits for a database that is away. */
  readonly patienceMs?: number | undefined
}

/**
 * The node owns the floor already. Rejects with `LogUnavailable` where it does no longer, with `BadSetUp` where something else
 * lies in the folder.
 */
export const openKeptFolder = async (parts: KeptInDatabaseParts): Promise<KeptFolder> => {
  const { database, floor, node, folder, onError, onAbandoned, patienceMs } = parts
  await database.ask(sweep, [floor, node])
  const followed = await followKeptFolder({ database, floor, folder })
  const [own] = await database.ask(lastOwnChange, [floor, node])
  if (own === undefined) throw new LogUnavailable(floorTaken)
  await followed.catchUp(Number(own[0]))
  const { identity, heads } = followed
  noteCopied(folder, identity, null)
  let abandoned = false
  const abandon = (): void => {
    if (abandoned) return
    abandoned = true
    void writer.close()
    onAbandoned?.()
  }
  const writer = createBesideWriter({
    ...{ database, floor, node, after: Number(own[0]), onError, onLost: abandon, patienceMs },
  })
  /** Files that are to be sent, and from where on. */
  const waiting = new Map<string, number>()

  // A head that stands is written once more: where the database refuses what lies beside the log, that is known before anybody asks.
  const [standing] = heads
  if (standing !== undefined)
    writer.add([{ file: standing[0], part: headPart, body: headBytes(standing[1]) }])

  const nameOf = (file: string): string => relative(folder, file).split(sep).join('/')

  /** Its rows are as the database knows them: then its generation; else all of them are sent. */
  const sentGeneration = (file: string, opened: WatchedFile): number => {
    const { format, schema } = opened
    const known = heads.get(file)
    const isKnown =
      known?.kind === 'rows' &&
      known.format === format &&
      JSON.stringify(known.schema) === JSON.stringify(schema) &&
      opened.generation === known.generation
    if (isKnown) return known.generation
    const generation = (known?.generation ?? 0) + 1
    const head: RowsHead = { kind: 'rows', generation, format, schema: [...schema] }
    heads.set(file, head)
    opened.noteGeneration(generation)
    const rows = [...opened.everyRow()].map((row) => rowPart(file, generation, row))
    writer.add([...rows, rowsHeadPart(file, head)])
    return generation
  }

  const piecesOf = (file: string): AsyncIterable<readonly Part[]> => {
    const from = waiting.get(file) ?? 0
    waiting.delete(file)
    const before = heads.get(file)
    const known = before?.kind === 'bytes' ? before : null
    return fileParts(file, join(folder, file), { known, from }, (head) => {
      if (head === null) heads.delete(file)
      else heads.set(file, head)
    })
  }

  return {
    folder,
    isCopy: true,
    watch: (path, opened) => {
      const file = nameOf(path)
      const generation = sentGeneration(file, opened)
      const written = opened.watch()
      return () => {
        const rows = written()
        if (rows.length > 0) writer.add(rows.map((row) => rowPart(file, generation, row)))
      }
    },
    changed: (path, from = 0) => {
      const file = nameOf(path)
      waiting.set(file, Math.min(from, waiting.get(file) ?? from))
      writer.addPieces(file, () => piecesOf(file))
    },
    durable: writer.durable,
    refusal: writer.refusal,
    abandon,
    close: async () => {
      try {
        const refusal = writer.refusal()
        // It has been waited for already.
        if (refusal !== null) throw new LogUnavailable(refusal)
        await writer.durable()
        noteCopied(folder, identity, { seq: writer.last(), ms: followed.ms() })
      } catch (error) {
        onError('not all of what lies beside the log came into the database', error)
      }
      await writer.close()
    },
  }
}
