// The local day of a moment in somebody's office, and the stay (team, zone) that it belongs to.
import { type Day, dayMs, parseDay } from '../time/calendar-date.ts'
import { dayOfStay, type Member, type Roster, type Stay, stayAt, stayOn } from './roster.ts'

export interface Placed {
  readonly day: Day
  /** Epoch ms; for a plain date the first instant of that day there. */
  readonly ms: number
  /** Null for somebody whom the floor does not know: the floor's own zone counts. */
  readonly stay: Stay | null
}

export interface Placing {
  /** `when` is an instant or a plain date, as its source wrote it. */
  place(when: string, member: Member | null): Placed
  /** From one moment to another in ms: exact between instants, whole local days where one is a plain date. */
  span(start: string, end: string, member: Member | null): number
}

/** `when` is a checked date or instant. */
export const isPlainDate = (when: string): boolean => when.length === 10

export const createPlacing = (roster: Roster): Placing => {
  const find = (when: string, member: Member | null): Placed => {
    if (isPlainDate(when)) {
      const day = parseDay(when)
      const stay = member && stayOn(member, day)
      return { day, ms: (stay?.zone ?? roster.floorZone).startOf(day), stay }
    }
    const ms = Date.parse(when)
    const stay = member && stayAt(member, ms)
    return { day: stay ? dayOfStay(stay, ms) : roster.floorZone.dayAt(ms), ms, stay }
  }

  // A fact is placed once for each metric it touches, mostly by the same date.
  let lastWhen = ''
  let lastMember: Member | null = null
  let last: Placed | null = null
  const place = (when: string, member: Member | null): Placed => {
    if (last && when === lastWhen && member === lastMember) return last
    last = find(when, member)
    lastWhen = when
    lastMember = member
    return last
  }

  return {
    place,
    span: (start, end, member) =>
      isPlainDate(start) || isPlainDate(end)
        ? (find(end, member).day - find(start, member).day) * dayMs
        : Date.parse(end) - Date.parse(start),
  }
}
