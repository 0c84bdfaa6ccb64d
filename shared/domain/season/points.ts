// Points of one person in a season, by what earned them, in millionths: whole numbers, so that no order of facts matters.
import type { Season } from '../../wire/season.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import { stayOn } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'
import type { DayValues } from './day-values.ts'
import type { Runs } from './runs.ts'
import type { TeamTiers } from './team-tiers.ts'

export const pointScale = 1_000_000

/** Of what a source gives; `count` is what it was given for: calls, days, rows of days. */
export type PointSource =
  | { readonly by: 'metric'; readonly plan: MetricPlan; readonly count: number; readonly points: number }
  | { readonly by: 'days'; readonly plan: MetricPlan; readonly count: number; readonly points: number }
  | {
      readonly by: 'rows'
      readonly plan: MetricPlan
      /** How many days in a row. */
      readonly every: number
      readonly count: number
      readonly points: number
    }
  /** What the team added. */
  | { readonly by: 'team'; readonly points: number }

interface PointParts {
  readonly numbers: Numbers
  readonly season: Season
  readonly member: Member
  /** Of the season, until today. */
  readonly days: DayRange
  readonly values: DayValues
  readonly runs: (plan: MetricPlan) => Runs
  readonly tiers: Pick<TeamTiers, 'multiplies'>
}

/** Three thirds of a deal, each cut off to millionths, are a whole one. */
const lostByShares = 500

/** Whole points of so many millionths. A correction may leave less than none of a source; a source takes no points away. */
const whole = (millionths: number): number =>
  Math.max(0, Math.floor((millionths + lostByShares) / pointScale))

/**
 * Each source in whole points, rounded down; they add up to the points of the season. What is done is multiplied by the tier
 * that the team reached, and so are days on goal; rows of days are not, so that no day of leave, which makes a row be complete
 * earlier, moves one into a week that is worth less.
 */
export const pointsOf = ({
  numbers,
  season,
  member,
  days,
  values,
  runs,
  tiers,
}: PointParts): readonly PointSource[] => {
  const { model } = numbers
  const length = Math.max(0, days.to - days.from)
  const multiplied = Array.from({ length }, (_, nth) => {
    const day = days.from + nth
    return tiers.multiplies(stayOn(member, day).team, day)
  })
  let more = 0
  const added = (millionths: number, nth: number): number => {
    more += Math.round(millionths * ((multiplied[nth] ?? 1) - 1))
    return millionths
  }
  const ofMetrics = season.points.flatMap(({ metric, each, per }): PointSource[] => {
    const plan = model.metric(metric)
    if (plan === null) return []
    let [count, points] = [0, 0]
    values.of(plan).forEach((value, nth) => {
      count += value
      points += added(Math.round((value * each * pointScale) / per), nth)
    })
    return [{ by: 'metric', plan, count, points: whole(points) }]
  })
  const ofStreaks = season.streaks.flatMap(({ metric, day: perDay, every, gives }): PointSource[] => {
    const plan = model.metric(metric)
    if (plan === null) return []
    const { met } = runs(plan)
    const points = met.reduce(
      (sum, { day }) => sum + added(Math.round(perDay * pointScale), day - days.from),
      0,
    )
    const rows = every === undefined ? 0 : met.filter(({ length }) => length % every === 0).length
    return [
      ...(perDay > 0 ? [{ by: 'days' as const, plan, count: met.length, points: whole(points) }] : []),
      ...(every !== undefined && gives !== undefined && gives > 0
        ? [
            {
              by: 'rows' as const,
              plan,
              every,
              count: rows,
              points: whole(rows * Math.round(gives * pointScale)),
            },
          ]
        : []),
    ]
  })
  const hasTeams = season.teams.some((reward) => reward.tiers.some(({ multiplies }) => multiplies > 1))
  return [...ofMetrics, ...ofStreaks, ...(hasTeams ? [{ by: 'team' as const, points: whole(more) }] : [])]
}
