// What phones and the console are told of seasons. They are made, changed and removed as pieces of the floor file
// (`floor-edits.ts`).
import { z } from 'zod'
import { BadgeIcon, Season } from './season.ts'
import { PlainDate } from './text.ts'
import { Face } from './view-parts.ts'

/** `announced`: it has not begun. `closing`: it is over, and facts may still come. `final`: its end is in the log. */
export const SeasonPhase = z.enum(['draft', 'announced', 'running', 'closing', 'final'])
export type SeasonPhase = z.infer<typeof SeasonPhase>

/** Where points come from, in words: "Calls: 42". They add up to the points of the season. */
export const SeasonSource = z.object({ id: z.string(), says: z.string(), points: z.int() })
export type SeasonSource = z.infer<typeof SeasonSource>

export const BadgeStanding = z.object({
  id: z.string(),
  name: z.string(),
  icon: BadgeIcon,
  /** What it takes, in a sentence. */
  says: z.string(),
  /** The day on which it was won, by the facts that stand; null: not yet. */
  won: PlainDate.nullable(),
  /** How far they are, 0 to 1; 1 where it is won. */
  share: z.number(),
  /** "12 more"; null where it is won, or cannot be said. */
  missing: z.string().nullable(),
})
export type BadgeStanding = z.infer<typeof BadgeStanding>

export const SeasonRun = z.object({
  metric: z.string(),
  name: z.string(),
  /** Days in a row that stand now, and the most in this season. */
  days: z.int(),
  best: z.int(),
  /** `off`: they do not work today. `none`: no goal for the day. */
  today: z.enum(['reached', 'open', 'off', 'none']),
})
export type SeasonRun = z.infer<typeof SeasonRun>

const Level = z.object({ name: z.string(), at: z.number() })

/** How one person stands in a season. */
export const SeasonStanding = z.object({
  points: z.int(),
  sources: z.array(SeasonSource),
  /** Null before the first one is reached. */
  level: Level.nullable(),
  /** Null at the highest, and where there are none. */
  next: Level.extend({ missing: z.int() }).nullable(),
  /** From this level to the next one, 0 to 1; 1 at the highest. */
  share: z.number(),
  runs: z.array(SeasonRun),
  badges: z.array(BadgeStanding),
  /** By what their points of today are multiplied, above 1; null: by nothing. */
  multiplies: z.object({ by: z.number(), says: z.string() }).nullable(),
})
export type SeasonStanding = z.infer<typeof SeasonStanding>

/** A team in a period of a reward. */
export const TeamTierRow = z.object({
  team: z.string(),
  name: z.string(),
  /** Which reward of the season, from 0. */
  reward: z.int(),
  /** "Week of Nov 16". */
  period: z.string(),
  metric: z.string(),
  /** As the floor writes them. */
  value: z.string(),
  goal: z.string(),
  /** Of the goal. */
  share: z.number(),
  tiers: z.array(
    z.object({
      at: z.number(),
      /** "80%" */
      atSays: z.string(),
      unlocks: z.string().nullable(),
      multiplies: z.number(),
      reached: z.boolean(),
    }),
  ),
  /** "12 more: Friday lunch, and points × 1.2"; null at the highest tier. */
  next: z.string().nullable(),
})
export type TeamTierRow = z.infer<typeof TeamTierRow>

/** What the log keeps of each who was in a season that is over for good. */
export const SeasonEndRow = z.object({
  id: z.string(),
  name: z.string(),
  points: z.int(),
  level: z.string().nullable(),
  badges: z.array(z.object({ id: z.string(), name: z.string(), icon: BadgeIcon, won: PlainDate })),
})
export type SeasonEndRow = z.infer<typeof SeasonEndRow>

/** How a season ended, with the rules that made it so. */
export const SeasonEnd = z.object({
  rules: Season,
  /** Epoch ms. */
  finalAt: z.number(),
  people: z.array(SeasonEndRow),
})
export type SeasonEnd = z.infer<typeof SeasonEnd>

const SeasonHead = z.object({
  id: z.string(),
  name: z.string(),
  from: PlainDate,
  until: PlainDate,
  phase: SeasonPhase,
  /** Its table in sentences: what earns points, the levels, what teams unlock. */
  table: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
})
export type SeasonHead = z.infer<typeof SeasonHead>

/** `GET /api/v1/me/shelf`. */
export const ShelfAnswer = z.object({
  /** Null: the account is linked to nobody of the floor. */
  person: Face.nullable(),
  /** The season that runs or closes, else the next one; null: none. */
  season: SeasonHead.nullable(),
  /** Null before it begins, and for somebody who is not in it. */
  standing: SeasonStanding.nullable(),
  teams: z.array(TeamTierRow),
  /** Seasons that are over for good, the latest first. */
  past: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      from: PlainDate,
      until: PlainDate,
      points: z.int(),
      level: z.string().nullable(),
      badges: SeasonEndRow.shape.badges,
    }),
  ),
})
export type ShelfAnswer = z.infer<typeof ShelfAnswer>

const PersonRow = Face.extend({
  id: z.string(),
  points: z.int(),
  level: z.string().nullable(),
  badges: z.int(),
})

/** How many have won a badge, and how many are in the season. */
const BadgeCount = z.object({ id: z.string(), name: z.string(), icon: BadgeIcon, won: z.int() })

/** `GET /api/v1/seasons`: the one that runs first, then those that come, then the others. */
export const SeasonsAnswer = z.object({
  seasons: z.array(
    SeasonHead.extend({
      teams: z.array(TeamTierRow),
      badges: z.array(BadgeCount),
      /** How many are in it. */
      of: z.int(),
      /** Those whom the caller coaches, in the order of their names; empty before it begins. */
      people: z.array(PersonRow),
    }),
  ),
  /** Over for good, the latest first; `people` are those whom the caller coaches. */
  ended: z.array(SeasonEnd),
})
export type SeasonsAnswer = z.infer<typeof SeasonsAnswer>

/** `POST /api/v1/seasons/try`: what it would have given over as many days that are over; nothing is kept. */
export const SeasonTryRequest = z.strictObject({ season: Season })
export type SeasonTryRequest = z.infer<typeof SeasonTryRequest>

export const SeasonTryAnswer = z.object({
  from: PlainDate,
  until: PlainDate,
  /** How many would have been in it, and the points of whoever had fewest, of the one in the middle and of the first. */
  of: z.int(),
  points: z.object({ least: z.int(), middle: z.int(), most: z.int() }),
  levels: z.array(z.object({ name: z.string(), people: z.int() })),
  badges: z.array(BadgeCount),
  /** For each tier of each reward a line: in how many of their periods teams came to it. */
  teams: z.array(z.string()),
  table: SeasonHead.shape.table,
  /** What is unfair or unseen about it, a sentence each. */
  warnings: z.array(z.string()),
})
export type SeasonTryAnswer = z.infer<typeof SeasonTryAnswer>
