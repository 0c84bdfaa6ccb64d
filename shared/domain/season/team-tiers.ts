// Which tier of a team reward each team has come to, period by period, and by how much that multiplies.
import type { Season, TeamReward, TeamTier } from '../../wire/season.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex, TeamNode } from '../people/roster.ts'
import { isAtLeast } from '../standing/attainment.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, includes } from '../time/calendar-date.ts'
import { daysOfSeason } from './season-days.ts'

/** A team that has a goal, in one period. */
export interface TeamPeriod {
  readonly team: TeamNode
  readonly reward: TeamReward
  readonly plan: MetricPlan
  readonly window: WindowSpec
  /** The whole period, also where the season begins or ends within it. */
  readonly days: DayRange
  /** In the metric's unit, money in minor units. */
  readonly value: number
  readonly goal: number
  /** The highest that is reached; null: none yet. */
  readonly tier: TeamTier | null
}

export interface TeamTiers {
  /** Of a team, or the nearest above it that has a goal, on a day. Null without such a goal. */
  on(reward: number, team: SubjectIndex | null, day: Day): TeamPeriod | null
  /** By what the points of that day are multiplied; of several rewards the highest. At least 1. */
  multiplies(team: SubjectIndex | null, day: Day): number
  /** Of all teams that have a goal, in the period of a day. */
  all(reward: number, day: Day): readonly TeamPeriod[]
  /** The periods of the season until a day, the first one first. */
  periods(reward: number): readonly DayRange[]
}

export const tiersInOrder = ({ tiers }: TeamReward): readonly TeamTier[] =>
  tiers.toSorted((one, other) => one.at - other.at)

const isReached = ({ value, goal }: { readonly value: number; readonly goal: number }, { at }: TeamTier) =>
  isAtLeast(value, goal * at)

/** At an instant, epoch ms: what is dated to the end of the period already counts. */
export const createTeamTiers = (numbers: Numbers, season: Season, ms: number): TeamTiers => {
  const { model, engine } = numbers
  const { calendar, roster } = model
  const today = numbers.todayAt(ms)
  const days = daysOfSeason(season)

  const periodsOf = ({ period }: TeamReward) => {
    const found: { readonly window: WindowSpec; readonly days: DayRange }[] = []
    for (let offset = 0; ; offset--) {
      const range = calendar.period(period, today, offset)
      if (range.to <= days.from) break
      if (range.from < days.to)
        found.unshift({ window: { kind: 'period', grain: period, offset }, days: range })
    }
    return found
  }
  const rewards = season.teams.map((reward) => ({
    reward,
    plan: model.metric(reward.metric),
    tiers: tiersInOrder(reward),
    periods: periodsOf(reward),
  }))
  type Reward = (typeof rewards)[number]

  const known = new Map<string, TeamPeriod | null>()
  const periodOf = (nth: number, { reward, plan, tiers, periods }: Reward, team: TeamNode, at: number) => {
    const key = `${nth} ${team.subject} ${at}`
    const before = known.get(key)
    if (before !== undefined) return before
    const period = periods[at]
    const goal = plan && period ? numbers.goalOf(plan, period.window, team.subject, ms) : null
    let made: TeamPeriod | null = null
    if (plan && period && goal !== null && goal > 0) {
      const value = engine.value(plan.index, [{ subject: team.subject, days: period.days }]) ?? 0
      const tier = tiers.findLast((each) => isReached({ value, goal }, each)) ?? null
      made = { team, reward, plan, ...period, value, goal, tier }
    }
    known.set(key, made)
    return made
  }

  const on: TeamTiers['on'] = (nth, team, day) => {
    const of = rewards[nth]
    const at = of?.periods.findIndex((period) => includes(period.days, day)) ?? -1
    if (of === undefined || at === -1 || team === null) return null
    for (const subject of roster.teamAt(team)?.chain ?? []) {
      const node = roster.teamAt(subject)
      const found = node && periodOf(nth, of, node, at)
      if (found) return found
    }
    return null
  }

  return {
    on,
    multiplies: (team, day) =>
      Math.max(1, ...rewards.map((_, nth) => on(nth, team, day)?.tier?.multiplies ?? 1)),
    all: (nth, day) => {
      const of = rewards[nth]
      const at = of?.periods.findIndex((period) => includes(period.days, day)) ?? -1
      return of === undefined || at === -1
        ? []
        : roster.teams.flatMap((team) => periodOf(nth, of, team, at) ?? [])
    },
    periods: (nth) => rewards[nth]?.periods.map((period) => period.days) ?? [],
  }
}
