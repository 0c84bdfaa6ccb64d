// Tells the kiosk every two seconds that this page draws, and what. A timer goes on in a page that shows nothing, so what
// counts is what was painted since.
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'

type Drawn = Exclude<Heartbeat['shows'], 'black'>

interface HeartbeatOptions {
  readonly onFrame: (draw: () => void) => void
  readonly isAsleep: () => boolean
  readonly drawn: () => Drawn
  /** When it wakes from its sleep by itself, epoch ms; null where nobody knows. */
  readonly wakesAt: () => number | null
  /** When the scene has to change, epoch ms; infinite where it does not. */
  readonly nextSceneAt: () => number
  /** On the same clock. */
  readonly now: () => number
}

/** What to send next. Asks for one frame, which the heartbeat after it tells of. */
export const createHeartbeat = (options: HeartbeatOptions): (() => Heartbeat) => {
  const { onFrame, isAsleep, wakesAt, drawn, nextSceneAt, now } = options
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
      shows: isAsleep() ? 'black' : drawn(),
      nextSceneInMs: Number.isFinite(left) ? left : null,
      ...(wakes !== null && { wakesInMs: wakes - now() }),
    }
  }
}

const board = '.scene:not([data-leaving]) > *'
/** What else stands on a wall that is well: a message, or the way to set up or pair the TV. */
const words = '.empty-headline, .pairing, .set-up, .identify'
/** What may lie over a board, and is not to be kept with it. */
const overBoard = `${words}, .takeover, .new-floor-chip`

const isSized = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}
const isAny = (page: ParentNode, selector: string): boolean =>
  [...page.querySelectorAll(selector)].some(isSized)

export const drawnIn = (page: ParentNode): Drawn => {
  if (isAny(page, board)) return isAny(page, overBoard) ? 'picture' : 'board'
  return isAny(page, words) ? 'picture' : 'nothing'
}
