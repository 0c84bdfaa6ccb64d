// Awards that come again and again, such as "Player of the month": what the floor file writes, what phones say and are
// told, and what the log keeps of each end. Who voted for whom crosses no wire but once, from a phone to the feed.
import { z } from 'zod'
import { TimeOfDay } from './hours.ts'
import { Name, PlainDate, Slug } from './text.ts'
import { ThanksWords } from './thanks.ts'
import { Unit } from './view-parts.ts'

export const AwardEvery = z.enum(['week', 'month', 'quarter'])
export type AwardEvery = z.infer<typeof AwardEvery>

/**
 * `vote`: whoever has most votes of those who were nominated. `metric`: whoever is best at it in the period. `both`: the
 * three best at it stand for the vote, and whoever of them has most votes is chosen.
 */
export const AwardBy = z.enum(['vote', 'metric', 'both'])
export type AwardBy = z.infer<typeof AwardBy>

/** In the floor file. */
export const Award = z
  .strictObject({
    id: Slug,
    /** On the wall: "Player of the month". */
    name: Name,
    every: AwardEvery.default('month'),
    /** The first period is the one with this day in it. */
    from: PlainDate,
    /** Who can be chosen, and who votes: of a team with those below it, of a role; left out, everybody. */
    team: Slug.optional(),
    role: Slug.optional(),
    by: AwardBy.default('vote'),
    /** By metric and by both: at what. */
    metric: Slug.optional(),
    /** Votes are taken from the start of the last so many working days of the period; by both from its end on. */
    opensBefore: z.int().min(0).max(10).default(3),
    /** It is decided on that working day after the period. */
    closesAfter: z.int().min(1).max(10).default(2),
    /** At that time of the day, on the floor's own clock: while people are there to see it. */
    closesAt: TimeOfDay.default('16:00'),
    /** What whoever is chosen gets, in words. */
    prize: Name.optional(),
    /** Whether the wall says how many votes whoever was chosen had. */
    tellsVotes: z.boolean().default(false),
  })
  .refine(
    ({ by, metric }) => (by === 'vote') === (metric === undefined),
    'names a metric where it goes by metric or by both, and only there',
  )
export type Award = z.infer<typeof Award>

/** More of one person in one period are a campaign. */
export const mostNominations = 3

/** Fewer votes than these would say who gave them: how many somebody had is not told then. */
export const fewestToldVotes = 5

/** Why somebody: a sentence that a wall can show. */
export const NominationWords = ThanksWords

/** `PUT /api/v1/awards/nominations/:id` */
export const NewNomination = z.strictObject({
  award: Slug,
  /** Which period: its first date. */
  on: PlainDate,
  /** The colleague: a person of the floor. */
  person: Slug,
  words: NominationWords,
})
export type NewNomination = z.infer<typeof NewNomination>

/** `PUT /api/v1/awards/:award/vote`: in place of the one before. */
export const NewVote = z.strictObject({ on: PlainDate, person: Slug })
export type NewVote = z.infer<typeof NewVote>

const Colleague = z.object({ id: z.string(), name: z.string() })

/** Whoever was chosen. */
export const AwardWinner = z.object({
  person: z.string(),
  /** As they were called then. */
  name: z.string(),
  /** Why, as the first who nominated them wrote it; null where nobody did. */
  words: z.string().nullable(),
  /** Null where that is not told. */
  votes: z.int().nullable(),
  /** At the metric; null by vote alone. */
  value: z.number().nullable(),
})
export type AwardWinner = z.infer<typeof AwardWinner>

/** How a period ended: written into the log once, and never again. */
export const AwardResult = z.object({
  award: z.string(),
  /** As it was called then. */
  name: z.string(),
  /** The first date of the period. */
  on: z.string(),
  every: AwardEvery,
  /** Epoch ms on the floor's own clock; `until` is not in it. */
  from: z.number(),
  until: z.number(),
  /** Epoch ms: when it was decided. */
  closedAt: z.number(),
  by: AwardBy,
  /** What it went by besides votes. */
  metric: z.object({ id: z.string(), name: z.string(), noun: z.string(), unit: Unit }).nullable(),
  prize: z.string().nullable(),
  /** Of the floor file’s order; none where nobody was chosen. */
  winners: z.array(AwardWinner),
  /** By both: the ids of those who stood for the vote. */
  shortlist: z.array(z.string()),
  /** How many voted, and how many might have. */
  voted: z.int(),
  voters: z.int(),
})
export type AwardResult = z.infer<typeof AwardResult>

/** `coming`: its first period has not begun. `counting`: the period is over, and figures may still come. */
export const AwardPhase = z.enum(['coming', 'nominating', 'voting', 'counting'])
export type AwardPhase = z.infer<typeof AwardPhase>

export const ToldNomination = z.object({
  id: z.string(),
  words: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** Who wrote it: told to themselves, and to who looks after one of the two. */
  author: Colleague.nullable(),
  isOwn: z.boolean(),
  mayTakeBack: z.boolean(),
})
export type ToldNomination = z.infer<typeof ToldNomination>

export const Nominee = z.object({
  person: Colleague,
  /** The first one first. */
  nominations: z.array(ToldNomination),
  /** At the metric so far; null by vote alone. */
  value: z.number().nullable(),
})
export type Nominee = z.infer<typeof Nominee>

/** What makes an award unfair, or go unseen: a sentence each. `id` names the guard. */
export const AwardWarning = z.object({
  id: z.enum(['few-voters', 'same-winner', 'nobody-nominated', 'no-screen']),
  says: z.string(),
})
export type AwardWarning = z.infer<typeof AwardWarning>

/** An award in the period that is open. */
export const AwardState = z.object({
  award: Award,
  on: z.string(),
  /** "November 2026" */
  period: z.string(),
  phase: AwardPhase,
  /** Epoch ms. `nominatesFrom`: from when on somebody can be nominated; `votesFrom` null: nobody votes. */
  nominatesFrom: z.number(),
  votesFrom: z.number().nullable(),
  until: z.number(),
  closesAt: z.number(),
  metric: z.object({ name: z.string(), unit: Unit }).nullable(),
  /** Those who can be chosen as it stands: by vote everybody who was nominated, else the best at the metric. */
  nominees: z.array(Nominee),
  /** What whoever asks may do now. */
  mayNominate: z.boolean(),
  mayVote: z.boolean(),
  /** Whom they may nominate, by name. */
  colleagues: z.array(Colleague),
  /** Whether they have voted, and not for whom: nobody is told that. */
  hasVoted: z.boolean(),
  /** For those who make awards; null for others. */
  turnout: z.object({ voted: z.int(), voters: z.int() }).nullable(),
  warnings: z.array(AwardWarning),
  /** The latest first, at most 24. `changedSince`: by the metric as it is counted now it would have ended otherwise. */
  past: z.array(AwardResult.extend({ period: z.string(), changedSince: z.boolean() })),
})
export type AwardState = z.infer<typeof AwardState>

/** `GET /api/v1/awards`, and the answer to whatever changes any. */
export const AwardsAnswer = z.object({
  awards: z.array(AwardState),
  /** Null: whoever asks is nobody who works on the floor. */
  person: Colleague.nullable(),
  /** Epoch ms, by the feed’s clock. */
  now: z.number(),
})
export type AwardsAnswer = z.infer<typeof AwardsAnswer>
