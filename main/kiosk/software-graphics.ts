// Whether the wall is drawn without the graphics card, after its driver has crashed too often. Kept on disk, since Chromium
// has to know it before it starts.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Journal } from './journal.ts'

/** Then the card is tried again: its driver may have been updated meanwhile. */
const keptMs = 7 * 24 * 60 * 60_000

export interface SoftwareGraphics {
  /** Asked once, at the start. */
  isChosen(): boolean
  choose(): void
}

/** `now`: epoch ms. */
export function createSoftwareGraphics(path: string, now: () => number, journal: Journal): SoftwareGraphics {
  const chosenAt = (): number => {
    try {
      return Number(readFileSync(path, 'utf8'))
    } catch {
      // Never chosen, or a disk that does not answer.
      return Number.NaN
    }
  }
  return {
    // A clock that was set back is no reason to choose for longer.
    isChosen: () => Math.abs(now() - chosenAt()) < keptMs,
    choose() {
      try {
        writeFileSync(path, String(now()))
      } catch (error) {
        journal.warn('could not be kept: draw in software', {
          error: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }
}
