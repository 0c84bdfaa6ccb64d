// What is of the present: only that is celebrated, so that an import of the past, however long it takes, is quiet.
import type { StoredFact } from '../facts/stored-fact.ts'
import { dayMs, formatDay, parseDay } from '../time/calendar-date.ts'
import type { Zone } from '../time/zone.ts'

/** How far the clock of a source may be ahead, or that of the feed behind: by an hour of summer time, and by five minutes. */
const aheadMs = 65 * 60_000

/** Whether an instant lies within the 24 hours before another; both epoch ms. */
export const isWithinADay = (at: number, now: number): boolean => at > now - dayMs && at <= now + aheadMs

/**
 * When something happened, epoch ms, for judging how fresh it is: not later than `now`. What was seen to change is of now,
 * and so is a date; an instant at midnight sharp is what many sources make of one.
 */
export const happenedAt = (when: string, zone: Zone, now: number, wasSeen: boolean): number => {
  if (wasSeen || when.length === 10) return now
  const at = Date.parse(when)
  const isDate = at % dayMs === 0 || zone.startOf(zone.dayAt(at)) === at
  return isDate ? now : Math.min(at, now)
}

/** Whether a date or an instant, as its source wrote it, is of the present; a plain date is where it is today or yesterday. */
export const isPresent = (when: string, zone: Zone, now: number): boolean => {
  if (when.length > 10) return isWithinADay(Date.parse(when), now)
  const today = zone.dayAt(now)
  const day = parseDay(when)
  return day === today || day === today - 1
}

/** Dates of a fact that rules go by. */
const datesOf = ({ fact, history }: StoredFact): readonly (string | null | undefined)[] =>
  fact.type === 'activity'
    ? [fact.at]
    : [
        fact.closedAt,
        fact.stageEnteredAt,
        fact.createdAt,
        fact.lastActivityAt,
        fact.expectedCloseOn,
        history.at(-1)?.at,
      ]

/**
 * Whether something of a fact could be of the present at an instant (epoch ms): asked first, of every fact, and so by
 * comparing texts. A deal without dates could.
 */
export const createPresentFilter = () => {
  let known = { day: Number.NaN, from: '' }
  return (stored: StoredFact, now: number): boolean => {
    const day = Math.floor(now / dayMs)
    if (known.day !== day) known = { day, from: formatDay(day - 2) }
    const { fact } = stored
    if (fact.type === 'deal' && (fact.closedAt ?? fact.stageEnteredAt ?? fact.createdAt) == null) return true
    return datesOf(stored).some((when) => when != null && when >= known.from)
  }
}
