// Which display each wall belongs to, on disk, so that every TV shows its own wall after a start, in whatever order they are
// switched on.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Journal } from '../journal.ts'
import { writeWhole } from '../write-whole.ts'

const Kept = z.object({ displays: z.array(z.number()) })

export interface PlacesFile {
  /** Ids of displays, the first place first; none where nothing can be read. */
  load(): readonly number[]
  save(known: readonly number[]): void
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A new kiosk, or a disk that does not answer.
    return null
  }
}

const parse = (text: string): readonly number[] => {
  try {
    return Kept.safeParse(JSON.parse(text)).data?.displays ?? []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

export function createPlacesFile(path: string, journal: Journal): PlacesFile {
  let writing = Promise.resolve()
  return {
    load() {
      const text = read(path)
      return text === null ? [] : parse(text)
    },
    save(displays) {
      writing = writing
        .then(() => writeWhole(path, JSON.stringify({ displays })))
        .catch((error: unknown) =>
          journal.error('the places of the displays could not be kept', {
            error: error instanceof Error ? error.message : String(error),
          }),
        )
    },
  }
}
