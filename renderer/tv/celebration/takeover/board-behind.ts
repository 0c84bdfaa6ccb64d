// The board behind a takeover: it steps back as the blade comes, and is not drawn while nobody can see it. The rotation
// goes on all the while.
import type { Beats } from './beats.ts'
import type { Clock } from './timing.ts'

/** Until its end, it has come back to where it stands. */
export const stepBack = (stage: HTMLElement, clock: Clock, beats: Beats): (() => void) => {
  const area = stage.querySelector('.stage-area')
  if (area === null) return () => undefined
  const at = (ms: number) => Math.min(1, Math.max(0, ms / beats.end))
  const animation = area.animate(
    [
      { transform: 'scale(1)', offset: 0, easing: 'cubic-bezier(0.22, 1, 0.36, 1)' },
      { transform: 'scale(0.95)', offset: at(260) },
      { transform: 'scale(0.95)', offset: at(beats.leave), easing: 'cubic-bezier(0.22, 1, 0.36, 1)' },
      { transform: 'scale(1)', offset: at(beats.leave + 700) },
      { transform: 'scale(1)', offset: 1 },
    ],
    // On top of the drift that the stage has at the moment.
    { duration: beats.end, composite: 'add' },
  )
  if ('heldAt' in clock) {
    animation.pause()
    animation.currentTime = clock.heldAt
  } else animation.startTime = clock.startedAt
  return () => animation.cancel()
}

/** After it has begun to arrive the ground is opaque. */
const coveredAfterMs = 260
/** It is drawn before anything else has to be done. */
const uncoveredBeforeMs = 200

export const coverBoard = (
  stage: HTMLElement,
  elapsed: number,
  beats: Beats,
  isHeld: boolean,
): (() => void) => {
  const set = (isCovered: boolean) => {
    if (isCovered) stage.dataset['covered'] = ''
    else delete stage.dataset['covered']
  }
  const [from, until] = [beats.arrive + coveredAfterMs, beats.leave - uncoveredBeforeMs]
  set(elapsed >= from && elapsed < until)
  const timers = isHeld
    ? []
    : [from, until].flatMap((ms) => (ms > elapsed ? [setTimeout(() => set(ms === from), ms - elapsed)] : []))
  return () => {
    for (const timer of timers) clearTimeout(timer)
    set(false)
  }
}
