// Contests, as the floor file writes them. Values are in whole units: 20 calls, 5000 dollars.
import { z } from 'zod'
import { Name, PlainDate, Slug } from '../text.ts'

const momentPattern = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d)?$/

/** A local date, or a date with a time on the floor's own clock: `2026-11-30T15:00`. */
export const ContestMoment = z
  .string()
  .regex(momentPattern, 'must be a date such as 2026-11-30, or one with a time such as 2026-11-30T15:00')
  .refine(
    (text) => PlainDate.safeParse(text.slice(0, 10)).success,
    'is not a date of the calendar (1970 to 2199)',
  )
export type ContestMoment = z.infer<typeof ContestMoment>

const Value = z.number().positive().max(1e12)

/** What one unit of a metric is worth: `{ metric: meetings, each: 10 }`. */
export const ContestPoints = z.strictObject({ metric: Slug, each: Value })
export type ContestPoints = z.infer<typeof ContestPoints>

/** How it is won. */
export const ContestWin = z.discriminatedUnion('by', [
  /** Whoever has most at the end. */
  z.strictObject({ by: z.literal('most') }),
  /** Whoever is first at so much; it ends for the prizes once they are gone. */
  z.strictObject({ by: z.literal('first-to'), value: Value }),
  /** Everybody who has so much at the end wins alike. */
  z.strictObject({ by: z.literal('over'), value: Value }),
  /** Whoever has most beyond their own usual of the four weeks before, in per cent of it. */
  z.strictObject({ by: z.literal('improved') }),
  /** Everybody who has at least one of each. */
  z.strictObject({ by: z.literal('collect'), metrics: z.array(Slug).min(2).max(12) }),
  /** A ticket for each so many, of which some are drawn after the end. */
  z.strictObject({ by: z.literal('raffle'), ticketEach: Value.default(1) }),
  /** Head to head in rounds of the same length, seeded by the four weeks before. */
  z.strictObject({ by: z.literal('bracket') }),
  /** Whoever leads for the longest time. */
  z.strictObject({ by: z.literal('king') }),
  /** Of sides: one after another, in the order in which the side names them, each with so much; the first side that is through. */
  z.strictObject({ by: z.literal('relay'), each: Value }),
])
export type ContestWin = z.infer<typeof ContestWin>

/** A team made for this contest: drawn or put together, a pair. */
export const ContestSide = z.strictObject({
  id: Slug,
  name: Name,
  people: z.array(Slug).min(1).max(500),
})
export type ContestSide = z.infer<typeof ContestSide>

/** What one who wins it gets; the first prize first. */
export const ContestPrize = z.strictObject({
  what: Name,
  /** What it costs, in whole units of the floor's currency. */
  costs: z.number().min(0).max(1e9).optional(),
})
export type ContestPrize = z.infer<typeof ContestPrize>

/** How long after the end of a contest facts may still come, before it is final. */
const mostSettleHours = 31 * 24

export const Contest = z
  .strictObject({
    id: Slug,
    /** On the wall: "Power hour". */
    name: Name,
    /** `teams`: the floor's teams right below `team`, or at the top. `sides`: those that it names itself. */
    between: z.enum(['people', 'teams', 'sides']).default('people'),
    /** Whose people or teams: of a team with those below it, of a role; left out, of the whole floor. */
    team: Slug.optional(),
    role: Slug.optional(),
    /** Of these people alone. */
    people: z.array(Slug).min(1).max(2000).optional(),
    sides: z.array(ContestSide).min(2).max(260).optional(),
    /** Of teams and sides: all that their people have, or that for each of them. */
    of: z.enum(['total', 'per-head']).default('total'),
    /** A metric, or points of several. */
    counts: z.union([Slug, z.array(ContestPoints).min(1).max(10)]),
    /** With a date: from the beginning of that day in everybody's own office. With a time: for all at one instant. */
    from: ContestMoment,
    /** With a date: to the end of that day. With a time: to that instant. Of the same kind as `from`. */
    until: ContestMoment,
    /** Again and again, by the same clock: the next begins a day, a week or a month after. */
    repeats: z
      .strictObject({ every: z.enum(['day', 'week', 'month']), until: PlainDate.optional() })
      .optional(),
    win: ContestWin,
    /** Who has less than that in the same time is not in it. */
    atLeast: z.strictObject({ metric: Slug, value: Value }).optional(),
    /** Scores are taken in per cent of one's own usual of the four weeks before; or by factors of roles. */
    handicap: z.union([z.literal('own-usual'), z.record(Slug, z.number().min(0.1).max(10))]).optional(),
    /** Of equal scores at the end. */
    ties: z.enum(['shared', 'first']).default('first'),
    /** One who wins gets the prize of their place; with `over` and `collect` everybody gets the first. */
    prizes: z.array(ContestPrize).max(20).default([]),
    /** "Sales budget", "Northwind". */
    paidBy: Name.optional(),
    /** What the sponsor says to everybody. */
    sponsor: z.strictObject({ person: Slug, word: z.string().trim().min(1).max(280) }).optional(),
    settleHours: z.number().min(0).max(mostSettleHours).default(24),
    /** Before its end nobody sees who stands where. */
    hiddenMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60)
      .default(0),
    /** A draft is seen by managers alone. */
    state: z.enum(['draft', 'announced', 'called-off']).default('draft'),
  })
  .refine(
    ({ from, until }) => from.length === until.length,
    'must begin and end with dates, or both with times',
  )
  .refine(
    ({ from, until }) => (from.length === 10 ? from <= until : from < until),
    'must end after it begins',
  )
  .refine(
    ({ between, sides }) => (between === 'sides') === (sides !== undefined),
    'names its sides where it is between sides, and only there',
  )
  .refine(({ between, win }) => win.by !== 'relay' || between === 'sides', 'a relay is between sides')
  .refine(({ between, of }) => of === 'total' || between !== 'people', 'per head is of teams and sides')
export type Contest = z.infer<typeof Contest>
