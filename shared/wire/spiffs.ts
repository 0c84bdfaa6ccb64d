// Spiffs: small sums for helping, as the floor file writes them, and what crosses the wire. In the file amounts are in whole
// units of the floor's currency; on the wire in its minor units.
import { z } from 'zod'
import { Name, PlainDate, Slug } from './text.ts'
import { ThanksHow } from './thanks.ts'

/**
 * `help`: a help that whoever was helped has confirmed. `shared-win`: a won deal on which somebody is credited beside its owner.
 * `handover`: a deal or a lead that was handed over, by a thanks or as a source says it. `metric`: each so many of a metric.
 */
export const SpiffFor = z.enum(['help', 'shared-win', 'handover', 'metric'])
export type SpiffFor = z.infer<typeof SpiffFor>

/** The kind of activity by which sources say that something was handed over: of whoever did so. */
export const handoverKind = 'handover'

const Amount = z.number().positive().max(1e9)

/** The most of any of them: none is without a limit. */
export const mostPayments = 20_000

/** How much one person, and how often the same two, can earn. */
export const SpiffCaps = z.strictObject({
  /** One person, on one day of theirs. */
  perDay: Amount.optional(),
  /** One person, in a week of the floor. */
  perWeek: Amount.optional(),
  /** One person, in all. */
  perPerson: Amount.optional(),
  /** The same two people, either way round, in a week: how often. */
  pairPerWeek: z.int().min(1).max(100).default(2),
})
export type SpiffCaps = z.infer<typeof SpiffCaps>

/** Whole days on which nothing is earned; the last one without an end while it is paused. */
const Pause = z
  .strictObject({ from: PlainDate, until: PlainDate.optional() })
  .refine(({ from, until }) => until === undefined || from <= until, 'must end after it begins')

export const Spiff = z
  .strictObject({
    id: Slug,
    name: Name,
    /** Who can earn it: of a team with those below it, of a role, these people; left out, everybody. */
    team: Slug.optional(),
    role: Slug.optional(),
    people: z.array(Slug).min(1).max(2000).optional(),
    for: SpiffFor,
    /** Of `help`: in which way; left out, in any. */
    how: z.array(ThanksHow).min(1).max(3).optional(),
    /** Of `metric`. */
    metric: Slug.optional(),
    /** Of `metric`: for each so many of it. */
    each: z.number().positive().max(1e12).optional(),
    /** What one is paid. */
    amount: Amount,
    /** Whole days, each person’s by the clock of their own office; the last one included. */
    from: PlainDate,
    until: PlainDate,
    caps: SpiffCaps.default({ pairPerWeek: 2 }),
    /** All that can be paid. */
    budget: Amount,
    /** "Sales budget". */
    paidBy: Name.optional(),
    pauses: z.array(Pause).max(100).default([]),
    /** A draft is seen by managers alone, and pays nothing. */
    state: z.enum(['draft', 'running', 'paused', 'ended']).default('draft'),
  })
  .refine(({ from, until }) => from <= until, 'must end after it begins')
  .refine(
    (spiff) => (spiff.for === 'metric') === (spiff.metric !== undefined),
    'names its metric where it pays for one (for: metric), and only there',
  )
  .refine((spiff) => spiff.for === 'metric' || spiff.each === undefined, 'each goes with for: metric')
  .refine((spiff) => spiff.for === 'help' || spiff.how === undefined, 'how goes with for: help')
  .refine(({ amount, budget }) => amount <= budget, 'pays more for one than its whole budget')
  .refine(
    ({ amount, budget }) => budget / amount <= mostPayments,
    `its budget is for more than ${mostPayments} payments; pay more for one, or make the budget smaller`,
  )
  .refine(
    ({ pauses, state }) => (state === 'paused') === (pauses.at(-1)?.until === undefined && pauses.length > 0),
    'is paused since the last of its pauses, which has no end (until) while it is, and only then',
  )
export type Spiff = z.infer<typeof Spiff>

/** `coming`: it runs, and its first day is still to come. `over`: its last day is past; what is due can be approved. */
export const SpiffPhase = z.enum(['draft', 'coming', 'running', 'paused', 'over', 'ended'])
export type SpiffPhase = z.infer<typeof SpiffPhase>

/** What a line was cut by: the most of a person on a day, in a week, in all; of a pair in a week; the budget. */
export const SpiffCut = z.enum(['per-day', 'per-week', 'per-person', 'pair', 'budget'])
export type SpiffCut = z.infer<typeof SpiffCut>

const Who = z.object({ id: z.string(), name: z.string() })

