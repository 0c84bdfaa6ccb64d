// Tells the kiosk every two seconds that this page draws, and what. A timer goes on in a page that shows nothing, so what
// counts is what was painted since.
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'

interface HeartbeatOptions {
  readonly onFrame: (draw: () => void) => void
  readonly isAsleep: () => boolean
  /** Whether a board or words have a size. */
  readonly isDrawn: () => boolean
  /** When it wakes from its sleep by itself, epoch ms; null where nobody knows. */
  readonly wakesAt: () => number | null
  /** When the scene has to change, epoch ms; infinite where it does not. */
  readonly nextSceneAt: () => number
  /** On the same clock. */
  readonly now: () => number
}

/** What to send next. Asks for one frame, which the heartbeat after it tells of. */
export const createHeartbeat = (options: HeartbeatOptions): (() => Heartbeat) => {
  const { onFrame, isAsleep, wakesAt, isDrawn, nextSceneAt, now } = options
  let frames = 0
  let isAsked = false

  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    onFrame(() => {
      isAsked = false
      frames += 1
    })
  }

  ask()
  return () => {
    const painted = frames
    frames = 0
    ask()
    const left = nextSceneAt() - now()
    const wakes = wakesAt()
    return {
      frames: painted,
      shows: isAsleep() ? 'black' : isDrawn() ? 'picture' : 'nothing',
      nextSceneInMs: Number.isFinite(left) ? left : null,
      ...(wakes !== null && { wakesInMs: wakes - now() }),
    }
  }
}

/** What stands on a wall that is well: a board, a message, or the way to set up or pair the TV. */
const drawn = '.scene:not([data-leaving]) > *, .empty-headline, .pairing, .set-up, .identify'

export const isDrawnIn = (page: ParentNode): boolean => {
  for (const element of page.querySelectorAll(drawn)) {
    const { width, height } = element.getBoundingClientRect()
    if (width > 0 && height > 0) return true
  }
  return false
}
