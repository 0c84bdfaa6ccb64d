// Files that people drop on the console: taken in pieces, looked at, checked and imported one after another, whoever watches.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type {
  FileRunRequest,
  ImportFile,
  ImportFileRequest,
  ImportFileState,
  TriedImportFile,
  TryImportFile,
  WrittenFileMapping,
} from '../../../shared/wire/import-files.ts'
import type { Mapping } from '../../../shared/wire/mapping.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import { createPace } from '../ingest/pace.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import type { By } from '../store/log.ts'
import { createDroppedFile, type DroppedFile } from './dropped-file.ts'
import { type FileFolder, type FilePart, type KnownFile, openFileFolder } from './file-folder.ts'
import { fileMapping } from './file-mapping.ts'
import { createFileReaders } from './file-readers.ts'
import { FileRefused } from './file-refused.ts'
import { type FileRunParts, runFile, stoppedBy } from './file-run.ts'
import { type KeptMappings, openKeptMappings } from './kept-mappings.ts'
import { tryFile } from './try-file.ts'

/** Who asks: the cause that is kept of what they change, and their name. */
export interface FileAsker {
  readonly by: By
  readonly name: string
}

/** All but `list` and `mappings` reject with `FileRefused`. */
export interface FileDesk {
  /** Newest first. */
  list(): Promise<readonly ImportFile[]>
  begin(request: ImportFileRequest, asker: FileAsker): Promise<ImportFile>
  append(id: string, from: number, piece: AsyncIterable<Uint8Array>): Promise<ImportFile>
  /** What it would become. Keeps nothing. */
  tryOut(id: string, asked: TryImportFile): Promise<TriedImportFile>
  /** Begins a check or an import, after those that are asked for already. `written`: the same as it was written. */
  run(id: string, asked: FileRunRequest, written: WrittenFileMapping, asker: FileAsker): Promise<ImportFile>
  /** Ends what runs after its next rows; what was taken stays. */
  stop(id: string, asker: FileAsker): Promise<ImportFile>
  remove(id: string): Promise<void>
  /** What came of its last run. */
  read(id: string, part: Extract<FilePart, 'report.json' | 'rejects.csv'>): Promise<Readable>
  readonly mappings: KeptMappings
  close(): Promise<void>
}

export interface FileDeskParts extends Omit<FileRunParts, 'imports' | 'readRows' | 'pace'> {
  readonly floor: Pick<LiveFloor, 'refuse' | 'numbers' | 'current'>
  readonly imports: Pick<ImportDesk, 'begin' | 'target' | 'end' | 'list'>
  readonly clock: Clock
  /** The data folder. */
  readonly dataDir: string
  /** What keeps it, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'>
  /** Sixteen hexadecimal digits, by chance. */
  readonly newId: () => string
  readonly onError: (what: string, error: unknown) => void
  /** What a thread runs that works on files; null: the feed does it itself. */
  readonly fileThreadCode: string | null
}

const unknown = (): FileRefused =>
  new FileRefused('not-found', 'There is no such file any more: drop it again.')

const startedAnew =
  'The feed was started anew in the middle. Import it again: rows that are in come out as unchanged.'

