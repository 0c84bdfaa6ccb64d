// Which feed somebody chose when this TV was set up, on disk: from then on it starts with its boards.
import { readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import type { Journal } from '../journal.ts'
import { writeWhole } from '../write-whole.ts'

export const SetUp = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('this-computer') }),
  z.object({
    kind: z.literal('address'),
    url: z.url({ protocol: /^https?$/ }),
    /** Of a certificate that the feed made itself: from now on no other is taken. Null where an authority vouches for it. */
    fingerprint: z.string().nullable(),
  }),
])
export type SetUp = z.infer<typeof SetUp>

export interface SetUpFile {
  /** Null where nothing was chosen yet, and where it cannot be read: that file is put aside. */
  load(): Promise<SetUp | null>
  /** Where the disk takes nothing, this TV asks again after its next start. */
  save(setUp: SetUp): Promise<void>
}

const read = (text: string): SetUp | null => {
  try {
    return SetUp.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export function createSetUpFile(path: string, journal: Journal): SetUpFile {
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch(() => null)
      if (text === null) return null
      const setUp = read(text)
      if (setUp === null) {
        journal.error('what this TV was set up for cannot be read, and was put aside', {
          aside: `${path}.damaged`,
        })
        await rename(path, `${path}.damaged`).catch(() => undefined)
      }
      return setUp
    },
    async save(setUp) {
      await writeWhole(path, JSON.stringify(setUp)).catch((error: unknown) =>
        journal.error('what this TV was set up for could not be kept', {
          error: error instanceof Error ? error.message : String(error),
        }),
      )
    },
  }
}
