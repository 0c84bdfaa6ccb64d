// What is left of a countdown, in three figures: days, hours and minutes; on the last day hours, minutes and seconds.

import type { Say } from '../../../shared/domain/words/say.ts'

export interface CountdownPart {
  readonly unit: 'day' | 'hour' | 'minute' | 'second'
  readonly count: number
  readonly figure: string
}

interface TimeLeft {
  /** Null when it is over. */
  readonly parts: readonly CountdownPart[] | null
  /** Until one of the figures changes, ms. */
  readonly changesInMs: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

const part = (count: number, unit: CountdownPart['unit'], digits: number): CountdownPart => ({
  unit,
  count,
  figure: String(count).padStart(digits, '0'),
})

/** "day" of one, "days" of more. */
export const unitWord = (unit: CountdownPart['unit'], count: number, say: Say): string =>
  say(
    {
      id: 'countdown.unit',
      defaultMessage:
        '{unit, select, day {{count, plural, one {day} other {days}}} hour {{count, plural, one {hour} other {hours}}} minute {{count, plural, one {minute} other {minutes}}} other {{count, plural, one {second} other {seconds}}}}',
    },
    { unit, count },
  )

/** Counts what has begun as whole, so that it never shows nothing before it is over. */
export const timeLeft = (leftMs: number): TimeLeft => {
  if (leftMs <= 0) return { parts: null, changesInMs: Number.POSITIVE_INFINITY }
  const step = leftMs > dayMs ? minuteMs : 1000
  const steps = Math.ceil(leftMs / step)
  const [large, small] = step === minuteMs ? [24 * 60, 60] : [3600, 60]
  const [units, digits] =
    step === minuteMs ? [['day', 'hour', 'minute'] as const, 1] : [['hour', 'minute', 'second'] as const, 2]
  return {
    parts: [
      part(Math.floor(steps / large), units[0], digits),
      part(Math.floor((steps % large) / small), units[1], 2),
      part(steps % small, units[2], 2),
    ],
    changesInMs: leftMs - (steps - 1) * step,
  }
}
