// Seasons, as the floor file writes them: what earns points, which levels and badges there are, and what teams unlock. Values
// are in whole units: 20 calls, 5000 dollars; 0.8 is 80 per cent of a goal.
import { z } from 'zod'
import { Name, PlainDate, Slug } from './text.ts'

const Value = z.number().positive().max(1e12)
const Points = z.number().min(0).max(1e6)
/** Days in a row, and how many of them earn something. */
const Days = z.int().min(2).max(250)

/** The longest season, in days: a leap year. */
export const mostSeasonDays = 366

/** The small drawings that a badge can have. */
export const BadgeIcon = z.enum([
  'star',
  'flame',
  'hands',
  'mountain',
  'rocket',
  'phone',
  'target',
  'bolt',
  'sprout',
  'trophy',
])
export type BadgeIcon = z.infer<typeof BadgeIcon>

/** `{ metric: meetings, each: 10 }`; with `per` so many of them: `{ metric: bookings, each: 10, per: 1000 }`. */
export const SeasonPoints = z.strictObject({ metric: Slug, each: Value, per: Value.default(1) })
export type SeasonPoints = z.infer<typeof SeasonPoints>

/**
 * Of a metric with goals for people: `day` points for each working day on which somebody met their own goal of the day, and
 * `gives` for each `every` of such days in a row.
 */
export const SeasonStreak = z
  .strictObject({
    metric: Slug,
    day: Points.default(0),
    every: Days.optional(),
    gives: Points.optional(),
  })
  .refine(
    ({ every, gives }) => (every === undefined) === (gives === undefined),
    'says after how many days in a row (every) it gives how many points (gives), or neither',
  )
  .refine(({ day, gives = 0 }) => day > 0 || gives > 0, 'gives no points')
export type SeasonStreak = z.infer<typeof SeasonStreak>

export const SeasonLevel = z.strictObject({ name: Name, at: z.number().min(0).max(1e12) })
export type SeasonLevel = z.infer<typeof SeasonLevel>

/** How a badge is won; everybody who does it has it. */
export const BadgeFor = z.discriminatedUnion('by', [
  /** So many in the season. */
  z.strictObject({ by: z.literal('total'), metric: Slug, value: Value }),
  /** So many working days in a row with the day's goal met. */
  z.strictObject({ by: z.literal('streak'), metric: Slug, days: Days }),
  /** So many different colleagues who have said thanks. */
  z.strictObject({ by: z.literal('helped'), colleagues: z.int().min(1).max(500) }),
  /** More in a week than in any of one's own twelve weeks before it. */
  z.strictObject({ by: z.literal('best-week'), metric: Slug }),
  /** In a week so much more (0.2: a fifth) than in the mean of the best four of one's own eight weeks before it. */
  z.strictObject({ by: z.literal('improved'), metric: Slug, share: z.number().min(0.01).max(10) }),
])
export type BadgeFor = z.infer<typeof BadgeFor>

export const SeasonBadge = z.strictObject({
  id: Slug,
  name: Name,
  icon: BadgeIcon.default('star'),
  for: BadgeFor,
})
export type SeasonBadge = z.infer<typeof SeasonBadge>

/** From which share of the team's goal on, what it unlocks in words, and by how much the points of its people are multiplied. */
export const TeamTier = z.strictObject({
  at: z.number().min(0.01).max(10),
  unlocks: Name.optional(),
  multiplies: z.number().min(1).max(5).default(1),
})
export type TeamTier = z.infer<typeof TeamTier>

/** Of each team that has a goal for the metric in that period, each period anew. */
export const TeamReward = z.strictObject({
  metric: Slug,
  period: z.enum(['day', 'week', 'month', 'quarter']).default('week'),
  tiers: z.array(TeamTier).min(1).max(6),
})
export type TeamReward = z.infer<typeof TeamReward>

const spanOf = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1

export const Season = z
  .strictObject({
    id: Slug,
    name: Name,
    /** The first and the last day, each person's by the clock of their own office. */
    from: PlainDate,
    until: PlainDate,
    points: z.array(SeasonPoints).max(20).default([]),
    streaks: z.array(SeasonStreak).max(8).default([]),
    levels: z.array(SeasonLevel).max(20).default([]),
    badges: z.array(SeasonBadge).max(40).default([]),
    teams: z.array(TeamReward).max(4).default([]),
    /** How long after its end facts may still come, before it is final. */
    settleHours: z
      .number()
      .min(0)
      .max(31 * 24)
      .default(24),
    /** A draft is seen by managers alone. */
    state: z.enum(['draft', 'announced']).default('draft'),
  })
  .refine(({ from, until }) => from <= until, 'must not end before it begins')
  .refine(({ from, until }) => spanOf(from, until) <= mostSeasonDays, 'is a year at the longest')
export type Season = z.infer<typeof Season>
