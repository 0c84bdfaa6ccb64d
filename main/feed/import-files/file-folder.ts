// The folder of files that are to be imported: each comes in pieces, straight to the disk, and goes again by itself. Beside it
// stands what is known of it, so that a feed that was started anew finds it.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  FileResult,
  ImportFileId,
  ImportFileState,
  largestImportFile,
  largestImportPiece,
  WrittenFileMapping,
} from '../../../shared/wire/import-files.ts'
import { makeFolder } from '../make-folder.ts'
import { replaceDurably } from '../store/durable-file.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { FileRefused } from './file-refused.ts'

const KnownFile = z.object({
  id: ImportFileId,
  name: z.string(),
  bytes: z.number(),
  /** What tells it from others of its name and size; null: nothing was said. */
  mark: z.string().nullable().default(null),
  /** Who put it there: the cause that is kept of them, and their name. */
  by: z.string(),
  byName: z.string(),
  at: z.number(),
  state: ImportFileState,
  check: FileResult.nullable(),
  result: FileResult.nullable(),
  import: z.string().nullable(),
  asked: WrittenFileMapping.nullable(),
})
export type KnownFile = z.infer<typeof KnownFile>

/** What lies beside a file: what is known of it, the rows of a sheet, what came of it, its refused rows. */
export type FilePart = 'rows' | 'known.json' | 'sheet' | 'report.json' | 'rejects.csv'
const parts: readonly FilePart[] = ['rows', 'known.json', 'sheet', 'report.json', 'rejects.csv']

export interface FileFolder {
  /** Newest first. */
  list(): readonly KnownFile[]
  find(id: string): KnownFile | null
  /** Rejects with `FileRefused`. */
  add(known: KnownFile): Promise<void>
  /** How many of its bytes are here. */
  received(id: string): number
  /** Whether a piece of it is coming in. */
  isWriting(id: string): boolean
  /** Rejects with `FileRefused`, and then nothing of the piece is kept. Resolves with how many bytes are here. */
  append(id: string, from: number, piece: AsyncIterable<Uint8Array>): Promise<number>
  /** Durable once it resolves. */
  note(id: string, change: Partial<KnownFile>): Promise<void>
  path(id: string, part: FilePart): string
  /** Somebody else wrote this part of it. */
  noteWritten(id: string, part: FilePart): void
  /** Its rows, and what is known of it. */
  remove(id: string): Promise<void>
  /** Removes what nobody came back for. */
  sweep(now: number): Promise<void>
}

export interface FileFolderParts {
  readonly folder: string
  /** What keeps it, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'> | undefined
  /** How long nothing may come of a piece, in milliseconds. */
  readonly silentMs?: number
  /** Bytes that the disk has room for; the system is asked where it is left out. */
  readonly free?: () => Promise<number>
}

const megabyte = 1024 * 1024
/** Kept free for the log, to which all that counts goes. */
const keptFree = 500 * megabyte
/** Files hold names and amounts: they stay no longer than somebody needs to mend and send again. */
const keptMs = 7 * 24 * 3600_000
const mostFiles = 50
/** A line whose other end is gone says so after many minutes, or never; whoever comes back would have to wait for that. */
const usualSilentMs = 10_000

const isRunning = ({ state }: KnownFile): boolean =>
  state === 'waiting' || state === 'checking' || state === 'importing'

const sizeInWords = (bytes: number): string => `${Math.ceil(bytes / megabyte)} MB`

const ofTheDisk = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new FileRefused('disk-full', 'The disk of the feed is full: the file was not kept.', {
      cause: error,
    })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new FileRefused('disk-full', 'The feed may not write into its folder of imports.', {
      cause: error,
    })
  return error
}

const readKnown = (path: string): KnownFile | null => {
  try {
    return KnownFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch (error) {
    // Half of it, or another program's: it goes with the rest that nobody knows.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return null
    throw error
  }
}

/** Rejects where nothing comes for that long. */
async function* whileItComes(piece: AsyncIterable<Uint8Array>, silentMs: number): AsyncGenerator<Uint8Array> {
  const chunks = piece[Symbol.asyncIterator]()
  let isAsked = false
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new FileRefused('in-use', 'Nothing came of the piece for too long: send it again.'))
        }, silentMs)
      })
      isAsked = true
      const next = chunks.next()
      // It may break long after nobody waits for it any more.
      next.catch(() => undefined)
      const chunk = await Promise.race([next, silence]).finally(() => clearTimeout(timer))
      isAsked = false
      if (chunk.done) return
      yield chunk.value
    }
  } finally {
    // One that is still asked for something would be waited for.
    if (!isAsked) await chunks.return?.()
  }
}

