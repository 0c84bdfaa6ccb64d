// Whether a page that still sends heartbeats also shows something, and what helps where it does not.
import type { Heartbeat } from '../../shared/wire/kiosk.ts'

/** `unsure`: one bad heartbeat, or a fault for which the remedy was tried a moment ago. */
export type Verdict =
  | { readonly kind: 'well' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'end graphics'; readonly why: string }
  | { readonly kind: 'end page'; readonly why: string; readonly of: 'page' | 'rotation' }

export interface HeartbeatJudge {
  judge(beat: Heartbeat): Verdict
  /** Another page; what was tried against missing frames stays tried until one is painted. */
  restart(): void
}

/** A slow machine may take a moment between two scenes, so one heartbeat decides nothing. */
const badInARow = 2
const overdueMs = 30_000
/** Ten seconds. The slowest takeover measured still paints every second. */
const unpaintedInARow = 5
/** A display that is switched off may stop all frames. Then neither remedy helps, and five minutes pass between two tries. */
const unpaintedWhenTried = 150

export function createHeartbeatJudge(): HeartbeatJudge {
  let empty = 0
  let overdue = 0
  let unpainted = 0
  /** Since the last frame. */
  let tries = 0

  const remedy = (): Verdict => {
    if (unpainted < (tries < 2 ? unpaintedInARow : unpaintedWhenTried)) return { kind: 'unsure' }
    unpainted = 0
    tries += 1
    const why = 'the page paints no frames'
    return tries === 2 ? { kind: 'end page', why, of: 'page' } : { kind: 'end graphics', why }
  }

  return {
    judge({ frames, shows, nextSceneInMs }) {
      empty = shows === 'nothing' ? empty + 1 : 0
      overdue = nextSceneInMs !== null && nextSceneInMs < -overdueMs ? overdue + 1 : 0
      // Nobody sees what a TV that was put to sleep paints, and its display may be off.
      const isPainted = frames > 0 || shows === 'black'
      unpainted = isPainted ? 0 : unpainted + 1
      if (isPainted) tries = 0

      if (empty >= badInARow) return { kind: 'end page', why: 'the page shows nothing', of: 'page' }
      if (overdue >= badInARow)
        return { kind: 'end page', why: 'the next scene does not come', of: 'rotation' }
      if (unpainted > 0) return remedy()
      return { kind: empty + overdue === 0 ? 'well' : 'unsure' }
    },
    restart() {
      empty = 0
      overdue = 0
      unpainted = 0
    },
  }
}
