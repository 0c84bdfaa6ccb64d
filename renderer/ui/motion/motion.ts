// When, within a travel, something happens.
import { settle } from './curves.ts'

/** How long what changes its place, its length or its number takes. */
export const travelMs = 800

/** Of the track. A settling motion creeps through its last pixels; to the eye it is there once this little is left. */
const hair = 0.002

/**
 * After how many ms a bar that settles from one length to another passes `line`, or comes to rest on it; 0 when it does
 * neither.
 */
export const crossingMs = (from: number, to: number, line: number): number => {
  const progress = (line - from) / (to - from)
  if (!(progress > 0 && progress <= 1)) return 0
  const arrived = 1 - hair / Math.abs(to - from)
  return Math.round(settle.timeAt(Math.min(progress, arrived)) * travelMs)
}
