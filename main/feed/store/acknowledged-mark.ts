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

export const openAcknowledgedMark = (folder: string, identity: string): AcknowledgedMark => {
  let handle: number | null = null
  const close = (): void => {
    if (handle !== null) closeSync(handle)
    handle = null
  }
  return {
    note(seq) {
      try {
        handle ??= openToWrite(join(folder, markFile))
        writeSync(handle, `${identity} ${String(seq).padStart(16, '0')}\n`, 0, 'latin1')
      } catch {
        // A disk that refuses this refuses the next entry too, and that is said. Until then the mark lags behind.
        close()
      }
    },
    close,
  }
}
