// A season as its form has it, and back: shares as per cent, empty texts for what is left out.
import { z } from 'zod'
import { BadgeIcon, type Season, Season as SeasonSchema } from '../../../wire/season.ts'
import { PlainDate } from '../../../wire/text.ts'

const BadgeRow = z.object({
  id: z.string(),
  name: z.string(),
  icon: BadgeIcon,
  by: z.enum(['total', 'streak', 'helped', 'best-week', 'improved']),
  /** Whatever it says where a badge asks for none. */
  metric: z.string(),
  /** A total, days, colleagues, or per cent. */
  value: z.number(),
})
export type BadgeRow = z.infer<typeof BadgeRow>

const TierRow = z.object({ percent: z.number(), unlocks: z.string(), multiplies: z.number() })
export type TierRow = z.infer<typeof TierRow>

/** As it is kept in a tab of the console while somebody types. */
export const SeasonForm = z.object({
  name: z.string(),
  from: PlainDate,
  until: PlainDate,
  points: z.array(z.object({ metric: z.string(), each: z.number(), per: z.number() })),
  /** `gives` 0: nothing for days in a row. */
  streaks: z.array(z.object({ metric: z.string(), day: z.number(), every: z.number(), gives: z.number() })),
  levels: z.array(z.object({ name: z.string(), at: z.number() })),
  badges: z.array(BadgeRow),
  teams: z.array(
    z.object({
      metric: z.string(),
      period: z.enum(['day', 'week', 'month', 'quarter']),
      tiers: z.array(TierRow),
    }),
  ),
  settleHours: z.number(),
})
export type SeasonForm = z.infer<typeof SeasonForm>

const usualEvery = 5

const badgeFor = ({ by, metric, value }: BadgeRow) => {
  switch (by) {
    case 'total':
      return { by, metric, value }
    case 'streak':
      return { by, metric, days: value }
    case 'helped':
      return { by, colleagues: value }
    case 'best-week':
      return { by, metric }
    case 'improved':
      return { by, metric, share: value / 100 }
  }
}

/** Null where something is missing that a season needs. A new one is a draft. */
export const seasonOf = (form: SeasonForm, id: string, state: Season['state']): Season | null =>
  SeasonSchema.safeParse({
    id,
    name: form.name,
    from: form.from,
    until: form.until,
    points: form.points,
    streaks: form.streaks
      .filter(({ day, gives }) => day > 0 || gives > 0)
      .map(({ metric, day, every, gives }) => ({ metric, day, ...(gives > 0 && { every, gives }) })),
    levels: form.levels.filter(({ name }) => name.trim() !== ''),
    badges: form.badges
      .filter(({ name }) => name.trim() !== '')
      .map((row) => ({ id: row.id, name: row.name, icon: row.icon, for: badgeFor(row) })),
    teams: form.teams
      .filter(({ tiers }) => tiers.length > 0)
      .map(({ metric, period, tiers }) => ({
        ...{ metric, period },
        tiers: tiers.map(({ percent, unlocks, multiplies }) => ({
          ...{ at: percent / 100, multiplies },
          ...(unlocks.trim() !== '' && { unlocks }),
        })),
      })),
    settleHours: form.settleHours,
    state,
  }).data ?? null

const percentOf = (share: number): number => Math.round(share * 10_000) / 100

const badgeValueOf = (of: Season['badges'][number]['for']): number => {
  switch (of.by) {
    case 'total':
      return of.value
    case 'streak':
      return of.days
    case 'helped':
      return of.colleagues
    case 'best-week':
      return 0
    case 'improved':
      return percentOf(of.share)
  }
}

export const seasonFormOf = (season: Season): SeasonForm => ({
  ...{ name: season.name, from: season.from, until: season.until, settleHours: season.settleHours },
  points: season.points.map((each) => ({ ...each })),
  streaks: season.streaks.map(({ metric, day, every = usualEvery, gives = 0 }) => ({
    ...{ metric, day, every, gives },
  })),
  levels: season.levels.map((each) => ({ ...each })),
  badges: season.badges.map(({ id, name, icon, for: of }) => ({
    ...{ id, name, icon, by: of.by, metric: of.by === 'helped' ? '' : of.metric, value: badgeValueOf(of) },
  })),
  teams: season.teams.map(({ metric, period, tiers }) => ({
    ...{ metric, period },
    tiers: tiers.map(({ at, unlocks = '', multiplies }) => ({ percent: percentOf(at), unlocks, multiplies })),
  })),
})