export const openFileFolder = (folderParts: FileFolderParts): FileFolder => {
  const { folder, kept, free, silentMs = usualSilentMs } = folderParts
  const known = new Map<string, KnownFile>()
  const path = (id: string, part: FilePart): string => join(folder, `${id}.${part}`)
  const room =
    free ??
    (async () => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    })

  const load = (): void => {
    if (!existsSync(folder)) return
    const names = readdirSync(folder)
    for (const name of names) {
      const [id = '', ...rest] = name.split('.')
      if (rest.join('.') !== 'known.json') continue
      const found = readKnown(join(folder, name))
      if (found !== null && found.id === id) known.set(id, found)
    }
    // What nothing is known of is of a file that was removed half-way.
    for (const name of names) {
      const [id = ''] = name.split('.')
      if (!known.has(id)) rmSync(join(folder, name), { force: true })
    }
  }
  load()

  const received = (id: string): number => statSync(path(id, 'rows'), { throwIfNoEntry: false })?.size ?? 0
  // Of a file that was on its way when the power went, the last piece may not be what was sent: it comes again.
  for (const { id, state } of known.values()) {
    if (state !== 'coming') continue
    const here = received(id)
    if (here > 0) truncateSync(path(id, 'rows'), Math.max(0, here - largestImportPiece))
  }
  const list = (): KnownFile[] => [...known.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const keep = async (file: KnownFile): Promise<void> => {
    known.set(file.id, file)
    await replaceDurably(path(file.id, 'known.json'), JSON.stringify(file)).catch((error: unknown) => {
      throw ofTheDisk(error)
    })
    kept?.changed(path(file.id, 'known.json'))
  }
  const remove = async (id: string): Promise<void> => {
    known.delete(id)
    // What is known of it goes last: until then it is found again.
    for (const part of parts.toSorted((part) => (part === 'known.json' ? 1 : -1))) {
      await rm(path(id, part), { force: true })
      if (part !== 'sheet') kept?.changed(path(id, part))
    }
  }
  /** Files to which a piece is being written. */
  const writing = new Set<string>()

  const write = async (id: string, from: number, piece: AsyncIterable<Uint8Array>): Promise<number> => {
    const { bytes = 0 } = known.get(id) ?? {}
    const handle = await open(path(id, 'rows'), from === 0 ? 'w' : 'r+', 0o600)
    let at = from
    try {
      for await (const chunk of whileItComes(piece, silentMs)) {
        if (at + chunk.length > bytes)
          throw new FileRefused('bad-body', 'The file is longer than it was said to be: drop it again.')
        if (at + chunk.length - from > largestImportPiece)
          throw new FileRefused(
            'too-large',
            `A piece of a file may have ${sizeInWords(largestImportPiece)} at most.`,
          )
        for (let written = 0; written < chunk.length; )
          written += (await handle.write(chunk, written, chunk.length - written, at + written)).bytesWritten
        at += chunk.length
      }
      await handle.sync()
      kept?.changed(path(id, 'rows'), from)
      return at
    } catch (error) {
      // As if the piece had never come: it is sent again.
      await handle.truncate(from).catch(() => undefined)
      throw ofTheDisk(error)
    } finally {
      await handle.close()
    }
  }

  return {
    list,
    find: (id) => known.get(id) ?? null,
    add: async (file) => {
      if (file.bytes > largestImportFile)
        throw new FileRefused(
          'too-large',
          `The file has ${sizeInWords(file.bytes)}; ${sizeInWords(largestImportFile)} are taken at most. Cut it into several, or leave out what is older.`,
        )
      if (file.bytes === 0) throw new FileRefused('bad-body', 'The file is empty.')
      try {
        makeFolder(folder)
        const oldest = list().filter((each) => !isRunning(each))
        for (const each of oldest.slice(mostFiles - 1)) await remove(each.id)
        const left = await room()
        if (left - file.bytes < keptFree)
          throw new FileRefused(
            'disk-full',
            `The disk of the feed has ${sizeInWords(left)} left, of which ${sizeInWords(keptFree)} are kept for facts: the file was not kept.`,
          )
        await (await open(path(file.id, 'rows'), 'w', 0o600)).close()
        kept?.changed(path(file.id, 'rows'))
      } catch (error) {
        throw ofTheDisk(error)
      }
      await keep(file)
    },
    received,
    isWriting: (id) => writing.has(id),
    append: async (id, from, piece) => {
      if (writing.has(id) || received(id) !== from)
        throw new FileRefused(
          'in-use',
          'Another piece of the file is being written: ask how many bytes came, and go on from there.',
        )
      writing.add(id)
      try {
        return await write(id, from, piece)
      } finally {
        writing.delete(id)
      }
    },
    note: async (id, change) => {
      const before = known.get(id)
      if (before !== undefined) await keep({ ...before, ...change })
    },
    path,
    noteWritten: (id, part) => kept?.changed(path(id, part)),
    remove,
    sweep: async (now) => {
      for (const file of list())
        if (!isRunning(file) && Math.abs(now - file.at) > keptMs) await remove(file.id)
    },
  }
}
