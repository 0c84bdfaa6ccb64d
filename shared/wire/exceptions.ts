// What is off, who wrote about it, and when it was over: `/api/v1/exceptions`. For whoever coaches, and never on a wall.
import { z } from 'zod'
import { MailGoes } from './celebrations/api.ts'
import { Deadline } from './exception-rule.ts'
import { Slug } from './text.ts'
import { Face, ViewMetric } from './view-parts.ts'

/** Whom or what an exception is about. `team`: of a note that something fell for everybody on it. */
export const ExceptionSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deal'), source: z.string(), id: z.string() }),
  z.object({ kind: z.literal('rep'), person: z.string() }),
  z.object({ kind: z.literal('team'), team: z.string() }),
])
export type ExceptionSubject = z.infer<typeof ExceptionSubject>

/** Counts of a pair of metrics over the same days. `usual`: what was to be expected of so much of the input. */
const Pair = z.object({
  input: ViewMetric,
  outcome: ViewMetric,
  /** Local dates, the last one included. */
  from: z.string(),
  until: z.string(),
  /** Working days of these. */
  days: z.int(),
  made: z.number(),
  came: z.number(),
  usual: z.number(),
})

/**
 * Why it is one, with its figures. Money in minor units, percent as a fraction, dates `YYYY-MM-DD`, days as people count
 * them.
 */
export const ExceptionWhy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overdue'), on: z.string(), days: z.int() }),
  /** `on` null: there never was an activity; `days` are then since it was begun. */
  z.object({ kind: z.literal('untouched'), on: z.string().nullable(), days: z.int() }),
  /** `usual`: the average of deals that left the stage, where the rule asks for it. */
  z.object({
    kind: z.literal('in stage'),
    stage: z.string(),
    days: z.int(),
    usual: z.number().nullable(),
  }),
  z.object({ kind: z.literal('missing'), field: z.string() }),
  z.object({
    kind: z.literal('value'),
    metric: ViewMetric,
    /** In words: "Week of Nov 16". */
    window: z.string(),
    /** The first day of the window; null where it has none. */
    start: z.string().nullable(),
    value: z.number(),
    than: z.enum(['below', 'above']),
    limit: z.number(),
    by: Deadline.nullable(),
  }),
  z.object({
    kind: z.literal('well behind'),
    metric: ViewMetric,
    /** Oldest first. */
    windows: z.array(
      z.object({ label: z.string(), value: z.number(), goal: z.number(), running: z.boolean() }),
    ),
  }),
  /** `whose`: whose rate says what was to be expected. `share`: of the goal of these days; null where they have none. */
  Pair.extend({ kind: z.literal('busy'), whose: z.enum(['own', 'role']), share: z.number().nullable() }),
  z.object({
    kind: z.literal('momentum'),
    metric: ViewMetric,
    from: z.string(),
    until: z.string(),
    days: z.int(),
    /** A working day. */
    now: z.number(),
    usual: z.number(),
  }),
  /**
   * Everybody's outcome fell, so that it is nobody's own. `fell`: where most of it was lost, of the fields by which the
   * floor breaks numbers down; null where none stands out. `names`: of those who would have been flagged.
   */
  Pair.extend({
    kind: z.literal('everybody'),
    names: z.array(z.string()),
    fell: z.object({ field: z.string(), value: z.string(), came: z.number(), before: z.number() }).nullable(),
  }),
])
export type ExceptionWhy = z.infer<typeof ExceptionWhy>

/**
 * How it was over. `mended`: what was off is in order; `closed`: the deal is won or lost; `withdrawn`: its source took the
 * deal back; `left`: they work here no more; `period over`: its week, month or quarter ended as it was; `rule changed`: the
 * rule asks for something else, or is gone.
 */
export const ClearedHow = z.enum(['mended', 'closed', 'withdrawn', 'left', 'period over', 'rule changed'])
export type ClearedHow = z.infer<typeof ClearedHow>

/** What somebody wrote about it. */
export const ExceptionNote = z.object({
  at: z.number(),
  name: z.string(),
  text: z.string(),
  to: z.string(),
  by: z.enum(['mail', 'slack']),
})
export type ExceptionNote = z.infer<typeof ExceptionNote>

/** The time from its beginning to its end, under one id. Instants in epoch ms. */
export const EpisodeHead = z.object({
  /** Of this time; the next one has another. */
  id: z.string(),
  rule: Slug,
  subject: ExceptionSubject,
  /** Counts the times from 1: more than 1 came back. */
  nth: z.int(),
  /** The deal's, or the rep's own name; the team's of a note. */
  title: z.string(),
  /** The person's id; null where the floor knows none by the name that the source gives. */
  owner: z.string().nullable(),
  ownerName: z.string(),
  /** Of the owner then. */
  team: z.string().nullable(),
  why: ExceptionWhy,
  /** Since when it has been so, by the facts; and when it was found. */
  since: z.number(),
  openedAt: z.number(),
})
export type EpisodeHead = z.infer<typeof EpisodeHead>

