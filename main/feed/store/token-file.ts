// Tokens in the file `tokens.json` of a data folder. Commands write it while a feed reads it: it is replaced whole.
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
import type { KeptFolder } from './kept-folder.ts'
import { createTokenFinder, StoredToken, type TokenStore } from './tokens.ts'

const Tokens = z.array(StoredToken)

export const tokenFileName = 'tokens.json'

const tokenFile = (folder: string): string => join(folder, tokenFileName)

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
const readTokens = (file: string): readonly StoredToken[] =>
  whenThere(file, () => Tokens.parse(JSON.parse(readFileSync(file, 'utf8')))) ?? []

/** A sentence on why the file of a folder cannot be read; null when there is none, or nothing wrong with it. */
export const tokensFault = (folder: string): string | null => {
  try {
    readTokens(tokenFile(folder))
    return null
  } catch (error) {
    if (error instanceof BadSetUp) return error.message
    throw error
  }
}

/** Changes whenever the file does; null when there is none. */
const stampOf = (file: string): string | null =>
  whenThere(file, () => {
    const { ino, mtimeNs, size } = statSync(file, { bigint: true })
    return `${ino}:${mtimeNs}:${size}`
  })

/** While the new file exists, another process is writing it; one older than this belongs to a process that died. */
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

const changeTokens = async (
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

/** How long a look at the file is trusted, in real time. */
const trustedMs = 100

interface TokenFileParts {
  readonly folder: string
  /** Hears of a file that became unreadable, once; the tokens read last stay in force. */
  readonly onError: (error: unknown) => void
  /** What keeps the folder, where something else does. */
  readonly kept?: Pick<KeptFolder, 'changed'> | undefined
}

/** Throws `BadSetUp` when the file is there and cannot be read. Makes nothing before the first token is added. */
export const openTokenFile = ({ folder, onError, kept }: TokenFileParts): TokenStore => {
  const file = tokenFile(folder)
  let stamp = stampOf(file)
  let tokens = readTokens(file)
  let find = createTokenFinder(tokens)
  let lookedAt = performance.now()

  const look = (): void => {
    lookedAt = performance.now()
    try {
      const found = stampOf(file)
      if (found === stamp) return
      stamp = found
      tokens = readTokens(file)
      find = createTokenFinder(tokens)
    } catch (error) {
      onError(error)
    }
  }
  const lookWhenDue = (): void => {
    if (performance.now() - lookedAt > trustedMs) look()
  }

  return {
    tokens: async () => {
      lookWhenDue()
      return tokens
    },
    findToken: async (hash) => {
      lookWhenDue()
      const known = find(hash)
      if (known !== null) return known
      look()
      return find(hash)
    },
    addToken: async (token) => {
      await changeTokens(file, (before) => [...before, token])
      kept?.changed(file)
      look()
    },
    revokeToken: async (id) => {
      if (!readTokens(file).some((token) => token.id === id)) return false
      await changeTokens(file, (before) => before.filter((token) => token.id !== id))
      kept?.changed(file)
      look()
      return true
    },
  }
}
