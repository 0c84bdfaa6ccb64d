// Notes, agreed actions and one-to-ones of a rep and whoever coaches them: `/api/v1/coaching/:person/…`. For nobody else.
import { z } from 'zod'
import { isVisible, PlainDate, Slug } from './text.ts'
import { ViewMetric } from './view-parts.ts'

/** Controls other than line breaks, lone surrogates, and what could not be decoded. */
const unreadable = /[\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|(?!\n)\p{Cc}/u

/** Plain text of some lines. Shown as letters, whatever is in it. */
export const plainText = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .refine((text) => text.length > 0 && isVisible(text), 'says something')
    .refine((text) => text.length <= most, `has at most ${most} characters`)
    .refine((text) => !unreadable.test(text), 'has characters that cannot be read')

/** Made by whoever sends it, so that what is sent twice is written once. */
export const EntryId = z.string().regex(/^[A-Za-z0-9-]{8,60}$/, 'must be 8 to 60 letters, digits and hyphens')

const NoteText = plainText(2000)
const ActionText = plainText(300)

export const NewNote = z.strictObject({ id: EntryId, text: NoteText })
export type NewNote = z.infer<typeof NewNote>
/** `over`: the version that whoever asks has seen. */
export const ChangedNote = z.strictObject({ over: z.int().min(1), text: NoteText })
export type ChangedNote = z.infer<typeof ChangedNote>

export const NewAction = z.strictObject({
  id: EntryId,
  what: ActionText,
  /** The step that it is about, by the metric that the step leads to. */
  step: Slug.nullable(),
  dueOn: PlainDate.nullable(),
})
export type NewAction = z.infer<typeof NewAction>
export const ChangedAction = z.strictObject({
  over: z.int().min(1),
  what: ActionText.optional(),
  dueOn: PlainDate.nullable().optional(),
  isDone: z.boolean().optional(),
})
export type ChangedAction = z.infer<typeof ChangedAction>

/** At the end of a one-to-one. `startedAt`: epoch ms; what was written since then belongs to it. */
export const NewOneToOne = z.strictObject({
  id: EntryId,
  startedAt: z.int().min(0),
  nextOn: PlainDate.nullable(),
})
export type NewOneToOne = z.infer<typeof NewOneToOne>

/** What was counted of a step: `made` of `from`, in the units of the two metrics. */
export const StepCounts = z.object({
  made: z.number(),
  from: z.number(),
  attempts: z.number(),
  /** `made` ÷ `from`; null where nothing is below the line. */
  value: z.number().nullable(),
})
export type StepCounts = z.infer<typeof StepCounts>

export const SinceVerdict = z.enum(['better', 'worse', 'no clear change', 'too little to tell'])
export type SinceVerdict = z.infer<typeof SinceVerdict>

/** What became of a step since something was agreed about it. */
export const StepSince = z.object({
  /** Of the step: from `from` to `metric`. */
  metric: ViewMetric,
  from: ViewMetric,
  /** What `made` and `from` of the counts are. */
  counted: z.object({ made: ViewMetric, from: ViewMetric }),
  isShare: z.boolean(),
  /** Of the period up to and with the day on which it was agreed; kept as it was before. */
  before: StepCounts,
  /** Of the days after it, today included. */
  since: StepCounts,
  /** In which the true rate since then lies with 95 % confidence; null for an amount for each piece. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  verdict: SinceVerdict,
})
export type StepSince = z.infer<typeof StepSince>

const head = {
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** Who wrote it, as people read it. */
  by: z.string(),
  /** Whether the caller did. */
  isOwn: z.boolean(),
  version: z.int(),
}

export const Note = z.object({
  ...head,
  text: z.string(),
  /** Epoch ms; null as long as it is as it was written. */
  changedAt: z.number().nullable(),
})
export type Note = z.infer<typeof Note>

export const AgreedAction = z.object({
  ...head,
  what: z.string(),
  dueOn: PlainDate.nullable(),
  /** Whether that day is over where the rep is, and it is not done. */
  isOverdue: z.boolean(),
  done: z.object({ at: z.number(), by: z.string() }).nullable(),
  step: z.object({ metric: ViewMetric, from: ViewMetric }).nullable(),
  /** Null without a step, and where the role has no such step any more. */
  became: StepSince.nullable(),
})
export type AgreedAction = z.infer<typeof AgreedAction>

export const OneToOne = z.object({
  ...head,
  startedAt: z.number(),
  nextOn: PlainDate.nullable(),
  /** The point at that time; null where there was none. */
  point: z.object({ kind: z.enum(['sank', 'lags']), metric: ViewMetric, from: ViewMetric }).nullable(),
})
export type OneToOne = z.infer<typeof OneToOne>

/** `GET /api/v1/coaching/:person/talks`: all that is kept, newest first. */
export const TalksAnswer = z.object({
  notes: z.array(Note),
  actions: z.array(AgreedAction),
  oneToOnes: z.array(OneToOne),
  /** Whether the caller may hold one-to-ones, and change what others wrote of actions. */
  mayCoach: z.boolean(),
  /** Whether the caller may erase all of it. */
  mayErase: z.boolean(),
})
export type TalksAnswer = z.infer<typeof TalksAnswer>

/** In the list of whom to coach. */
export const TalkState = z.object({
  /** Epoch ms of the last one-to-one; null before the first. */
  lastAt: z.number().nullable(),
  nextOn: PlainDate.nullable(),
  /** Whether the day for the next one has passed, or, where none was named, the usual time between two. */
  isOverdue: z.boolean(),
  openActions: z.int(),
})
export type TalkState = z.infer<typeof TalkState>
