// The folder of the floor's own media: what is in it, and how a file gets into it, whole or not at all, whatever it is
// called and however long it is.
import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { basename, extname, join, sep } from 'node:path'
import type { Readable } from 'node:stream'
import {
  calledKind,
  type MediaFormat,
  mediaFormatOf,
  mediaType,
  tellingBytes,
} from '../../../shared/domain/media/media-format.ts'
import type { MediaKind } from '../../../shared/wire/media.ts'
import { largestMedia } from '../../../shared/wire/media.ts'
import { makeFolder } from '../make-folder.ts'
import { liesIn } from './lies-in.ts'
import { MediaRefused } from './media-refused.ts'

export interface FolderFile {
  /** Below the folder, its parts parted by `/`. */
  readonly name: string
  readonly kind: MediaKind
  readonly bytes: number
  /** Epoch ms. */
  readonly changedAt: number
}

export interface ReadFile {
  readonly kind: MediaKind
  /** Its media type. */
  readonly type: string
  readonly bytes: Readable
}

export interface MediaFolder {
  /** By name, at most 1,000. */
  list(): Promise<readonly FolderFile[]>
  /**
   * `name`: what it was called; `length`: as its sender says, null where they do not. Rejects with `MediaRefused`, and then
   * nothing of it is left.
   */
  take(name: string, length: number | null, bytes: AsyncIterable<Uint8Array>): Promise<FolderFile>
  /** Null where there is no such file, or none that is served. */
  read(name: string): Promise<ReadFile | null>
  /** False where there is no such file. Rejects with `MediaRefused`. */
  remove(name: string): Promise<boolean>
}

export interface MediaFolderParts {
  readonly folder: string
  /** Bytes that the disk has room for; the system is asked where it is left out. */
  readonly free?: () => Promise<number>
  /** Hears of each file that came or went. */
  readonly onChange?: (file: string) => void
}

const mostListed = 1000
const megabyte = 1024 * 1024
/** Kept free for the log, to which all that counts goes. */
const keptFree = 200 * megabyte
const anyLimit = Math.max(...Object.values(largestMedia))
const newName = '.new-'

