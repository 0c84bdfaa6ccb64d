// Rules about days in somebody's life here: birthdays, anniversaries, first days.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { type Member, stayAt } from '../people/roster.ts'
import { type Day, dayMs, dayOf, formatDay, partsOf } from '../time/calendar-date.ts'
import { minutesOf } from '../time/week.ts'
import { type Cause, dayCauseId } from './cause.ts'
import { createRuleScope } from './credited.ts'

export type OnDay = Extract<CelebrationRule['on'], { day: string }>
export type DayRuleSource = CelebrationRule & { readonly on: OnDay }

export interface DayRule {
  readonly rule: DayRuleSource
  /** Those whose hour came after `since` and up to `now`, both epoch ms; at most the last 24 hours are looked at. */
  causes(since: number, now: number): readonly Cause[]
}

/** A month and a day in a year; of 29 February the 28th where there is none. */
const inYear = (month: number, day: number, year: number): Day => {
  const on = dayOf(year, month, day)
  return partsOf(on).month === month ? on : on - 1
}

export const createDayRule = (model: FloorModel, rule: DayRuleSource): DayRule => {
  const { roster, file } = model
  const { on } = rule
  const minutes = minutesOf(on.at)
  const scope = createRuleScope(model, rule)
  const birthdays = new Map(file.people.map(({ id, birthday }) => [id, birthday]))

  /** The day of the year `year` on which it is theirs; null where they have none then. */
  const dayIn = (
    member: Member,
    year: number,
  ): { readonly day: Day; readonly years: number | null } | null => {
    if (on.day === 'birthday') {
      const birthday = birthdays.get(member.id)
      if (birthday === undefined) return null
      return { day: inYear(Number(birthday.slice(0, 2)), Number(birthday.slice(3)), year), years: null }
    }
    const { from } = member.employed
    if (!Number.isFinite(from)) return null
    const started = partsOf(from)
    const years = year - started.year
    if (on.day === 'first-day') return years === 0 ? { day: from, years: null } : null
    return years < 1 ? null : { day: inYear(started.month, started.day, year), years }
  }

  return {
    rule,
    causes: (since, now) =>
      roster.people.flatMap((member): Cause[] => {
        const { zone } = stayAt(member, now)
        const { year } = partsOf(zone.dayAt(now))
        // Around New Year the hour of the old year's last day may have just come.
        return [year - 1, year].flatMap((each): Cause[] => {
          const found = dayIn(member, each)
          if (found === null || !scope.holdsPerson(member, found.day)) return []
          const at = zone.reachesAt(found.day, minutes)
          if (at <= Math.max(since, now - dayMs) || at > now) return []
          return [
            {
              id: dayCauseId(rule.id, member.id, each),
              rule,
              about: { kind: 'day', person: member.id, on: formatDay(found.day), years: found.years },
              at,
              happenedAt: at,
            },
          ]
        })
      }),
  }
}
