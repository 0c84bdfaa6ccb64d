// The demo's seasons: the quarter before is over and on the shelves, this one runs. `demoFloorTextAt` moves their days.
import { type Day, dayOf, formatDay, partsOf } from '../../../../shared/domain/time/calendar-date.ts'

const rules = `
    points:
      - { metric: meetings-held, each: 10 }
      - { metric: conversations, each: 2 }
      - { metric: dials, each: 1, per: 10 }
      - { metric: meetings-booked, each: 15 }
      - { metric: new-opportunities, each: 15 }
      - { metric: bookings, each: 10, per: 10000 }
      - { metric: help-given, each: 10 }
    streaks:
      - { metric: dials, day: 5, every: 5, gives: 25 }
      - { metric: meetings-held, day: 5, every: 5, gives: 25 }
    levels:
      - { name: Warmed up, at: 250 }
      - { name: In the flow, at: 750 }
      - { name: Strong, at: 1400 }
      - { name: Outstanding, at: 2200 }
    badges:
      - { id: five-days, name: Five days on the phone, icon: phone, for: { by: streak, metric: dials, days: 5 } }
      - { id: five-days-of-meetings, name: Five days of meetings, icon: flame, for: { by: streak, metric: meetings-held, days: 5 } }
      - { id: good-colleague, name: Good colleague, icon: hands, for: { by: helped, colleagues: 3 } }
      - { id: best-week, name: Best week yet, icon: mountain, for: { by: best-week, metric: meetings-held } }
      - { id: a-fifth-more, name: A fifth more, icon: sprout, for: { by: improved, metric: conversations, share: 0.2 } }
      - { id: hundred-meetings, name: Hundred meetings, icon: target, for: { by: total, metric: meetings-held, value: 100 } }
    teams:
      - metric: meetings-held
        period: week
        tiers:
          - { at: 0.8, unlocks: Breakfast together }
          - { at: 1, multiplies: 1.1 }
          - { at: 1.2, unlocks: Lunch together, multiplies: 1.25 }
      - metric: conversations
        period: week
        tiers:
          - { at: 0.8, unlocks: Breakfast together }
          - { at: 1, multiplies: 1.1 }
          - { at: 1.2, unlocks: Lunch together, multiplies: 1.25 }
    state: announced
`

const quarterOf = (
  day: Day,
  offset: number,
): { readonly from: Day; readonly to: Day; readonly nth: number; readonly year: number } => {
  const { year, month } = partsOf(day)
  const count = year * 4 + Math.floor((month - 1) / 3) + offset
  const [ofYear, nth] = [Math.floor(count / 4), count % 4]
  return {
    from: dayOf(ofYear, nth * 3 + 1, 1),
    to: dayOf(ofYear, nth * 3 + 4, 1),
    nth: nth + 1,
    year: ofYear,
  }
}

/** Those of the quarter before the one that a day is in, and of that one. */
export const seasonsTextOn = (day: Day): string =>
  `
seasons:${[-1, 0]
    .map((offset) => {
      const { from, to, nth, year } = quarterOf(day, offset)
      return `
  - id: season-${year}-${nth}
    name: Season Q${nth} ${year}
    from: ${formatDay(from)}
    until: ${formatDay(to - 1)}${rules}`
    })
    .join('')}`

/** Of the floor that nobody has moved to another day. */
export const usualSeasonDay: Day = dayOf(2026, 11, 20)
