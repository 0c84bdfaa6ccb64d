// The last views that this wall showed, on disk, so that it starts with numbers even when its feed is away. Not in the
// browser's storage, which Chromium wipes when the disk is full.
import { createHash } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LastGood } from '../../shared/wire/kiosk.ts'
import type { Journal } from './journal.ts'
import { writeSynced } from './write-whole.ts'

export interface LastGoodFile {
  save(json: string): void
  load(): Promise<string | null>
  /** Resolves when all that was given to `save` is on disk. */
  settled(): Promise<void>
}

const sumOf = (json: string): string => createHash('sha256').update(json).digest('hex')

/** The last line is the sum of all before it: a digit that turned on the disk would be another number, and none would know. */
const withSum = (json: string): string => `${json}\n${sumOf(json)}\n`

/** Null where it is not what was written. Files of earlier versions have no sum, and are taken by their shape. */
const readSummed = (text: string): string | null => {
  const [json = '', sum] = text.split('\n')
  const isWhole = sum === undefined || sum === sumOf(json)
  return isWhole && LastGood.safeParse(json).success ? json : null
}

/** Keeps the file before as `<path>.prev`, and renames one that cannot be read to `<path>.corrupt`. */
export function createLastGoodFile(path: string, journal: Journal): LastGoodFile {
  const previous = `${path}.prev`
  let waiting: string | null = null
  let writing: Promise<void> | null = null

  const writeAll = async () => {
    while (waiting !== null) {
      const json = waiting
      waiting = null
      await replaceFile(path, previous, json).catch((error: Error) =>
        // The wall goes on; the next change tries again.
        journal.error('the last good numbers could not be saved', { error: error.message }),
      )
    }
    writing = null
  }

  return {
    save(json) {
      // While the disk is busy only the latest is kept.
      waiting = json
      writing ??= writeAll()
    },
    async load() {
      for (const candidate of [path, previous]) {
        const text = await readFile(candidate, 'utf8').catch(() => null)
        if (text === null) continue
        const json = readSummed(text)
        if (json !== null) return json
        journal.warn('the last good numbers cannot be read: put aside', { file: candidate })
        await rename(candidate, `${path}.corrupt`).catch(() => undefined)
      }
      return null
    },
    settled: () => writing ?? Promise.resolve(),
  }
}

/** At every instant one of the two files is complete, also when the power fails. */
async function replaceFile(path: string, previous: string, text: string): Promise<void> {
  const fresh = `${path}.new`
  await writeSynced(fresh, withSum(text))
  await rename(path, previous).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(fresh, path)
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
