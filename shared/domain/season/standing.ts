// How a person stands in a season, from the facts that stand: points by what earned them, level, runs of days, badges.
import type { Season } from '../../wire/season.ts'
import type { BadgeStanding, SeasonEndRow, SeasonStanding, TeamTierRow } from '../../wire/season-answers.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { dayOfStay, type Member, stayAt, stayOn } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, formatDay, intersect } from '../time/calendar-date.ts'
import { createFormat } from '../words/format.ts'
import { badgeState } from './badges.ts'
import { createDayValues } from './day-values.ts'
import { pointsOf } from './points.ts'
import { type Runs, runsOf } from './runs.ts'
import { daysOfSeason } from './season-days.ts'
import { createSeasonWords } from './season-words.ts'
import { createTeamTiers, tiersInOrder } from './team-tiers.ts'

export interface SeasonStandings {
  /** Null for somebody who does not work here in any of its days, and before it has begun where they are. */
  of(member: Member): SeasonStanding | null
  /** Those who are in it: whoever works here on one of its days. */
  readonly members: readonly Member[]
  /** Teams that have a goal, in the period of today (or the last one), the first reward first. */
  readonly teams: readonly TeamTierRow[]
}

const levelOf = ({ levels }: Season, points: number) => {
  const inOrder = levels.toSorted((one, other) => one.at - other.at)
  const level = inOrder.findLast(({ at }) => at <= points) ?? null
  const next = inOrder.find(({ at }) => at > points) ?? null
  const from = level?.at ?? 0
  return {
    level,
    next: next && { ...next, missing: Math.ceil(next.at - points) },
    share: next === null ? 1 : (points - from) / (next.at - from),
  }
}

/** At an instant (epoch ms); after its end what it came to. */
export const createSeasonStandings = (numbers: Numbers, season: Season, ms: number): SeasonStandings => {
  const { model, engine } = numbers
  const { roster } = model
  const words = createSeasonWords(model)
  const format = createFormat(model.file.floor)
  const whole = daysOfSeason(season)
  const tiers = createTeamTiers(numbers, season, ms)
  const members = roster.people.filter(({ employed }) => {
    const here = intersect(whole, employed)
    return here.from < here.to
  })

  /** The days of the season that have begun where somebody is. */
  const daysUntilToday = (member: Member): DayRange => ({
    from: whole.from,
    to: Math.min(whole.to, dayOfStay(stayAt(member, ms), ms) + 1),
  })
  const lastDay: Day = Math.min(whole.to - 1, Math.max(whole.from, numbers.todayAt(ms)))

  const teams = season.teams.flatMap((reward, nth): TeamTierRow[] =>
    tiers.all(nth, lastDay).map((period) => {
      const { unit } = period.plan.metric
      return {
        team: period.team.id,
        name: period.team.name,
        reward: nth,
        period: model.calendar.label(period.window, numbers.todayAt(ms)),
        metric: period.plan.metric.name,
        value: format.value(period.value, unit),
        goal: format.value(period.goal, unit),
        share: period.value / period.goal,
        tiers: tiersInOrder(reward).map((tier) => ({
          at: tier.at,
          atSays: words.share(tier.at),
          unlocks: tier.unlocks ?? null,
          multiplies: tier.multiplies,
          reached: period.tier !== null && tier.at <= period.tier.at,
        })),
        next: words.nextTier(period),
      }
    }),
  )

  const of: SeasonStandings['of'] = (member) => {
    const days = daysUntilToday(member)
    if (!members.includes(member) || days.from >= days.to) return null
    const own = numbers.about([member.subject])
    const values = createDayValues(engine, member, days)
    const knownRuns = new Map<number, Runs>()
    const runs = (plan: MetricPlan): Runs => {
      const known = knownRuns.get(plan.index) ?? runsOf(own, plan, member, days, ms)
      knownRuns.set(plan.index, known)
      return known
    }
    const sources = pointsOf({ numbers, season, member, days, values, runs, tiers })
    const points = sources.reduce((sum, each) => sum + each.points, 0)
    const badges = season.badges.flatMap(({ id, name, icon, for: how }): BadgeStanding[] => {
      const streak = how.by === 'streak' ? model.metric(how.metric) : null
      // Days on goal are for those who have such a goal.
      if (streak !== null && !runs(streak).hasGoal) return []
      const state = badgeState(how, { numbers: own, member, days, season: whole, values, runs })
      const share = state.needs === null || state.needs <= 0 ? 0 : state.has / state.needs
      return [
        {
          ...{ id, name, icon, says: words.badge(how) },
          won: state.won === null ? null : formatDay(state.won),
          share: state.won === null ? Math.max(0, Math.min(share, 1)) : 1,
          missing: words.missing(how, state),
        },
      ]
    })
    const streaked = new Set([
      ...season.streaks.map(({ metric }) => metric),
      ...season.badges.flatMap((badge) => (badge.for.by === 'streak' ? [badge.for.metric] : [])),
    ])
    const today = days.to - 1
    const { team } = stayOn(member, today)
    const isOver = dayOfStay(stayAt(member, ms), ms) >= whole.to
    const highest = isOver
      ? undefined
      : season.teams
          .flatMap((_, nth) => tiers.on(nth, team, today) ?? [])
          .toSorted((one, other) => (other.tier?.multiplies ?? 1) - (one.tier?.multiplies ?? 1))[0]
    const says = highest && words.multiplied(highest)
    return {
      points,
      sources: sources.map((source, nth) => ({
        id: source.by === 'team' ? 'team' : `${source.by} ${source.plan.metric.id} ${nth}`,
        says: words.source(source),
        points: source.points,
      })),
      ...levelOf(season, points),
      runs: [...streaked].flatMap((id) => {
        const plan = model.metric(id)
        if (plan === null) return []
        const { current, best, today: state, hasGoal } = runs(plan)
        if (!hasGoal) return []
        return [{ metric: id, name: plan.metric.name, days: current, best, today: state }]
      }),
      badges,
      multiplies: says ? { by: highest?.tier?.multiplies ?? 1, says } : null,
    }
  }

  return { of, members, teams }
}

/** What the log keeps of somebody once it is over for good. */
export const endRowOf = ({ id, name }: Member, standing: SeasonStanding): SeasonEndRow => ({
  id,
  name,
  points: standing.points,
  level: standing.level?.name ?? null,
  badges: standing.badges.flatMap((badge) =>
    badge.won === null ? [] : [{ id: badge.id, name: badge.name, icon: badge.icon, won: badge.won }],
  ),
})
