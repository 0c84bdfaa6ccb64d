// How much of a window is still to come when somebody is done with it.
import { zonedFormat } from '../../ui/zoned-format.ts'

const dayMs = 86_400_000

/** Whole days after today, local to the screen, that a window still has; null where it has no end. `end` is not in it. */
export const daysLeft = (end: string | null, now: number, timeZone: string): number | null => {
  if (end === null) return null
  // Swedish dates are those of ISO 8601.
  const today = zonedFormat(now, 'sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  return Math.max(0, Math.round((Date.parse(end) - Date.parse(today)) / dayMs) - 1)
}
