// What a rule would have celebrated in the last 90 days, by what stands now.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import { createEngine, type Engine } from '../counting/engine.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, dayMs, formatDay } from '../time/calendar-date.ts'
import type { Cause } from './cause.ts'
import { createDayRule, type DayRuleSource } from './day-rule.ts'
import { createFactRule, type FactRuleSource } from './fact-rule.ts'
import { createMetricRule, type MetricRuleSource } from './metric-rule.ts'

export const trialDays = 90

/** Of rules about facts: takes every change of the log, in its order. */
export interface FactTrial {
  take(before: StoredFact | null, after: StoredFact | null): void
  /** With the fact that each is about. */
  hits(): readonly { readonly cause: Cause; readonly standing: StoredFact }[]
}

const isOnMetric = (rule: CelebrationRule): rule is MetricRuleSource => 'metric' in rule.on
const isOnDay = (rule: CelebrationRule): rule is DayRuleSource => 'day' in rule.on
const isOnFact = (rule: CelebrationRule): rule is FactRuleSource => 'from' in rule.on

/** Null for a rule that is about something else. `now`: epoch ms. */
export const createFactTrial = (numbers: Numbers, rule: CelebrationRule, now: number): FactTrial | null => {
  if (!isOnFact(rule)) return null
  const { model } = numbers
  // Only won deals are kept, however old: what is of interest is who had won what by then.
  const engine: Engine = createEngine({
    ...model,
    metrics: [],
    flow: { ...model.flow, stages: [], plans: [] },
  })
  const made = createFactRule(model, rule)
  const candidates = new Map<string, StoredFact>()
  const isRecent = ({ at }: Cause): boolean => at > now - trialDays * dayMs && at <= now
  return {
    take: (before, after) => {
      engine.apply(before, after, 0)
      const { source, id } = (after ?? before)?.fact ?? { source: '', id: '' }
      const key = JSON.stringify([source, id])
      if (after !== null && made.mayBe(after, now - trialDays * dayMs)) candidates.set(key, after)
      else candidates.delete(key)
    },
    hits: () =>
      [...candidates.values()].flatMap((standing) =>
        made
          .occasions(standing, engine.wonDeals)
          .filter(isRecent)
          .map((cause) => ({ cause, standing })),
      ),
  }
}

/**
 * Of rules about figures and days: what the day that ended or will end `back` days from today's end brought about, on the
 * floor's clock. A figure is looked at once a day, when it is over. Null for a rule that is about something else.
 */
export const createDayTrial = (
  numbers: Numbers,
  rule: CelebrationRule,
  now: number,
): ((back: number) => readonly Cause[]) | null => {
  const { floorZone } = numbers.model.roster
  const endOf = (back: number): number => floorZone.startOf(floorZone.dayAt(now) - back + 1) - 1
  if (isOnDay(rule)) {
    const made = createDayRule(numbers.model, rule)
    return (back) => {
      const end = Math.min(endOf(back), now)
      return made.causes(endOf(back + 1), end)
    }
  }
  if (!isOnMetric(rule)) return null
  const made = createMetricRule(numbers, rule, true)
  return (back) => made?.ofDay(Math.min(endOf(back), now)) ?? []
}

/** The first hit of each cause: a figure may cross its line on several days of one window. */
export const firstOfEach = (causes: readonly Cause[]): readonly Cause[] => {
  const known = new Set<string>()
  return causes.filter(({ id }) => !known.has(id) && known.add(id))
}

/** Of the last 90 days, the first of which anything counts; today where there is none. A new floor has only a few. */
const firstKnownDay = ({ engine, model }: Numbers, today: Day): Day => {
  const isKnown = (day: Day): boolean =>
    model.metrics.some(({ index }) => {
      const value = engine.value(index, [{ subject: orgSubject, days: { from: day, to: day + 1 } }])
      return value !== null && value !== 0
    })
  for (let day = today - trialDays; day < today; day += 1) if (isKnown(day)) return day
  return today
}

export interface Frequency {
  /** Of the working days since the floor knows anything, 90 days ago at the earliest. */
  readonly perDay: number
  readonly busiestDay: { readonly day: string; readonly count: number } | null
}

/** How often a day; `now`: epoch ms. */
export const frequencyOf = (numbers: Numbers, causes: readonly Cause[], now: number): Frequency => {
  const { roster, workingTime } = numbers.model
  const today = roster.floorZone.dayAt(now)
  const counts = new Map<number, number>()
  for (const { at } of causes) {
    const day = roster.floorZone.dayAt(at)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const from = Math.min(firstKnownDay(numbers, today), ...counts.keys())
  const worked = workingTime.daysIn({ from: Math.max(from, today - trialDays), to: today + 1 })
  const busiest = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return {
    // On a day off it may happen as well.
    perDay: causes.length / Math.max(1, worked),
    busiestDay: busiest === undefined ? null : { day: formatDay(busiest[0]), count: busiest[1] },
  }
}
