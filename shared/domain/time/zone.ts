// A time zone as fast arithmetic: Temporal is asked once per stretch between two clock changes, the rest is addition.
import { Temporal } from 'temporal-polyfill'
import { type Day, dayMs, formatDay } from './calendar-date.ts'

export interface Zone {
  readonly id: string
  /** The local date at an instant (epoch ms). */
  dayAt(ms: number): Day
  /** The first instant of a local date, epoch ms; where a clock change skips midnight, the instant of the change. */
  startOf(day: Day): number
  /**
   * The instant, epoch ms, at which local clocks show `minutes` since midnight. A time that a clock change skips is moved
   * on by the length of the change.
   */
  instantAt(day: Day, minutes: number): number
  /**
   * The first instant, epoch ms, by which local clocks have shown that time of a date, or a later one. A time that a clock
   * change skips is reached at the change; one that clocks show twice, when they show it first.
   */
  reachesAt(day: Day, minutes: number): number
  /** Minutes since midnight on a local clock at an instant (epoch ms), 0 to 1440. */
  minutesAt(ms: number): number
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly offset: number
}

const made = new Map<string, Zone>()

/** By its IANA name. All who ask for one share it, and what has been found out: to find a stretch takes a millisecond. */
export const createZone = (id: string): Zone => {
  const known = made.get(id) ?? makeZone(id)
  made.set(id, known)
  return known
}

const makeZone = (id: string): Zone => {
  const stretches: Stretch[] = []
  const starts = new Map<Day, number>()
  let last: Stretch = { from: 0, to: 0, offset: 0 }

  const stretchAt = (ms: number): Stretch => {
    const known = stretches.find((stretch) => ms >= stretch.from && ms < stretch.to)
    if (known) return known
    const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(id)
    const next = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    // "previous" is strictly before, so it is asked from just after this instant, which may itself be a change.
    const previous = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
    const from = previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
    const stretch = { from, to: next, offset: here.offsetNanoseconds / 1e6 }
    stretches.push(stretch)
    return stretch
  }

  const localMs = (ms: number): number => {
    if (ms < last.from || ms >= last.to) last = stretchAt(ms)
    return ms + last.offset
  }

  const instantAt = (day: Day, minutes: number): number =>
    Temporal.PlainDateTime.from(formatDay(day)).add({ minutes }).toZonedDateTime(id).epochMilliseconds

  return {
    id,
    dayAt: (ms) => Math.floor(localMs(ms) / dayMs),
    minutesAt: (ms) => {
      const local = localMs(ms)
      return (local - Math.floor(local / dayMs) * dayMs) / 60_000
    },
    instantAt,
    reachesAt: (day, minutes) => {
      const local = day * dayMs + minutes * 60_000
      // No clock change is longer than a day: further away from one it is addition.
      const guess = local - last.offset
      if (guess >= last.from + dayMs && guess < last.to - dayMs) return guess
      const at = instantAt(day, minutes)
      const isSkipped = localMs(at) > local
      return isSkipped ? stretchAt(at).from : at
    },
    startOf: (day) => {
      const known = starts.get(day)
      if (known !== undefined) return known
      const start = Temporal.PlainDate.from(formatDay(day)).toZonedDateTime(id).epochMilliseconds
      starts.set(day, start)
      return start
    },
  }
}
