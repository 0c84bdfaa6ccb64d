// Takes the picture that is shown while a wall keeps breaking: rarely, and only of a board that stands alone.
import type { Heartbeat } from '../../shared/wire/kiosk.ts'

/** Ten seconds: a page that is about to break does so sooner. */
const boardsFirst = 5
/** A picture costs a tenth of a second of a slow machine; in ten minutes that is nothing. */
const everyMs = 10 * 60_000

interface PictureKeeperParts {
  /** ms, of a clock that nobody sets. */
  readonly running: () => number
  /** A JPEG; null where it cannot be had. */
  readonly capture: () => Promise<Uint8Array | null>
  readonly keep: (jpeg: Uint8Array) => void
}

export interface PictureKeeper {
  heartbeat(beat: Heartbeat): void
  /** The wall shows another screen now, or none: what was taken of it is not kept any more. */
  forget(): void
}

export function createPictureKeeper({ running, capture, keep }: PictureKeeperParts): PictureKeeper {
  let boards = 0
  let takenAt = Number.NEGATIVE_INFINITY
  /** Kept once the next heartbeat says that it is still of a board alone. */
  let taken: Uint8Array | null = null
  /** Raised when everything before is forgotten, also what is still being taken. */
  let wall = 0
  return {
    forget() {
      wall += 1
      boards = 0
      taken = null
    },
    heartbeat({ shows, frames }) {
      boards = shows === 'board' && frames > 0 ? boards + 1 : 0
      if (boards === 0) taken = null
      if (taken !== null) keep(taken)
      taken = null
      if (boards < boardsFirst || running() - takenAt < everyMs) return
      takenAt = running()
      const of = wall
      capture().then(
        (jpeg) => {
          if (of === wall) taken = jpeg
        },
        () => undefined,
      )
    },
  }
}
