// What the log says of imports: when each began, what came of it, and whether it was undone. Its facts name it as their cause.
import { z } from 'zod'
import type { ImportListing } from '../../../shared/wire/imports.ts'
import type { By, Log, RecordEntry } from '../store/log.ts'

const beginTopic = 'import'
const endTopic = 'import-end'
const undoTopic = 'import-undo'

const Begin = z.object({
  what: z.enum(['import', 'withdrawal']),
  source: z.string(),
  name: z.string(),
  /** What it does not name is to go at its end. */
  replace: z.boolean(),
})
export type ImportBegin = z.infer<typeof Begin>
const End = z.object({ accepted: z.number(), withdrawn: z.number() })
export type ImportResult = z.infer<typeof End>

export interface BegunImport extends ImportBegin {
  readonly id: string
  /** Who began it. */
  readonly by: By
  readonly seq: number
  /** Epoch ms. */
  readonly at: number
}

export interface ImportRecords {
  begin(id: string, begin: ImportBegin, by: By, at: number): Promise<void>
  end(id: string, result: ImportResult, by: By, at: number): Promise<void>
  noteUndone(id: string, by: By, at: number): Promise<void>
  /** Null where there was none of that name. */
  find(id: string): Promise<BegunImport | null>
  /** The last entry that can be one of its own; null: it never came to its end. */
  lastSeqOf(id: string): Promise<number | null>
  /** Epoch ms; null where it was not. */
  undoneAt(id: string): Promise<number | null>
  /** Newest first. */
  list(most: number): Promise<readonly ImportListing[]>
}

const begun = (record: RecordEntry | null): BegunImport | null => {
  const body = Begin.safeParse(record?.body)
  if (record === null || !body.success) return null
  const { cause: id, seq, at, by } = record
  return { ...body.data, id, seq, at, by }
}

export const createImportRecords = (
  log: Pick<Log, 'appendRecords' | 'recordUnder' | 'recordsOf'>,
): ImportRecords => {
  const write = async (topic: string, cause: string, body: unknown, by: By, at: number): Promise<void> => {
    await log.appendRecords([{ topic, cause, body, at, by }])
  }
  return {
    begin: (id, begin, by, at) => write(beginTopic, id, begin, by, at),
    end: (id, result, by, at) => write(endTopic, id, result, by, at),
    noteUndone: (id, by, at) => write(undoTopic, id, null, by, at),
    find: async (id) => begun(await log.recordUnder(beginTopic, id)),
    lastSeqOf: async (id) => (await log.recordUnder(endTopic, id))?.seq ?? null,
    undoneAt: async (id) => (await log.recordUnder(undoTopic, id))?.at ?? null,
    list: async (most) => {
      const listed: ImportListing[] = []
      for (const record of await log.recordsOf(beginTopic, most)) {
        const found = begun(record)
        if (found === null) continue
        const { id, what, source, name, at } = found
        const done = End.safeParse((await log.recordUnder(endTopic, id))?.body).data ?? null
        const undone = (await log.recordUnder(undoTopic, id)) !== null
        listed.push({ id, what, source, name, at, done, undone })
      }
      return listed
    },
  }
}
