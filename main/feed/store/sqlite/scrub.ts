// Reads the whole log in the background, a little at a time, and once a day again: what is damaged is found before it is
// needed, and entries that are older than checksums get theirs.
import Database from 'libsql'
import type { EntryPage } from './entry-reader.ts'
import type { HeadsPage } from './heads.ts'

/** Some two milliseconds of reading, so that no request waits. */
const rowsAtOnce = 250
/** Between two of these: a log of a million entries is read in seven minutes, by a fiftieth of a core. */
const pauseMs = 100
const roundEveryMs = 24 * 60 * 60 * 1000
/** A disk that cannot be read, or takes no checksums, is left alone for as long. */
const patienceMs = 60_000

export interface ScrubState {
  /** The last entry that was looked at in this round. */
  readonly checked: number
  /** The last entry there was when it began. */
  readonly of: number
}

export interface Scrub {
  state(): ScrubState
  close(): void
}

export interface ScrubParts {
  /** Nothing is being written or announced. */
  readonly isIdle: () => boolean
  readonly lastSeq: () => number
  /** Notes what is damaged. */
  readonly page: (seq: number, most: number) => EntryPage
  readonly seal: (sums: EntryPage['unsealed']) => void
  /** What stands under each key; what of it is not sound is made anew. */
  readonly heads: (after: Buffer | null, most: number) => HeadsPage
  readonly remakeHeads: () => void
}

export const startScrub = ({ isIdle, lastSeq, page, seal, heads, remakeHeads }: ScrubParts): Scrub => {
  let of = lastSeq()
  let checked = 0
  let headsFrom: Buffer | null = null
  let finished = false
  let timer: NodeJS.Timeout

  /** The pause until the next step. */
  const step = (): number => {
    if (!isIdle()) return pauseMs
    if (finished) {
      finished = false
      of = lastSeq()
      checked = 0
    }
    if (checked < of) {
      const { last, unsealed } = page(checked, Math.min(rowsAtOnce, of - checked))
      if (unsealed.length > 0) seal(unsealed)
      checked = last
      return pauseMs
    }
    const { sound, next } = heads(headsFrom, rowsAtOnce)
    if (!sound) remakeHeads()
    headsFrom = sound ? next : null
    if (headsFrom !== null) return pauseMs
    finished = true
    return roundEveryMs
  }
  const plan = (pause: number): void => {
    timer = setTimeout(() => {
      try {
        plan(step())
      } catch (error) {
        if (!(error instanceof Database.SqliteError)) throw error
        plan(patienceMs)
      }
    }, pause)
    timer.unref()
  }
  plan(pauseMs)
  return {
    state: () => ({ checked, of }),
    close: () => clearTimeout(timer),
  }
}
