// The folder of releases that this feed offers to its kiosks. A release is an archive and a channel file that names it with
// its sha512, as electron-updater reads them. An archive is offered once its channel file is there, and no file else is served.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, readdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parse, YAMLParseError } from 'yaml'
import {
  ChannelFile,
  channelOf,
  isChannelFile,
  largestChannel,
  largestRelease,
  type Platform,
} from '../../../shared/wire/updates.ts'
import { makeFolder } from '../make-folder.ts'
import type { KeptFolder } from '../store/kept-folder.ts'
import { ReleaseRefused } from './release-refused.ts'

export interface Offer {
  readonly channel: string
  readonly version: string
  readonly archive: string
  readonly bytes: number
  /** Epoch ms. */
  readonly putAt: number
}

export interface ReleaseFolder {
  /** Complete ones only. */
  offers(): Promise<readonly Offer[]>
  /** For such a computer; null where there is none. */
  offerFor(platform: Platform): Promise<Offer | null>
  /** Whether a kiosk may read this file: a channel file, or an archive that one names. */
  isServed(name: string): Promise<boolean>
  /**
   * An archive, or the channel file that offers it. `length`: as its sender says, null where they do not. Resolves with the
   * version that is offered from now on, null for an archive. Rejects with `ReleaseRefused`; then nothing of it is left.
   */
  take(name: string, length: number | null, bytes: AsyncIterable<Uint8Array>): Promise<string | null>
}

const archiveEnding = '.tar.gz'
const newName = '.new-'
const megabyte = 1024 * 1024
/** Kept free for the log, to which all that counts goes. */
const keptFree = 200 * megabyte

const sizeOf = (bytes: number): string => `${Math.round(bytes / megabyte)} MB`
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const isArchiveName = (name: string): boolean =>
  /^\w[\w.+-]{0,150}$/.test(name) && name.endsWith(archiveEnding)

/** In words, where the disk refuses; what else goes wrong is a bug. */
const ofTheDisk = (error: unknown): unknown => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ReleaseRefused('disk-full', 'The disk of the feed is full: nothing was kept.', {
      cause: error,
    })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new ReleaseRefused(
      'disk-full',
      'The feed may not write into its folder of releases: nothing was kept.',
      {
        cause: error,
      },
    )
  return error
}

const sha512Of = async (path: string): Promise<string> => {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('base64')
}

/** Throws `ReleaseRefused`. */
const parseChannel = (name: string, text: string): ChannelFile => {
  let said: unknown
  try {
    said = parse(text, { maxAliasCount: 0 })
  } catch (error) {
    if (!(error instanceof YAMLParseError) && !(error instanceof ReferenceError)) throw error
    throw new ReleaseRefused('bad-file', `"${name}" is no channel file: it is not YAML.`, { cause: error })
  }
  const channel = ChannelFile.safeParse(said)
  if (channel.success) return channel.data
  const issue = channel.error.issues[0]
  throw new ReleaseRefused(
    'bad-file',
    `"${name}" is no channel file of a release: ${issue?.path.join('.')}: ${issue?.message}.`,
  )
}

/** Writes what comes, as far as it may come; says how much it was. */
const write = async (
  handle: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<number> => {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > limit) throw new ReleaseRefused('too-large', `It may have ${sizeOf(limit)} at most.`)
    for (let written = 0; written < chunk.length; )
      written += (await handle.write(chunk, written, chunk.length - written)).bytesWritten
  }
  return size
}

/** What a feed that was killed left half written is taken away; on a disk that takes nothing it stays, and is served to nobody. */
const removeUnfinished = (folder: string): void => {
  try {
    for (const name of readdirSync(folder)) if (name.startsWith(newName)) rmSync(join(folder, name))
  } catch (error) {
    if (codeOf(error) === '') throw error
  }
}

