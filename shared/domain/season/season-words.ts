// A season in words, in the floor's language: its table as sentences, what a badge takes, and what is missing.
import type { BadgeFor, Season, SeasonPoints, SeasonStreak, TeamReward } from '../../wire/season.ts'
import type { SeasonHead } from '../../wire/season-answers.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createFormat } from '../words/format.ts'
import type { BadgeState } from './badges.ts'
import type { PointSource } from './points.ts'
import { type TeamPeriod, tiersInOrder } from './team-tiers.ts'

export interface SeasonWords {
  /** "$5,000", "42": of whole units. */
  amount(plan: MetricPlan, value: number): string
  /** "Calls: 42", "12 days on goal: Calls". */
  source(source: PointSource): string
  /** "Calls: 5 days in a row with the day's goal met." */
  badge(badge: BadgeFor): string
  /** "12 more"; null where nothing can be said, or it is won. */
  missing(badge: BadgeFor, state: BadgeState): string | null
  /** "80%" */
  share(share: number): string
  /** What a team is missing to the next tier, and what that unlocks; null at the highest. */
  nextTier(period: TeamPeriod): string | null
  /** "East team reached 100% of its goal for Calls: points of this week × 1.2"; null where it multiplies nothing. */
  multiplied(period: TeamPeriod): string | null
  /** All of it. */
  table(season: Season): SeasonHead['table']
}

