// Celebration rules, as the floor file writes them. Amounts are in whole units of the floor's currency.
import { z } from 'zod'
import { Condition } from '../condition.ts'
import { TimeOfDay } from '../hours.ts'
import { PictureAddress, SoundAddress, VideoAddress } from '../media-address.ts'
import { Name, Slug } from '../text.ts'
import { WindowText } from '../window.ts'

export const celebrationLooks = [
  'big-deal',
  'goal-reached',
  'record',
  'team-threshold',
  'streak',
  'recognition',
  'quiet',
] as const
export const CelebrationLook = z.enum(celebrationLooks)
export type CelebrationLook = z.infer<typeof CelebrationLook>

export const ownSounds = ['gong', 'bell', 'fanfare', 'crowd', 'chime'] as const
/** One of the project's own, a file of the floor's, or none. */
export const CelebrationSound = z.union([z.enum([...ownSounds, 'none']), SoundAddress])
export type CelebrationSound = z.infer<typeof CelebrationSound>

/** Of all won deals of the last 90 days that bring money: the floor's, those of the closer's team or role, or the closer's. */
const Percentile = z.strictObject({
  percentile: z.number().min(0.5).max(0.999),
  /** A field by which the floor breaks numbers down (`floor.breakdowns`) compares deals with the same value in it. */
  of: z.union([
    z.enum(['floor', 'team', 'role', 'rep']),
    z.strictObject({ field: z.string().min(1).max(120) }),
  ]),
})

/** A deal or a step: any fact, or any event of a deal's history, as a metric's `from` and `where` name them. */
const OnFact = z.strictObject({
  from: z.enum(['deal', 'activity']).default('deal'),
  where: z.array(Condition).default([{ field: 'status', is: 'won' }]),
  /** At least this amount. */
  over: z.union([z.number().positive().max(1e12), Percentile]).optional(),
  /** Of the closer: their first ever. Of the floor: the first on its day. */
  first: z.enum(['ever', 'of-the-day']).optional(),
  /** The closer's first after so many days without one. */
  afterDays: z.int().min(1).max(90).optional(),
  /** The first deal won with this account. */
  newAccount: z.literal(true).optional(),
})

const Reward = z.strictObject({
  /** Of the goal, 1 is all of it; or a value in the metric's own unit. */
  at: z.union([
    z.strictObject({ share: z.number().positive().max(10) }),
    z.strictObject({ value: z.number().positive() }),
  ]),
  reward: Name.optional(),
})

/** A figure that rises over a line while facts come in. */
const OnMetric = z.strictObject({
  metric: Slug,
  /** Else the metric's own. */
  window: WindowText.optional(),
  of: z.enum(['rep', 'team', 'org']).default('rep'),
  crosses: z.union([
    /** Their own goal; `everybody`: the last of a team's people, each over their own. `first-place`: past who led until now. */
    z.enum(['goal', 'everybody', 'first-place']),
    /** Of `personal`, `team` and `floor`: the best of the last 24 such windows. */
    z.strictObject({ record: z.enum(['personal', 'team', 'floor']) }),
    /** In whole units: the n-th of the day, where the window is a day. */
    z.strictObject({ value: z.number().positive() }),
    z.strictObject({ ladder: z.array(Reward).min(1).max(10) }),
    /** So many periods in a row with the goal reached; told again at each multiple. */
    z.strictObject({ streak: z.int().min(2).max(100) }),
  ]),
})

/** A day in somebody's life here; it is told once, when the hour comes in their office. */
const OnDay = z.strictObject({
  day: z.enum(['birthday', 'anniversary', 'first-day']),
  at: TimeOfDay.default('10:00'),
})

export const CelebrationTrigger = z.union([OnMetric, OnDay, OnFact])
export type CelebrationTrigger = z.infer<typeof CelebrationTrigger>

export const CelebrationRule = z.strictObject({
  id: Slug,
  /** On the wall, in a word or two: "Big deal". */
  name: Name,
  on: CelebrationTrigger,
  /** Whose: a team with those below it, a role. */
  team: Slug.optional(),
  role: Slug.optional(),
  /** Else what suits the trigger. */
  look: CelebrationLook.optional(),
  sound: CelebrationSound.default('fanfare'),
  /** The person's own clip instead, where they have one. */
  walkUp: z.boolean().default(false),
  media: z.union([PictureAddress, VideoAddress]).optional(),
  seconds: z.int().min(6).max(60).default(14),
  /** Of several that wait, the highest comes first. */
  priority: z.int().min(1).max(5).default(3),
  /** Where; left out, everywhere. */
  screens: z.array(Slug).min(1).optional(),
  groups: z.array(Slug).min(1).optional(),
  /** Who is told of it: ids of `alerts`. */
  tell: z.array(Slug).default([]),
  off: z.boolean().default(false),
})
export type CelebrationRule = z.infer<typeof CelebrationRule>
