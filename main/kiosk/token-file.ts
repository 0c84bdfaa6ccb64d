// The token that this TV was given when it was paired, on disk, for the feed that gave it: no other feed is told it. Sealed
// where the system has a key of its own for this account, else readable for this account alone.
import { readFile, rename, rm } from 'node:fs/promises'
import { z } from 'zod'
import { PairedToken } from '../../shared/wire/kiosk.ts'
import type { Journal } from './journal.ts'
import type { TokenSeal } from './token-seal.ts'
import { writeWhole } from './write-whole.ts'

const Plain = z.object({ feed: z.string(), token: PairedToken })
const Sealed = z.object({ feed: z.string(), sealed: z.base64() })
const Kept = z.union([Plain, Sealed])

export interface TokenFile {
  /** Null where none was kept for this feed. */
  load(feed: string): Promise<string | null>
  save(feed: string, token: string): Promise<void>
  /** This TV is to be paired anew. */
  forget(): Promise<void>
}

const keptIn = (text: string): z.infer<typeof Kept> | null => {
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Where the disk takes nothing, this TV has to be paired again after its next start. */
export function createTokenFile(path: string, seal: TokenSeal, journal: Journal): TokenFile {
  const save = async (feed: string, token: string): Promise<void> => {
    const kept = seal.isThere() ? { feed, sealed: seal.seal(token).toString('base64') } : { feed, token }
    try {
      await writeWhole(path, JSON.stringify(kept))
    } catch (error) {
      journal.error('the token of this TV could not be kept', { error: wordsOf(error) })
    }
  }

  /** Null where another computer, or another account, has sealed it. */
  const opened = async ({ sealed }: z.infer<typeof Sealed>): Promise<string | null> => {
    try {
      return PairedToken.parse(seal.open(Buffer.from(sealed, 'base64')))
    } catch (error) {
      journal.error(
        'the token of this TV was sealed by another computer or account: this TV has to be paired again',
        { aside: `${path}.damaged`, error: wordsOf(error) },
      )
      await rename(path, `${path}.damaged`).catch(() => undefined)
      return null
    }
  }

  return {
    async load(feed) {
      const text = await readFile(path, 'utf8').catch(() => null)
      const kept = text === null ? null : keptIn(text)
      if (kept?.feed !== feed) return null
      if ('sealed' in kept) return await opened(kept)
      // As an earlier version kept it, or this system before it had a key.
      if (seal.isThere()) await save(feed, kept.token)
      return kept.token
    },
    save,
    async forget() {
      await rm(path, { force: true }).catch((error: unknown) =>
        journal.error('the token of this TV could not be forgotten', { error: wordsOf(error) }),
      )
    },
  }
}