export const createSeasonWords = (model: Pick<FloorModel, 'file' | 'say' | 'metric'>): SeasonWords => {
  const { say } = model
  const { locale, currency } = model.file.floor
  const format = createFormat(model.file.floor)
  const minor = 10 ** exponentOf(currency)

  const number = (value: number): string => format.full(value, 'points')
  const share = (value: number): string => format.full(value, 'percent')
  const amount = ({ metric: { unit } }: MetricPlan, value: number): string =>
    format.full(unit === 'money' ? Math.round(value * minor) : value, unit)
  const nameOf = (metric: string): string => model.metric(metric)?.metric.name ?? metric
  const points = (value: number): string =>
    say(
      { id: 'season.points', defaultMessage: '{shown} {count, plural, one {point} other {points}}' },
      { shown: number(value), count: value },
    )
  const period = (reward: Pick<TeamReward, 'period'>): string => {
    switch (reward.period) {
      case 'day':
        return say({ id: 'season.period.day', defaultMessage: 'the day' })
      case 'week':
        return say({ id: 'season.period.week', defaultMessage: 'the week' })
      case 'month':
        return say({ id: 'season.period.month', defaultMessage: 'the month' })
      case 'quarter':
        return say({ id: 'season.period.quarter', defaultMessage: 'the quarter' })
    }
  }

  const pointsLine = ({ metric, each, per }: SeasonPoints): string => {
    const plan = model.metric(metric)
    const isOne = per === 1 && plan?.metric.unit !== 'money'
    return isOne || plan === null
      ? say(
          { id: 'season.line.points', defaultMessage: '{metric}: {points} each.' },
          { metric: nameOf(metric), points: points(each) },
        )
      : say(
          { id: 'season.line.points-per', defaultMessage: '{metric}: {points} for every {amount}.' },
          { metric: nameOf(metric), points: points(each), amount: amount(plan, per) },
        )
  }
  const streakLines = ({ metric, day, every, gives }: SeasonStreak): readonly string[] => [
    ...(day > 0
      ? [
          say(
            {
              id: 'season.line.day',
              defaultMessage:
                '{metric}: {points} for each working day on which you meet your goal of the day.',
            },
            { metric: nameOf(metric), points: points(day) },
          ),
        ]
      : []),
    ...(every !== undefined && gives !== undefined && gives > 0
      ? [
          say(
            {
              id: 'season.line.row',
              defaultMessage: '{metric}: {points} more for every {days} such days in a row.',
            },
            { metric: nameOf(metric), points: points(gives), days: every },
          ),
        ]
      : []),
  ]
  const tierLines = (reward: TeamReward): readonly string[] =>
    tiersInOrder(reward).map(({ at, unlocks, multiplies }) =>
      say(
        {
          id: 'season.line.tier',
          defaultMessage:
            'A team at {at} of its goal for {metric}{what, select, both {: {unlocks}, and everybody’s points of {period} ×\u00a0{times}} unlocks {: {unlocks}} other {: everybody’s points of {period} ×\u00a0{times}}}.',
        },
        {
          at: share(at),
          metric: nameOf(reward.metric),
          what: unlocks === undefined ? 'times' : multiplies > 1 ? 'both' : 'unlocks',
          unlocks: unlocks ?? '',
          period: period(reward),
          times: number(multiplies),
        },
      ),
    )

  const badge = (of: BadgeFor): string => {
    if (of.by === 'helped')
      return say(
        {
          id: 'season.badge.helped',
          defaultMessage:
            '{count, plural, one {A colleague says} other {# different colleagues say}} thank you for your help.',
        },
        { count: of.colleagues },
      )
    const plan = model.metric(of.metric)
    const metric = nameOf(of.metric)
    switch (of.by) {
      case 'total':
        return say(
          { id: 'season.badge.total', defaultMessage: '{metric}: {amount} in the season.' },
          { metric, amount: plan === null ? number(of.value) : amount(plan, of.value) },
        )
      case 'streak':
        return say(
          {
            id: 'season.badge.streak',
            defaultMessage: '{metric}: {days} working days in a row with your goal of the day met.',
          },
          { metric, days: of.days },
        )
      case 'best-week':
        return say(
          {
            id: 'season.badge.best-week',
            defaultMessage: '{metric}: a week better than each of your last twelve.',
          },
          { metric },
        )
      case 'improved':
        return say(
          {
            id: 'season.badge.improved',
            defaultMessage: '{metric}: a week with {share} more than your own usual week.',
          },
          { metric, share: share(of.share) },
        )
    }
  }

  const missing: SeasonWords['missing'] = (of, { won, has, needs }) => {
    if (won !== null) return null
    if (needs === null)
      return of.by === 'best-week' || of.by === 'improved'
        ? say({
            id: 'season.missing.past',
            defaultMessage: 'Begins once you have four weeks to compare with.',
          })
        : null
    if (of.by === 'helped')
      return say(
        {
          id: 'season.missing.helped',
          defaultMessage: '{count, plural, one {One more colleague} other {# more colleagues}}',
        },
        { count: needs - has },
      )
    if (of.by === 'streak')
      return say(
        {
          id: 'season.missing.days',
          defaultMessage: '{count, plural, one {One more day} other {# more days}} in a row',
        },
        { count: needs - has },
      )
    const plan = model.metric(of.metric)
    if (plan === null) return null
    // What is as much as before is no better week yet.
    const isWhole = plan.metric.unit === 'count'
    const left = needs - has
    const asked =
      of.by === 'best-week' && isWhole ? Math.floor(left) + 1 : isWhole ? Math.ceil(left - 1e-9) : left
    const more = amount(plan, Math.max(asked, 0))
    return of.by === 'total'
      ? say({ id: 'season.missing.total', defaultMessage: '{amount} more' }, { amount: more })
      : say({ id: 'season.missing.week', defaultMessage: '{amount} more this week' }, { amount: more })
  }

  const nextTier = (of: TeamPeriod): string | null => {
    const next = tiersInOrder(of.reward).find(({ at }) => at > (of.tier?.at ?? 0))
    if (next === undefined) return null
    const per = of.plan.metric.unit === 'money' ? minor : 1
    const left = (of.goal * next.at - of.value) / per
    const asked = of.plan.metric.unit === 'count' ? Math.ceil(left - 1e-9) : left
    const values = {
      // Of a rate it is the line that is said, not a difference.
      amount: of.plan.additive ? amount(of.plan, asked) : format.full(of.goal * next.at, of.plan.metric.unit),
      is: of.plan.additive ? 'sum' : 'rate',
      what: next.unlocks ?? '',
      kind: next.unlocks === undefined ? 'times' : next.multiplies > 1 ? 'both' : 'unlocks',
      times: number(next.multiplies),
    }
    return say(
      {
        id: 'season.tier.next',
        defaultMessage:
          '{is, select, rate {{amount}} other {{amount} more}}: {kind, select, both {{what}, and points ×\u00a0{times}} unlocks {{what}} other {points ×\u00a0{times}}}',
      },
      values,
    )
  }

  const multiplied = ({ team, reward, tier }: TeamPeriod): string | null =>
    tier === null || tier.multiplies <= 1
      ? null
      : say(
          {
            id: 'season.multiplied',
            defaultMessage:
              '{team} has reached {at} of its goal for {metric}: your points of {period} ×\u00a0{times}.',
          },
          {
            team: team.name,
            at: share(tier.at),
            metric: nameOf(reward.metric),
            period: period(reward),
            times: number(tier.multiplies),
          },
        )

  const source = (of: PointSource): string => {
    if (of.by === 'team') return say({ id: 'season.source.team', defaultMessage: 'What your team added' })
    const metric = of.plan.metric.name
    if (of.by === 'metric')
      return say(
        { id: 'season.source.metric', defaultMessage: '{metric}: {amount}' },
        { metric, amount: amount(of.plan, of.count) },
      )
    return of.by === 'days'
      ? say(
          {
            id: 'season.source.days',
            defaultMessage: '{count, plural, one {# day} other {# days}} on goal: {metric}',
          },
          { count: of.count, metric },
        )
      : say(
          {
            id: 'season.source.rows',
            defaultMessage: '{count} × {every} days in a row on goal: {metric}',
          },
          { count: of.count, every: of.every, metric },
        )
  }

  const date = (text: string): string =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(Date.parse(text))

  return {
    amount,
    source,
    badge,
    missing,
    share,
    nextTier,
    multiplied,
    table: (season) => {
      const parts = [
        {
          title: say({ id: 'season.title.points', defaultMessage: 'What earns points' }),
          lines: [...season.points.map(pointsLine), ...season.streaks.flatMap(streakLines)],
        },
        {
          title: say({ id: 'season.title.levels', defaultMessage: 'Levels' }),
          lines: season.levels.map(({ name, at }) =>
            say(
              { id: 'season.line.level', defaultMessage: '{level} from {points}.' },
              { level: name, points: points(at) },
            ),
          ),
        },
        {
          title: say({ id: 'season.title.badges', defaultMessage: 'Badges, for everybody who does it' }),
          lines: season.badges.map(({ name, for: of }) =>
            say(
              { id: 'season.line.badge', defaultMessage: '{badge} – {says}' },
              { badge: name, says: badge(of) },
            ),
          ),
        },
        {
          title: say({ id: 'season.title.teams', defaultMessage: 'What teams unlock' }),
          lines: [
            ...season.teams.flatMap(tierLines),
            ...(season.teams.length > 1
              ? [
                  say({
                    id: 'season.line.highest',
                    defaultMessage: 'Where a day is in several of these, the highest counts.',
                  }),
                ]
              : []),
          ],
        },
        {
          title: say({ id: 'season.title.fair', defaultMessage: 'What is fair about it' }),
          lines: [
            ...(season.streaks.length > 0 || season.badges.some((each) => each.for.by === 'streak')
              ? [
                  say({
                    id: 'season.line.leave',
                    defaultMessage:
                      'Whoever is ill or on holiday loses nothing: such days, weekends and holidays break no row of days.',
                  }),
                ]
              : []),
            say({
              id: 'season.line.corrected',
              defaultMessage:
                'What is corrected in the data is corrected here, too, until the season is over.',
            }),
            say(
              {
                id: 'season.line.ends',
                defaultMessage:
                  'It ends with {date}. Points begin anew with the next season; badges stay yours.',
              },
              { date: date(season.until) },
            ),
          ],
        },
      ]
      return parts.filter(({ lines }) => lines.length > 0)
    },
  }
}
