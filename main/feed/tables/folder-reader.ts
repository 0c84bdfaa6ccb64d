// A table in files of a folder. A file is read once nobody has written to it for a while, is known by its bytes, and stays where it
// is. Nothing outside of the folder is read, whatever lies in it.

import { randomUUID } from 'node:crypto'
import { copyFile, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { TableFrom } from '../../../shared/wire/table.ts'
import { SourceTrouble } from '../connectors/source-trouble.ts'
import { hashOf } from './address-reader.ts'
import { openTableFile } from './open-file.ts'
import type { TableReader } from './table.ts'

const KnownFile = z.object({ name: z.string(), size: z.number(), changed: z.number(), hash: z.string() })
type KnownFile = z.infer<typeof KnownFile>
const Place = z.object({ files: z.array(KnownFile) })

interface FolderParts {
  readonly from: Extract<TableFrom, { kind: 'folder' }>
  /** In which folders of tables lie. */
  readonly base: string
  /** For copies of what is read at the moment. */
  readonly folder: string
  /** Epoch ms, as file times are. */
  readonly now: () => number
}

/** Nobody has written to a file for so long: a program that writes in pieces seldom waits longer between them. */
export const restMs = 3000
const mostBytes = 64 * 1024 * 1024
const mostFiles = 200
const mostNames = 5000

/** Of people's own: what spreadsheets and browsers put beside a file that is open or on its way. */
const isAside = (name: string): boolean =>
  /^[.~]|^~\$|\.(?:tmp|temp|part|partial|crdownload|download|lock|swp)$/i.test(name)

const matcher = (pattern: string): ((name: string) => boolean) => {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('[^/]*?')}$`, 'iu')
  return (name) => expression.test(name)
}

interface Found {
  readonly name: string
  readonly path: string
  readonly size: number
  /** Epoch ms. */
  readonly changed: number
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** What the system says of a file that it does not let one read. */
const lockedWords = (name: string, error: unknown): SourceTrouble => {
  const code = codeOf(error)
  return new SourceTrouble(
    code === 'EACCES' || code === 'EPERM' ? 'rights' : 'away',
    code === 'EACCES' || code === 'EPERM'
      ? `The feed may not read “${name}”.`
      : `“${name}” cannot be read at the moment (${code || 'unknown'}): another program may hold it.`,
    {
      click:
        code === 'EACCES' || code === 'EPERM' ? 'Let the account that the feed runs under read it.' : null,
      cause: error,
    },
  )
}

export const createFolderReader = ({ from, base, folder, now }: FolderParts): TableReader => {
  const place = join(base, from.folder)
  const isMeant = matcher(from.files)

  const lookAt = async (): Promise<readonly Found[]> => {
    let names: string[]
    try {
      await mkdir(base, { recursive: true })
      let at = base
      for (const part of from.folder.split('/')) {
        at = join(at, part)
        // A link may lead anywhere.
        if ((await lstat(at).catch(() => null))?.isSymbolicLink())
          throw new SourceTrouble('rights', `The folder “${from.folder}” leads out of the folder of tables.`)
        await mkdir(at, { recursive: true })
      }
      names = await readdir(place)
    } catch (error) {
      if (error instanceof SourceTrouble) throw error
      throw new SourceTrouble('rights', `The folder “${from.folder}” cannot be opened (${codeOf(error)}).`, {
        cause: error,
      })
    }
    if (names.length > mostNames)
      throw new SourceTrouble('rights', `More than ${mostNames} files lie in “${from.folder}”.`, {
        click: 'Move those away that are read no more.',
      })
    const found: Found[] = []
    for (const name of names.filter((each) => !isAside(each) && isMeant(each))) {
      const path = join(place, name)
      // One that was moved away meanwhile is not there.
      const info = await lstat(path).catch(() => null)
      // A link may lead anywhere, and a pipe never ends.
      if (info?.isFile()) found.push({ name, path, size: info.size, changed: Math.round(info.mtimeMs) })
    }
    return found.sort((a, b) => b.changed - a.changed || (a.name < b.name ? 1 : -1))
  }

  /** Files that say the same as those of a place, though their names or times are others. */
  let alike: { readonly place: string; readonly files: readonly KnownFile[] } | null = null

  const isAtRest = ({ changed }: Found): boolean => Math.abs(now() - changed) >= restMs

  const nothing = (): SourceTrouble =>
    new SourceTrouble(
      'rights',
      `No file that is called ${from.files} lies in “${from.folder}”. The numbers stay.`,
      {
        click: `Put one into ${place}.`,
      },
    )

  return {
    read: async (given, whole) => {
      const before = JSON.stringify(given ?? null)
      const known = whole ? [] : (Place.safeParse(given).data?.files ?? [])
      const seen = alike?.place === before ? alike.files : known
      const all = await lookAt()
      if (all.length === 0) throw nothing()
      const rested = all.filter(isAtRest)
      // What is being written comes next; until then what stands is the last whole one.
      if (from.which === 'all' && rested.length < all.length) return null
      const chosen = from.which === 'newest' ? rested.slice(0, 1) : rested
      if (chosen.length === 0) return null
      if (chosen.length > mostFiles)
        throw new SourceTrouble('rights', `More than ${mostFiles} files of “${from.folder}” are one table.`, {
          click: 'Move those away that are read no more, or say which: newest.',
        })
      const isKnown = ({ name, size, changed }: Found): KnownFile | null =>
        seen.find((file) => file.name === name && file.size === size && file.changed === changed) ?? null
      if (!whole && seen.length === chosen.length && chosen.every((file) => isKnown(file) !== null))
        return null

      const copies: string[] = []
      const close = async (): Promise<void> => {
        for (const copy of copies) await rm(copy, { force: true })
      }
      try {
        const files: KnownFile[] = []
        const tables = []
        let bytes = 0
        // Oldest first: of a row that several have, the newest file's stands.
        for (const file of chosen.toReversed()) {
          const { name, path, size, changed } = file
          bytes += size
          if (bytes > mostBytes)
            throw new SourceTrouble(
              'rights',
              `“${name}” ${chosen.length > 1 ? 'and the others together are' : 'is'} larger than ${mostBytes / 1024 / 1024} MB, and not read.`,
            )
          await mkdir(folder, { recursive: true })
          const copy = join(folder, `${randomUUID()}.part`)
          copies.push(copy)
          // It may be written over while it is read: what is read is a copy that nobody writes to.
          await copyFile(path, copy).catch((error: unknown) => {
            throw lockedWords(name, error)
          })
          const after = await lstat(path).catch(() => null)
          if (after === null || after.size !== size || Math.round(after.mtimeMs) !== changed) {
            await close()
            return null
          }
          files.push({ name, size, changed, hash: await hashOf(copy) })
          tables.push({ name, open: (wanted: readonly string[]) => openTableFile(copy, from, wanted) })
        }
        const hashes = (of: readonly KnownFile[]): string =>
          of
            .map(({ hash }) => hash)
            .sort()
            .join()
        // Put there once more, under another name or with another time.
        if (known.length > 0 && hashes(files) === hashes(known)) {
          await close()
          alike = { place: before, files }
          return null
        }
        return { files: tables, isWhole: true, place: { files }, close }
      } catch (error) {
        await close()
        throw error
      }
    },
    advice: async () => [],
  }
}
