// How far the log had got when the feed last answered, kept apart from it: a log that ends earlier has lost something.
// It is written after the log is synced and is not synced itself, so it may lag behind after a power cut, and is never
// ahead of a log that is whole.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export const markFile = 'acknowledged.txt'

export interface Acknowledged {
  /** Which log. */
  readonly identity: string
  /** The last entry that was acknowledged. */
  readonly seq: number
}

/** Null where there is none, or none that can be read. */
export const readAcknowledged = (folder: string): Acknowledged | null => {
  try {
    const found = /^([0-9a-f]{32}) (\d{16})\n$/.exec(readFileSync(join(folder, markFile), 'latin1'))
    return found ? { identity: found[1] ?? '', seq: Number(found[2]) } : null
  } catch {
    // It is one witness among others: a log is good without it.
    return null
  }
}

export interface AcknowledgedMark {
  /** Written in a moment, once for all that is noted until then. */
  note(seq: number): void
  close(): void
}

const openToWrite = (file: string): number => {
  try {
    return openSync(file, 'r+')
  } catch {
    // There is none yet; what else keeps it from being written is met again here.
    return openSync(file, 'w', 0o600)
  }
}

/** Long enough for many commits to share one write, too short for anything to be done about a lost entry. */
const pauseMs = 10

export const openAcknowledgedMark = (folder: string, identity: string): AcknowledgedMark => {
  let handle: number | null = null
  let noted = 0
  let timer: NodeJS.Timeout | null = null
  const letGo = (): void => {
    if (handle !== null) closeSync(handle)
    handle = null
  }
  const write = (): void => {
    timer = null
    try {
      handle ??= openToWrite(join(folder, markFile))
      writeSync(handle, `${identity} ${String(noted).padStart(16, '0')}\n`, 0, 'latin1')
    } catch {
      // A disk that refuses this refuses the next entry too, and that is said. Until then the mark lags behind.
      letGo()
    }
  }
  return {
    note(seq) {
      noted = seq
      timer ??= setTimeout(write, pauseMs)
      timer.unref()
    },
    close() {
      if (timer !== null) {
        clearTimeout(timer)
        write()
      }
      letGo()
    },
  }
}
