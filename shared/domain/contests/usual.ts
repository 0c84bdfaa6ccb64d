// What somebody usually does in the time of a contest: by their own four weeks before it, day worked by day worked.
import { baselineOf } from '../boards/rank-key.ts'
import type { Occasion } from '../counting/contest-occasions.ts'
import type { Engine } from '../counting/engine.ts'
import { type Member, orgSubject, type SubjectIndex, stayOn } from '../people/roster.ts'
import { type DayRange, includes, intersect } from '../time/calendar-date.ts'
import { minutesOf } from '../time/week.ts'
import type { Zone } from '../time/zone.ts'
import type { Entrant, Part } from './entrants.ts'
import type { Measuring } from './measuring.ts'

export interface Usual {
  /** What the time until an instant (epoch ms) usually comes to, in scores; null without such a past. */
  by(entrant: Entrant, ms: number): number | null
  /** What was counted in the four weeks before, in scores. */
  before(entrant: Entrant): number
  /** Share, 0 to 1, of the contest's working time that is over. */
  shareGone(entrant: Entrant, ms: number): number
  /** Of what does not add up: what it was in the four weeks before; null where it was unknown. */
  rateBefore(entrant: Entrant): number | null
}

/** A past of fewer days says nothing of what is usual. */
const leastDays = 5

export const createUsual = (engine: Engine, measuring: Measuring, occasion: Occasion): Usual => {
  const { model } = engine
  const { roster, workingTime } = model
  const { businessHours } = model.file.floor
  const [opens, closes] = [minutesOf(businessHours.from), minutesOf(businessHours.to)]
  const dayMs = (closes <= opens ? closes + 24 * 60 - opens : closes - opens) * 60_000
  const past = baselineOf(occasion.days)

  const worthOf = (subject: SubjectIndex, days: DayRange): number =>
    measuring.worth.reduce(
      (sum, { plan, each }) => sum + (engine.value(plan.index, [{ subject, days }]) ?? 0) * each,
      0,
    )
  const zoneOf = (part: Part): Zone =>
    part.member === null
      ? (roster.teamAt(part.subject)?.zone ?? roster.floorZone)
      : stayOn(part.member, occasion.days.from).zone
  const leaveIn = ({ leave }: Member, days: DayRange): number => {
    const absent = leave.map((each) => intersect(each, days)).filter(({ from, to }) => from < to)
    let count = 0
    for (let day = days.from; day < days.to; day += 1)
      if (workingTime.isWorkingDay(day) && absent.some((each) => includes(each, day))) count += 1
    return count
  }
  const workedIn = (member: Member | null, days: DayRange): number =>
    member === null
      ? workingTime.daysIn(days)
      : workingTime.daysIn(intersect(days, member.employed)) -
        (member.leave.length === 0 ? 0 : leaveIn(member, intersect(days, member.employed)))

  /** In working days; of a contest outside of all working time, in its own hours. */
  const daysUntil = (part: Part, ms: number): number => {
    const zone = zoneOf(part)
    const [from, until] = occasion.isByTheClock
      ? [occasion.from, occasion.until]
      : [zone.startOf(occasion.days.from), zone.startOf(occasion.days.to)]
    const now = Math.max(from, Math.min(ms, until))
    const whole = workingTime.between(zone, from, until)
    if (whole === 0) return occasion.isByTheClock ? (now - from) / dayMs : (now - from) / (24 * 60 * 60_000)
    const worked = workingTime.between(zone, from, now) / dayMs
    if (occasion.isByTheClock || part.member === null || part.member.leave.length === 0) return worked
    const gone = { from: occasion.days.from, to: Math.min(occasion.days.to, zone.dayAt(now)) }
    return Math.max(0, worked - leaveIn(part.member, gone))
  }

  const perDay = new Map<SubjectIndex, number | null>()
  const perDayOf = (part: Part): number | null => {
    const known = perDay.get(part.subject)
    if (known !== undefined) return known
    const days = workedIn(part.member, past)
    const found = days < leastDays ? null : worthOf(part.subject, past) / days
    perDay.set(part.subject, found)
    return found
  }

  return {
    by: ({ parts }, ms) => {
      let usual: number | null = null
      for (const part of parts) {
        const each = perDayOf(part)
        if (each !== null) usual = (usual ?? 0) + each * daysUntil(part, ms)
      }
      return usual !== null && usual > 0 ? usual : null
    },
    before: ({ parts }) => parts.reduce((sum, { subject }) => sum + worthOf(subject, past), 0),
    shareGone: ({ parts: [part] }, ms) => {
      const of = part ?? { subject: orgSubject, spells: [], member: null }
      const whole = daysUntil(of, Number.POSITIVE_INFINITY)
      return whole === 0 ? 1 : daysUntil(of, ms) / whole
    },
    rateBefore: ({ parts }) =>
      measuring.plan === null
        ? null
        : engine.value(
            measuring.plan.index,
            parts.map(({ subject }) => ({ subject, days: past })),
          ),
  }
}