/** What a note says to begin with. */
export const Draft = z.object({ subject: z.string(), text: z.string() })
export type Draft = z.infer<typeof Draft>

export const ExceptionEntry = EpisodeHead.extend({
  /** Why, in a sentence in the floor's language. */
  says: z.string(),
  face: Face.nullable(),
  teamName: z.string().nullable(),
  /** Of a deal, in minor units of the floor's currency. */
  amount: z.number().nullable(),
  account: z.string().nullable(),
  /** The owner works here no more. */
  hasLeft: z.boolean(),
  seenAt: z.number().nullable(),
  /** Oldest first. */
  notes: z.array(ExceptionNote.extend({ state: z.enum(['waiting', 'sent', 'dead', 'expired']) })),
  /** Set aside until then; null where it is not. */
  snoozed: z.object({ until: z.number(), name: z.string() }).nullable(),
  /** How many times it was set aside, or taken up again: what a change of it is made over. */
  snoozes: z.int(),
  /** Whether the owner can be written to by mail. */
  mails: z.boolean(),
  /** The connection by which the owner can be written to in Slack. */
  slack: Slug.nullable(),
  /** Null of a team's note, and where the owner has left. */
  draft: Draft.nullable(),
})
export type ExceptionEntry = z.infer<typeof ExceptionEntry>

export const ClearedException = EpisodeHead.extend({
  ruleName: z.string(),
  face: Face.nullable(),
  clearedAt: z.number(),
  how: ClearedHow,
  /** Who wrote about it last; null where nobody did. */
  wrote: z.object({ name: z.string(), at: z.number() }).nullable(),
})
export type ClearedException = z.infer<typeof ClearedException>

/** `GET /api/v1/exceptions`: of those whom the caller may coach. */
export const ExceptionsAnswer = z.object({
  rules: z.array(z.object({ id: Slug, name: z.string(), test: z.enum(['deal', 'rep', 'busy', 'momentum']) })),
  /** Open ones, those that have been longest first. */
  open: z.array(ExceptionEntry),
  /** Since the floor's week began, newest first. */
  cleared: z.array(ClearedException),
  /** Whether a source is still sending its past: until then nothing is found. */
  waits: z.boolean(),
  mail: MailGoes,
  now: z.number(),
})
export type ExceptionsAnswer = z.infer<typeof ExceptionsAnswer>

/**
 * How long exceptions of a team live. Of those that were cleared by being mended or closed in so many days: how many, the
 * median time in ms, the same of those about which somebody wrote, and how many had been there before.
 */
export const TeamLifetimes = z.object({
  /** Null: of people without a team, or whom the floor does not know. */
  team: z.string().nullable(),
  name: z.string().nullable(),
  open: z.int(),
  /** Of the open ones the longest, in ms; null without any. */
  longest: z.number().nullable(),
  mended: z.int(),
  median: z.number().nullable(),
  written: z.object({ mended: z.int(), median: z.number().nullable() }),
  /** Of the mended ones that somebody wrote about: how many came back. */
  cameBack: z.int(),
})
export type TeamLifetimes = z.infer<typeof TeamLifetimes>

/** `GET /api/v1/exceptions/lifetimes`: sums by team, for leaders too; of a manager's own teams for them. */
export const LifetimesAnswer = z.object({ days: z.int(), teams: z.array(TeamLifetimes) })
export type LifetimesAnswer = z.infer<typeof LifetimesAnswer>

const EpisodeId = z.string().min(1).max(1000)

/** `POST /api/v1/exceptions/seen`: which of them the caller has had in front of them. */
export const SeenExceptions = z.strictObject({ episodes: z.array(EpisodeId).min(1).max(500) })
export type SeenExceptions = z.infer<typeof SeenExceptions>

export const longestNote = 4000

/** `POST /api/v1/exceptions/notes`: to its owner. `over`: how many notes whoever writes has seen. */
export const NewNote = z.strictObject({
  episode: EpisodeId,
  over: z.int().min(0),
  by: z.enum(['mail', 'slack']).default('mail'),
  subject: z.string().trim().min(1, 'says what it is about').max(150),
  text: z.string().trim().min(1, 'says something').max(longestNote),
})
export type NewNote = z.infer<typeof NewNote>

/** `POST /api/v1/exceptions/snoozes`. `until`: epoch ms, at most a quarter ahead; null takes it up again. */
export const NewSnooze = z.strictObject({
  episode: EpisodeId,
  over: z.int().min(0),
  until: z.number().nullable(),
})
export type NewSnooze = z.infer<typeof NewSnooze>

export const ExceptionDone = z.object({ done: z.literal(true) })
