// The file `tokens.json` of a data folder. Commands write it while a feed reads it, so it is replaced whole.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { fileWords } from '../../file-words.ts'
import { BadSetUp } from '../bad-set-up.ts'
import { openDataFolder } from '../data-folder.ts'
import { StoredToken } from './token.ts'

const Tokens = z.array(StoredToken)

export const tokenFile = (folder: string): string => join(folder, 'tokens.json')

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Null when there is no file. Throws `BadSetUp` when there is one that cannot be read. */
const whenThere = <T>(file: string, read: () => T): T | null => {
  try {
    return read()
  } catch (error) {
    if (isMissing(error)) return null
    const damaged = error instanceof z.ZodError || error instanceof SyntaxError
    const reason = damaged
      ? 'is damaged'
      : fileWords(error instanceof Error ? error : new Error(String(error)))
    throw new BadSetUp(`The file of the tokens, ${file}, ${reason}.`, { cause: error })
  }
}

/** Throws `BadSetUp` when there is a file that cannot be read. */
export const readTokens = (file: string): readonly StoredToken[] =>
  whenThere(file, () => Tokens.parse(JSON.parse(readFileSync(file, 'utf8')))) ?? []

/** Changes whenever the file does; null when there is none. */
export const tokenFileStamp = (file: string): string | null =>
  whenThere(file, () => {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true })
    return `${ino}:${mtimeNs}:${size}`
  })

/** The new file is made exclusively: while it exists, somebody else is at it. Older than this, they died over it. */
const staleMs = 10_000
const attempts = 100

const openExclusively = async (file: string): Promise<number> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return openSync(file, 'wx', 0o600)
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!taken || attempt === attempts) throw error
      const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > staleMs) rmSync(file, { force: true })
      await wait(20)
    }
  }
}

export const changeTokens = async (
  file: string,
  change: (tokens: readonly StoredToken[]) => readonly StoredToken[],
): Promise<void> => {
  openDataFolder(dirname(file))
  const next = `${file}.new`
  const handle = await openExclusively(next)
  try {
    writeFileSync(handle, `${JSON.stringify(change(readTokens(file)), null, 2)}\n`)
    fsyncSync(handle)
    renameSync(next, file)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}