export const openFileDesk = (parts: FileDeskParts): FileDesk => {
  const { floor, imports, clock, turns, dataDir, onError } = parts
  const folder: FileFolder = openFileFolder({
    folder: join(dataDir, 'import-files'),
    kept: parts.kept,
  })
  const mappings = openKeptMappings(join(dataDir, 'import-mappings.json'), onError, parts.kept)
  const dropped = new Map<string, DroppedFile>()
  const progress = new Map<string, number>()
  /** Why what runs, or waits, is to end: by the file's id. */
  const stops = new Map<string, string>()
  let closing = false
  const closed = new AbortController()
  const pace = createPace()
  const readers = createFileReaders({ code: parts.fileThreadCode, turns, signal: closed.signal })

  for (const { id, state, result } of folder.list()) {
    if (state !== 'waiting' && state !== 'checking' && state !== 'importing') continue
    const change: Partial<KnownFile> =
      state === 'importing'
        ? { state: 'imported', result: stoppedBy(startedAnew, result ?? undefined) }
        : { state: 'here' }
    folder.note(id, change).catch((error: unknown) => onError('an import cannot be noted', error))
  }
  folder.sweep(clock.now()).catch((error: unknown) => onError('files of imports cannot be removed', error))

  const known = (id: string): KnownFile => {
    const file = folder.find(id)
    if (file === null) throw unknown()
    return file
  }
  const droppedFile = (id: string): DroppedFile => {
    const before = dropped.get(id)
    if (before !== undefined) return before
    const made = createDroppedFile({
      path: folder.path(id, 'rows'),
      sheetPath: folder.path(id, 'sheet'),
      unpackSheet: readers.unpackSheet,
    })
    dropped.set(id, made)
    return made
  }
  const wholeFile = (id: string): KnownFile => {
    const file = known(id)
    if (file.state === 'coming')
      throw new FileRefused('in-use', 'Not all of the file is here: drop it again, and leave the page open.')
    return file
  }

  const asWire = (file: KnownFile, undone: ReadonlySet<string>): ImportFile => {
    const { id, name, bytes, byName, at, state, check, result, asked } = file
    return {
      ...{ id, name, bytes, at, state, check, result, asked },
      by: byName,
      received: folder.received(id),
      progress: progress.get(id) ?? 0,
      import: file.import,
      isUndone: file.import !== null && undone.has(file.import),
    }
  }
  /** The log is read for it: only where one of the files has been imported, and not at each piece that comes. */
  const undoneAmong = async (files: readonly KnownFile[]): Promise<ReadonlySet<string>> =>
    files.every((file) => file.import === null)
      ? new Set()
      : new Set((await imports.list()).flatMap(({ id, undone }) => (undone ? [id] : [])))
  const shown = async (id: string): Promise<ImportFile> => {
    const undone = await undoneAmong([known(id)])
    return asWire(known(id), undone)
  }

  /** The same file of the same person, of which not all came, and nothing comes just now. */
  const brokenOff = (file: Pick<KnownFile, 'name' | 'bytes' | 'mark' | 'by'>): KnownFile | undefined =>
    folder
      .list()
      .find(
        ({ id, state, name, bytes, mark, by }) =>
          state === 'coming' &&
          mark !== null &&
          [name, bytes, mark, by].join('\n') === [file.name, file.bytes, file.mark, file.by].join('\n') &&
          !folder.isWriting(id),
      )

  const tryNow = async (id: string, asked: TryImportFile): Promise<TriedImportFile> => {
    const { name } = wholeFile(id)
    return await tryFile({ floor, mappings, clock, turns }, { name, file: droppedFile(id) }, asked)
  }
  let trying: Promise<unknown> = Promise.resolve()

  const runNow = async (id: string, asked: FileRunRequest, mapping: Mapping, asker: FileAsker) => {
    const { check, rules } = asked
    const before = folder.find(id)
    if (before === null) return
    await folder.note(id, { state: check ? 'checking' : 'importing' })
    const { result, id: begun } = await runFile(
      { ...parts, readRows: readers.readRows, pace },
      {
        file: droppedFile(id),
        path: folder.path(id, 'rows'),
        sheetPath: folder.path(id, 'sheet'),
        name: before.name.slice(0, 300),
        rules,
        mapping,
        check,
        by: asker.by,
        reportPath: folder.path(id, 'report.json'),
        rejectsPath: folder.path(id, 'rejects.csv'),
        onProgress: (share) => void progress.set(id, share),
        onBegun: (made) => folder.note(id, { import: made }),
        stopped: () => (closing ? startedAnew : (stops.get(id) ?? null)),
      },
    )
    folder.noteWritten(id, 'report.json')
    folder.noteWritten(id, 'rejects.csv')
    const now: ImportFileState = check ? 'checked' : 'imported'
    await folder.note(id, {
      state: now,
      ...(check ? { check: result } : { result, import: begun }),
    })
  }
  /** One after another: each reads a file and waits for the disk. */
  let running: Promise<unknown> = Promise.resolve()

  return {
    list: async () => {
      const undone = await undoneAmong(folder.list())
      return folder.list().map((file) => asWire(file, undone))
    },
    begin: async ({ name, bytes, mark = null }, { by, name: byName }) => {
      const id = parts.newId()
      await folder.sweep(clock.now())
      const before = brokenOff({ name, bytes, mark, by })
      if (before !== undefined) {
        await folder.note(before.id, { at: clock.now() })
        return shown(before.id)
      }
      await folder.add({
        ...{ id, name, bytes, mark, by, byName, at: clock.now() },
        state: 'coming',
        ...{ check: null, result: null, import: null, asked: null },
      })
      return shown(id)
    },
    append: async (id, from, piece) => {
      const { bytes, state } = known(id)
      if (state !== 'coming') throw new FileRefused('in-use', 'All of the file is here already.')
      if ((await folder.append(id, from, piece)) === bytes) await folder.note(id, { state: 'here' })
      return shown(id)
    },
    tryOut: (id, asked) => {
      const tried = trying.catch(() => undefined).then(() => tryNow(id, asked))
      trying = tried
      return tried
    },
    run: async (id, asked, written, asker) => {
      const { state } = wholeFile(id)
      if (state === 'waiting' || state === 'checking' || state === 'importing')
        throw new FileRefused('in-use', 'The file is being read already.')
      const mapping = fileMapping(asked, floor.current().file.floor)
      if (typeof mapping === 'string') throw new FileRefused('bad-body', mapping)
      stops.delete(id)
      progress.set(id, 0)
      await folder.note(id, {
        state: 'waiting',
        asked: written,
        result: null,
        import: null,
        ...(asked.check && { check: null }),
      })
      running = running
        .then(() =>
          stops.has(id) || closing ? folder.note(id, { state: 'here' }) : runNow(id, asked, mapping, asker),
        )
        .catch(async (error: unknown) => {
          onError('a file could not be imported', error)
          const result = stoppedBy('Something went wrong in the feed; its log says what.')
          await folder
            .note(id, {
              state: asked.check ? 'checked' : 'imported',
              ...(asked.check ? { check: result } : { result }),
            })
            .catch((again: unknown) => onError('an import cannot be noted', again))
        })
      return shown(id)
    },
    stop: async (id, { name }) => {
      known(id)
      stops.set(id, `${name} stopped it. What was taken by then stays, and can be undone.`)
      return shown(id)
    },
    remove: async (id) => {
      const { state } = known(id)
      if (state === 'waiting' || state === 'checking' || state === 'importing')
        throw new FileRefused('in-use', 'The file is being read: stop that first.')
      dropped.delete(id)
      await folder.remove(id)
    },
    read: async (id, part) => {
      known(id)
      const path = folder.path(id, part)
      if ((await stat(path).catch(() => null)) === null)
        throw new FileRefused('not-found', 'Nothing was made of the file yet.')
      return createReadStream(path)
    },
    mappings,
    close: async () => {
      closing = true
      closed.abort()
      await Promise.allSettled([running, trying])
    },
  }
}