const sizeOf = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`
const tooLarge = (limit: number, what: string): MediaRefused =>
  new MediaRefused('too-large', `${what} may have ${sizeOf(limit)} at most.`)

/** Letters, digits and hyphens, so that no address has to encode it. */
const plainName = (name: string): string => {
  const base = basename(name.replaceAll('\\', '/'))
  const plain = base
    .slice(0, base.length - extname(base).length)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return plain === '' ? 'file' : plain
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** In words, where the disk refuses; what else goes wrong is a bug. */
const ofTheDisk = (error: unknown): unknown => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new MediaRefused('disk-full', 'The disk of the feed is full: nothing was kept.', { cause: error })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new MediaRefused('disk-full', 'The feed may not write into its media folder: nothing was kept.', {
      cause: error,
    })
  return error
}

/** Whether the name leads to a file of the list and to none outside of the folder. */
const isListed = (name: string): boolean =>
  name.split('/').every((part) => part !== '' && !/^\.|[\\\0]/.test(part)) && calledKind(name) !== null

const readFormat = (head: Uint8Array, name: string): MediaFormat => {
  const format = mediaFormatOf(head)
  if (format === null)
    throw new MediaRefused(
      'bad-file',
      `"${name}" is no picture, video or sound that a wall can show: PNG, JPEG, WebP, GIF, MP4, WebM, MP3, WAV, Ogg and M4A are.`,
    )
  const called = calledKind(name)
  // A picture called .jpeg or .png is one all the same; a video that is a picture is a mistake.
  if (called !== null && called !== format.kind)
    throw new MediaRefused('bad-file', `"${name}" is called a ${called}, and is ${format.words}.`)
  return format
}

/** Writes what comes, as far as it may come. */
const write = async (
  handle: FileHandle,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly format: MediaFormat; readonly size: number }> => {
  let head = Buffer.alloc(0)
  let format: MediaFormat | null = null
  let size = 0
  const put = async (chunk: Uint8Array): Promise<void> => {
    for (let written = 0; written < chunk.length; )
      written += (await handle.write(chunk, written, chunk.length - written)).bytesWritten
  }
  for await (const chunk of bytes) {
    size += chunk.length
    if (format === null) {
      head = Buffer.concat([head, chunk])
      if (head.length < tellingBytes) continue
      format = readFormat(head, name)
      await put(head)
    } else await put(chunk)
    if (size > largestMedia[format.kind]) throw tooLarge(largestMedia[format.kind], `A ${format.kind}`)
  }
  if (format !== null) return { format, size }
  if (size === 0) throw new MediaRefused('bad-file', `"${name}" is empty.`)
  format = readFormat(head, name)
  await put(head)
  return { format, size }
}

/** What a feed that was killed left half written is taken away. */
const removeUnfinished = (folder: string): void => {
  if (!existsSync(folder)) return
  try {
    for (const name of readdirSync(folder)) if (name.startsWith(newName)) rmSync(join(folder, name))
  } catch (error) {
    // On a disk that takes nothing it stays, and is served to nobody.
    if (codeOf(error) === '') throw error
  }
}

export const openMediaFolder = ({ folder, free, onChange }: MediaFolderParts): MediaFolder => {
  const room =
    free ??
    (async () => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    })
  removeUnfinished(folder)

  const checkRoom = async (length: number): Promise<void> => {
    const left = await room()
    if (left - length < keptFree)
      throw new MediaRefused(
        'disk-full',
        `The disk of the feed has ${sizeOf(left)} left, of which ${sizeOf(keptFree)} are kept for facts: nothing was kept.`,
      )
  }
  /** In one turn, so that no other upload takes the name in between. */
  const moveInto = (from: string, plain: string, ending: string): string => {
    for (let nth = 1; ; nth += 1) {
      const name = `${plain}${nth === 1 ? '' : `-${nth}`}${ending}`
      if (existsSync(join(folder, name))) continue
      renameSync(from, join(folder, name))
      return name
    }
  }
  const syncFolder = async (): Promise<void> => {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  return {
    list: async () => {
      const found = await readdir(folder, { recursive: true }).catch((error) => {
        if (codeOf(error) === 'ENOENT') return []
        throw error
      })
      const names = found
        .map((name) => name.replaceAll(sep, '/'))
        .filter(isListed)
        .sort()
      const files: FolderFile[] = []
      for (const name of names) {
        if (files.length >= mostListed) break
        const kind = calledKind(name)
        const known = await stat(join(folder, name)).catch(() => null)
        if (kind === null || known === null || !known.isFile()) continue
        files.push({ name, kind, bytes: known.size, changedAt: known.mtimeMs })
      }
      return files
    },
    take: async (name, length, bytes) => {
      if (length !== null && length > anyLimit) throw tooLarge(anyLimit, 'A picture or a video')
      const path = join(folder, `${newName}${randomBytes(8).toString('hex')}`)
      try {
        makeFolder(folder)
        await checkRoom(length ?? anyLimit)
        const handle = await open(path, 'wx', 0o600)
        let written: Awaited<ReturnType<typeof write>>
        try {
          written = await write(handle, name, bytes)
          if (length !== null && written.size !== length)
            throw new MediaRefused('cut-short', `"${name}" did not come whole: nothing was kept.`)
          await handle.sync()
        } finally {
          await handle.close()
        }
        const { format, size } = written
        const kept = moveInto(path, plainName(name), format.ending)
        await syncFolder()
        onChange?.(join(folder, kept))
        const { mtimeMs } = await stat(join(folder, kept))
        return { name: kept, kind: format.kind, bytes: size, changedAt: mtimeMs }
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined)
        throw ofTheDisk(error)
      }
    },
    read: async (name) => {
      const kind = isListed(name) ? calledKind(name) : null
      if (kind === null || !(await liesIn(folder, name))) return null
      const bytes = createReadStream(join(folder, name), { end: anyLimit })
      return { kind, type: mediaType(name), bytes }
    },
    remove: async (name) => {
      if (!isListed(name)) return false
      try {
        await rm(join(folder, name))
        onChange?.(join(folder, name))
        return true
      } catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
        throw ofTheDisk(error)
      }
    },
  }
}
