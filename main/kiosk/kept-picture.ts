// The last picture of a wall that was well, on disk, for when its page keeps breaking. It is dated by its file.
import { readFile, rm, stat } from 'node:fs/promises'
import type { Journal } from './journal.ts'
import { writeWhole } from './write-whole.ts'

export interface DatedPicture {
  readonly jpeg: Uint8Array<ArrayBuffer>
  readonly takenAt: Date
}

export interface KeptPicture {
  keep(jpeg: Uint8Array): void
  /** Null where none was kept, or it cannot be read. */
  load(): Promise<DatedPicture | null>
  /** The wall shows another screen now, or none. */
  forget(): void
}

/** The first two bytes of every JPEG. */
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

export function createKeptPicture(path: string, journal: Journal): KeptPicture {
  // One after another, so that what is forgotten is not written a moment later.
  let work = Promise.resolve()
  const next = (act: () => Promise<void>) => {
    work = work.then(act).catch((error: unknown) =>
      journal.warn('the last picture could not be kept', {
        error: error instanceof Error ? error.message : String(error),
      }),
    )
  }
  return {
    keep: (jpeg) => next(() => writeWhole(path, jpeg)),
    async load() {
      await work
      try {
        const jpeg = new Uint8Array(await readFile(path))
        return isJpeg(jpeg) ? { jpeg, takenAt: (await stat(path)).mtime } : null
      } catch {
        // None was kept yet, or the disk does not answer: then the wall says in words that it recovers.
        return null
      }
    },
    forget: () => next(() => rm(path, { force: true })),
  }
}
