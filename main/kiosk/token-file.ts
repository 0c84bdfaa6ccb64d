// The token that this TV was given when it was paired, on disk, for the feed that gave it: no other feed is told it.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PairedToken } from '../../shared/wire/kiosk.ts'
import type { Journal } from './journal.ts'
import { writeWhole } from './write-whole.ts'

const Kept = z.object({ feed: z.string(), token: PairedToken })

export interface TokenFile {
  /** Null where none was kept for this feed. */
  load(feed: string): Promise<string | null>
  save(feed: string, token: string): Promise<void>
}

const keptIn = (text: string): z.infer<typeof Kept> | null => {
  try {
    return Kept.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Where the disk takes nothing, this TV has to be paired again after its next start. */
export function createTokenFile(path: string, journal: Journal): TokenFile {
  return {
    async load(feed) {
      const text = await readFile(path, 'utf8').catch(() => null)
      const kept = text === null ? null : keptIn(text)
      return kept?.feed === feed ? kept.token : null
    },
    async save(feed, token) {
      try {
        await writeWhole(path, JSON.stringify({ feed, token }))
      } catch (error) {
        journal.error('the token of this TV could not be kept', {
          error: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }
}
