// A column of dates in which every time is midnight holds days: a CRM wrote them as instants for want of another type. Read as
// instants they would fall on the day before wherever clocks are behind. That shows in the column as a whole alone.
import type { DateReader, DayOf } from './read-date.ts'

export interface MidnightLook {
  readonly read: DateReader
  readonly index: number
}

/** A column that has so many dates and no time among them is one of dates. */
const enoughDates = 5000

/** What is known so far of one column. */
interface Tally {
  readonly look: MidnightLook
  dates: number
  seen: boolean
  written: boolean
  inZone: boolean
}

export interface MidnightTally {
  /** Returns false once no column can still be one of midnights. */
  note(cells: readonly string[]): boolean
  /** By the column's place in `looks`; null for columns that are read as they are. */
  found(): readonly (DayOf | null)[]
}

export const createMidnightTally = (looks: readonly MidnightLook[]): MidnightTally => {
  const tallies = looks.map((look): Tally => ({ look, dates: 0, seen: false, written: true, inZone: true }))
  let open = tallies
  return {
    note: (cells) => {
      for (const tally of open) {
        const text = cells[tally.look.index]?.trim() ?? ''
        if (text === '') continue
        const midnight = tally.look.read.midnight(text)
        tally.dates++
        if (!midnight) continue
        tally.seen = true
        tally.written &&= midnight.written
        tally.inZone &&= midnight.inZone
      }
      open = open.filter(
        ({ dates, seen, written, inZone }) => (written || inZone) && (seen || dates < enoughDates),
      )
      return open.length > 0
    },
    found: () =>
      tallies.map(({ seen, written, inZone }) => {
        if (!seen) return null
        if (written) return 'written day'
        return inZone ? 'day of the zone' : null
      }),
  }
}
