// How long a contest still goes on: to the second within its last day, else in days and hours.
import type { Say } from '../../../shared/domain/words/say.ts'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Loud is the last minute, and the edge burns anew for the last three. */
export const lastMinuteMs = minuteMs
const lastStretchMs = 3 * minuteMs

const two = (count: number): string => String(count).padStart(2, '0')

/** "1:52", "59:03", "2:04:11"; of the last minute the seconds alone. What has begun counts as whole; 0 once it is over. */
export const clockText = (leftMs: number): string => {
  const seconds = Math.max(0, Math.ceil(leftMs / secondMs))
  if (seconds <= 60 && seconds > 0 && leftMs <= lastMinuteMs) return String(seconds)
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** "2 days 4 h"; on the last day "14:04:11". */
export const leftText = (leftMs: number, say: Say): string => {
  if (leftMs <= dayMs) return clockText(leftMs)
  const hours = Math.ceil(leftMs / hourMs)
  return say(
    {
      id: 'contest.days-hours',
      defaultMessage:
        '{hours, plural, =0 {{days, plural, one {# day} other {# days}}} other {{days, plural, one {# day} other {# days}} # h}}',
    },
    { days: Math.floor(hours / 24), hours: hours % 24 },
  )
}

/** Until what is written changes, ms. */
export const changesInMs = (leftMs: number): number => {
  const step = leftMs > dayMs ? minuteMs : secondMs
  return leftMs - (Math.ceil(leftMs / step) - 1) * step
}

/**
 * How much of the edge still burns, 0 to 1: what is left of the whole contest, and in its last three minutes, for which it
 * is lit anew, what is left of these.
 */
export const burningShare = (leftMs: number, wholeMs: number): number => {
  const of = leftMs <= lastStretchMs ? Math.min(lastStretchMs, wholeMs) : wholeMs
  return of <= 0 ? 0 : Math.min(1, Math.max(0, leftMs / of))
}

/** The four sides of the edge, clockwise from the top left corner: how much of each is lit, 0 to 1. */
export const litSides = (
  share: number,
  wide: number,
  high: number,
): readonly [number, number, number, number] => {
  let left = share * 2 * (wide + high)
  const side = (length: number): number => {
    const lit = Math.min(1, Math.max(0, left / length))
    left -= length
    return lit
  }
  return [side(wide), side(high), side(wide), side(high)]
}