/** One payment: due, approved or refused. */
export const SpiffLine = z.object({
  /** Of this spiff alone. */
  key: z.string(),
  spiff: z.string(),
  spiffName: z.string(),
  person: Who,
  /** Whom they helped, or with whom they won; null where nobody is known. */
  other: Who.nullable(),
  for: SpiffFor,
  how: ThanksHow.nullable(),
  /** The words of a thanks; a deal’s name. */
  what: z.string().nullable(),
  /** The customer. */
  account: z.string().nullable(),
  /** Of a metric: which payment of the person it is, from 1. */
  nth: z.int().nullable(),
  /** Local date of the person. */
  on: z.string(),
  /** What it would be without caps and budget, and what it is; both in minor units. */
  fullMinor: z.int(),
  amountMinor: z.int(),
  cut: SpiffCut.nullable(),
  state: z.enum(['due', 'approved', 'refused']),
  /** Who decided, and when (epoch ms). */
  decided: z.object({ by: z.string(), at: z.number(), reason: z.string().nullable() }).nullable(),
  /** Approved, and what it rests on is gone since, or is of another day now. */
  changed: z.enum(['gone', 'moved']).nullable(),
  mayDecide: z.boolean(),
})
export type SpiffLine = z.infer<typeof SpiffLine>

/** What a spiff comes to, over everybody; in minor units. */
export const SpiffSums = z.object({
  budgetMinor: z.int(),
  approvedMinor: z.int(),
  dueMinor: z.int(),
  /** Payments that wait for a decision. */
  waiting: z.int(),
  /** Of these, how many whoever asks can decide. */
  yours: z.int(),
})
export type SpiffSums = z.infer<typeof SpiffSums>

export const SpiffShown = z.object({
  spiff: Spiff,
  phase: SpiffPhase,
  /** Who can earn it, in words; null: everybody. */
  who: z.string().nullable(),
  /** Of `metric`: what is paid for, in words: "Meetings held". */
  metricName: z.string().nullable(),
  /** Null: whoever asks sees their own alone. */
  sums: SpiffSums.nullable(),
})
export type SpiffShown = z.infer<typeof SpiffShown>

/** `GET /api/v1/spiffs`. */
export const SpiffsAnswer = z.object({
  /** Those that run first, then those that come, then the others. */
  spiffs: z.array(SpiffShown),
  /** What whoever asks earned, of all spiffs, the latest first, at most 100. */
  own: z.array(SpiffLine),
  ownSums: z.object({ approvedMinor: z.int(), dueMinor: z.int() }),
  /** Whether they can be paid at all: they work on the floor. */
  isPerson: z.boolean(),
  currency: z.string(),
})
export type SpiffsAnswer = z.infer<typeof SpiffsAnswer>

/** `GET /api/v1/spiffs/:id`: one, with the lines of the people whom whoever asks looks after. */
export const SpiffAnswer = z.object({
  /** Null: the floor does not have it any more; what was approved of it stands. */
  shown: SpiffShown.nullable(),
  name: z.string(),
  /** To be decided, the earliest first; and then what was decided, the latest first. At most 500 of each. */
  due: z.array(SpiffLine),
  decided: z.array(SpiffLine),
  /** How many more there are of each. */
  moreDue: z.int(),
  moreDecided: z.int(),
  currency: z.string(),
})
export type SpiffAnswer = z.infer<typeof SpiffAnswer>

/** `POST /api/v1/spiffs/:id/decisions`. Each amount is the one that was seen: another one is not approved. */
export const SpiffDecisions = z
  .strictObject({
    approve: z.boolean(),
    lines: z
      .array(z.strictObject({ key: z.string().min(1).max(1000), amountMinor: z.int().min(0) }))
      .min(1)
      .max(1000),
    /** Why they are refused. */
    reason: z.string().trim().min(1).max(280).optional(),
  })
  .refine(
    ({ approve, reason }) => approve === (reason === undefined),
    'a refusal says why, and only a refusal',
  )
export type SpiffDecisions = z.infer<typeof SpiffDecisions>

/** `done`: decided now. `changed`: they are not what was seen, and stay as they are. `already`: somebody decided before. */
export const SpiffDecided = z.object({
  done: z.int(),
  changed: z.int(),
  already: z.int(),
  answer: SpiffAnswer,
})
export type SpiffDecided = z.infer<typeof SpiffDecided>

export const SpiffWarning = z.object({
  id: z.enum(['pair', 'fast', 'nobody', 'no-thanks', 'one-takes-most', 'no-cap', 'whatever-comes']),
  says: z.string(),
})
export type SpiffWarning = z.infer<typeof SpiffWarning>

/** `POST /api/v1/spiffs/try`: what it would have paid in the last four weeks; nothing is kept. */
export const SpiffTryRequest = z.strictObject({ spiff: Spiff })

export const SpiffTryAnswer = z.object({
  /** Who would have been paid what, most first. */
  people: z.array(z.object({ person: Who, payments: z.int(), amountMinor: z.int(), cutMinor: z.int() })),
  totalMinor: z.int(),
  warnings: z.array(SpiffWarning),
  currency: z.string(),
})
export type SpiffTryAnswer = z.infer<typeof SpiffTryAnswer>
