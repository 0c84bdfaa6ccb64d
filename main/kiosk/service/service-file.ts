// The PIN of the service menu as this TV keeps it, and how often a wrong one was typed since the last right one.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { HashedPin } from '../../../shared/wire/service.ts'
import type { Journal } from '../journal.ts'
import { writeWhole } from '../write-whole.ts'

const Kept = z.object({ pin: HashedPin.nullable(), wrong: z.int().min(0) })
export type ServiceKept = z.infer<typeof Kept>

export interface ServiceFile {
  /** No PIN and no wrong one where nothing was kept, or where it cannot be read. */
  load(): Promise<ServiceKept>
  /** Where the disk takes nothing, it is known until the next start. */
  save(kept: ServiceKept): Promise<void>
}

export function createServiceFile(path: string, journal: Journal): ServiceFile {
  /** One after another: both would write the same temporary file. */
  let writing = Promise.resolve()
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch(() => null)
      try {
        if (text !== null) return Kept.parse(JSON.parse(text))
      } catch (error) {
        journal.warn('the PIN of the service menu cannot be read: the feed tells it again', {
          error: error instanceof Error ? error.message : String(error),
        })
      }
      return { pin: null, wrong: 0 }
    },
    save(kept) {
      writing = writing.then(() =>
        writeWhole(path, JSON.stringify(kept)).catch((error: unknown) =>
          journal.error('the PIN of the service menu could not be kept', {
            error: error instanceof Error ? error.message : String(error),
          }),
        ),
      )
      return writing
    },
  }
}
