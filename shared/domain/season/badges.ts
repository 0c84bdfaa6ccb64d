// Badges: on which day somebody has done what one takes, by the facts that stand. Everybody who does it has it.
import type { BadgeFor } from '../../wire/season.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import { stayOn } from '../people/roster.ts'
import { isAtLeast } from '../standing/attainment.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { Day, DayRange } from '../time/calendar-date.ts'
import type { DayValues } from './day-values.ts'
import type { Runs } from './runs.ts'

export interface BadgeParts {
  readonly numbers: Numbers
  readonly member: Member
  /** Of the season, until today; those to come are not in it. */
  readonly days: DayRange
  /** Of the whole season. */
  readonly season: DayRange
  readonly values: DayValues
  readonly runs: (plan: MetricPlan) => Runs
}

/** `has` of `needs`, in whole units of what is counted: a number, days, colleagues. `needs` null: there is nothing to go by yet. */
export interface BadgeState {
  readonly won: Day | null
  readonly has: number
  readonly needs: number | null
}

const none: BadgeState = { won: null, has: 0, needs: null }

/** The first day by which so much was done; null where it never was. */
const dayOfTotal = (
  values: readonly number[],
  from: Day,
  needs: number,
): { won: Day | null; has: number } => {
  let has = 0
  let won: Day | null = null
  values.forEach((value, nth) => {
    has += value
    if (won === null && isAtLeast(has, needs)) won = from + nth
  })
  return { won, has }
}

/** Weeks that lie in the season altogether, until today: with what was done in them day by day, and what one has to beat. */
const bestOfWeeks = (
  { numbers, values, days, season }: BadgeParts,
  plan: MetricPlan,
  beats: (before: readonly number[]) => number | null,
  weeksBefore: number,
  isBeaten: (has: number, needs: number) => boolean,
): BadgeState => {
  const { calendar } = numbers.model
  const perDay = values.of(plan)
  let latest: BadgeState = none
  for (let week = calendar.period('week', season.from, 0); week.from < days.to; ) {
    const { from, to } = week
    if (from >= season.from && to <= season.to) {
      const before = Array.from({ length: weeksBefore }, (_, nth) =>
        values.sum(plan, { from: from - 7 * (nth + 1), to: from - 7 * nth }),
      )
      const needs = beats(before)
      let has = 0
      for (let day = from; day < Math.min(to, days.to); day++) {
        has += perDay[day - days.from] ?? 0
        if (needs !== null && isBeaten(has, needs)) return { won: day, has, needs }
      }
      latest = { won: null, has, needs }
    }
    week = calendar.period('week', to, 0)
  }
  return latest
}

/** Fewer weeks with anything in them are no past. */
const leastWeeks = 4
const weeksOfBest = 12
const weeksOfUsual = 8

/** The most of the weeks before; null for somebody who has no such past. */
const mostOf = (before: readonly number[]): number | null =>
  before.filter((each) => each > 0).length < leastWeeks ? null : Math.max(...before)

/** The mean of the best four: who was ill for some of the weeks is not measured by these. */
const usualOf = (before: readonly number[]): number | null => {
  const best = before.filter((each) => each > 0).toSorted((one, other) => other - one)
  if (best.length < leastWeeks) return null
  return best.slice(0, leastWeeks).reduce((sum, each) => sum + each, 0) / leastWeeks
}

const helpedOf = (
  { numbers, member, days }: BadgeParts,
  colleagues: number,
): { won: Day | null; has: number } => {
  const helped = new Set<string>()
  let won: Day | null = null
  // An office may be a day ahead of UTC.
  const since = (days.from - 1) * 86_400_000
  const thanks = numbers.thanks.since(since).filter(({ helper }) => helper === member.id)
  for (const each of thanks.toSorted((one, other) => one.at - other.at)) {
    const day = stayOn(member, Math.floor(each.at / 86_400_000)).zone.dayAt(each.at)
    if (day < days.from || day >= days.to) continue
    helped.add(each.helped)
    if (won === null && helped.size >= colleagues) won = day
  }
  return { won, has: helped.size }
}

/** Null where the floor lacks its metric. */
export const badgeState = (badge: BadgeFor, parts: BadgeParts): BadgeState => {
  if (badge.by === 'helped') return { ...helpedOf(parts, badge.colleagues), needs: badge.colleagues }
  const plan = parts.numbers.model.metric(badge.metric)
  if (plan === null) return none
  switch (badge.by) {
    case 'total':
      return { ...dayOfTotal(parts.values.of(plan), parts.days.from, badge.value), needs: badge.value }
    case 'streak': {
      const { met, current } = parts.runs(plan)
      const won = met.find(({ length }) => length >= badge.days)?.day ?? null
      return { won, has: current, needs: badge.days }
    }
    case 'best-week':
      return bestOfWeeks(
        parts,
        plan,
        mostOf,
        weeksOfBest,
        (has, needs) => has > needs && !isAtLeast(needs, has),
      )
    case 'improved':
      return bestOfWeeks(
        parts,
        plan,
        (before) => {
          const usual = usualOf(before)
          return usual === null ? null : usual * (1 + badge.share)
        },
        weeksOfUsual,
        isAtLeast,
      )
  }
}
