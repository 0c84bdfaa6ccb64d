// A copy of a log that can only be read, on another disk: SQLite cannot read a log in place that ends in a write-ahead
// log, nor one of an earlier format, where it may write nothing at all.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

export interface ReadingCopy {
  /** Of the copied database. */
  readonly file: string
  remove(): void
}

/** Disks in memory come second: a log may be large. */
const places = (): readonly string[] =>
  [...new Set([tmpdir(), '/dev/shm'])].filter((place) => existsSync(place))

/** What belongs to a database: what was written last, and what was being undone. */
const parts = ['', '-wal', '-journal']

/** `file`: a database that nobody in this process has open. Throws what the last place said. */
export const copyForReading = (file: string): ReadingCopy => {
  let refusal: unknown = new Error('there is no place for a copy')
  for (const place of places()) {
    let folder: string | null = null
    try {
      folder = mkdtempSync(join(place, 'floorboard-reading-'))
      const copied = join(folder, basename(file))
      for (const part of parts)
        if (part === '' || existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${copied}${part}`)
      const made = folder
      return { file: copied, remove: () => rmSync(made, { recursive: true, force: true }) }
    } catch (error) {
      refusal = error
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    }
  }
  throw refusal
}