interface ReleaseFolderParts {
  /** Bytes that the disk has room for; the system is asked where it is left out. */
  readonly free?: () => Promise<number>
  /** What keeps the folder, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'> | undefined
}

export const openReleaseFolder = (folder: string, { free, kept }: ReleaseFolderParts = {}): ReleaseFolder => {
  const room =
    free ??
    (async () => {
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    })
  removeUnfinished(folder)
  const names = async (): Promise<readonly string[]> =>
    await readdir(folder).catch((error) => {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    })

  /** Null where it is not there, not whole, or not one. */
  const offerOf = async (channel: string): Promise<Offer | null> => {
    const path = join(folder, channel)
    const known = await stat(path).catch(() => null)
    if (known === null || !known.isFile() || known.size > largestChannel) return null
    try {
      const { version, files } = parseChannel(channel, await readFile(path, 'utf8'))
      const file = files.find(({ url }) => url.endsWith(archiveEnding))
      if (file === undefined) return null
      const there = await stat(join(folder, file.url)).catch(() => null)
      if (!there?.isFile() || there.size !== file.size) return null
      return { channel, version, archive: file.url, bytes: file.size, putAt: known.mtimeMs }
    } catch (error) {
      if (error instanceof ReleaseRefused) return null
      throw error
    }
  }
  const offers = async (): Promise<readonly Offer[]> =>
    (await Promise.all((await names()).filter(isChannelFile).map(offerOf))).filter((offer) => offer !== null)

  const checkRoom = async (length: number): Promise<void> => {
    const left = await room()
    if (left - length < keptFree)
      throw new ReleaseRefused(
        'disk-full',
        `The disk of the feed has ${sizeOf(left)} left, of which ${sizeOf(keptFree)} are kept for facts: nothing was kept.`,
      )
  }

  /** Throws `ReleaseRefused` where what the channel file names is not here as it says. */
  const checkChannel = async (name: string, path: string): Promise<string> => {
    const { version, files } = parseChannel(name, await readFile(path, 'utf8'))
    const file = files.find(({ url }) => url.endsWith(archiveEnding))
    if (file === undefined)
      throw new ReleaseRefused(
        'bad-file',
        `"${name}" names no archive (${archiveEnding}) that kiosks can take.`,
      )
    const archive = join(folder, file.url)
    const there = await stat(archive).catch(() => null)
    if (there === null)
      throw new ReleaseRefused(
        'bad-file',
        `"${name}" offers "${file.url}", which is not here yet: put it first.`,
      )
    if (there.size !== file.size || (await sha512Of(archive)) !== file.sha512)
      throw new ReleaseRefused(
        'bad-file',
        `"${file.url}" is not the file that "${name}" names: put it again.`,
      )
    return version
  }

  /** The archive that a channel named until now goes, unless another one names it still. */
  const removeBefore = async (before: Offer | null): Promise<void> => {
    if (before === null || (await offers()).some(({ archive }) => archive === before.archive)) return
    await rm(join(folder, before.archive), { force: true })
    kept?.changed(join(folder, before.archive))
  }

  return {
    offers,
    offerFor: async (platform) => {
      const channel = channelOf(platform)
      return channel === null ? null : await offerOf(channel)
    },
    isServed: async (name) => {
      const offered = await offers()
      return offered.some(({ channel, archive }) => name === channel || name === archive)
    },
    take: async (name, length, bytes) => {
      const isChannel = isChannelFile(name)
      if (!isChannel && !isArchiveName(name))
        throw new ReleaseRefused(
          'bad-file',
          `"${name}" is no part of a release: an archive (${archiveEnding}) and a channel file such as latest-linux.yml are.`,
        )
      const limit = isChannel ? largestChannel : largestRelease
      if (length !== null && length > limit)
        throw new ReleaseRefused('too-large', `It may have ${sizeOf(limit)} at most.`)
      const path = join(folder, `${newName}${randomBytes(8).toString('hex')}`)
      try {
        makeFolder(folder)
        await checkRoom(length ?? limit)
        const handle = await open(path, 'wx', 0o600)
        try {
          const size = await write(handle, bytes, limit)
          if (size === 0 || (length !== null && size !== length))
            throw new ReleaseRefused('cut-short', `"${name}" did not come whole: nothing was kept.`)
          await handle.sync()
        } finally {
          await handle.close()
        }
        const version = isChannel ? await checkChannel(name, path) : null
        const before = isChannel ? await offerOf(name) : null
        await rename(path, join(folder, name))
        kept?.changed(join(folder, name))
        await removeBefore(before)
        return version
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined)
        throw ofTheDisk(error)
      }
    },
  }
}
