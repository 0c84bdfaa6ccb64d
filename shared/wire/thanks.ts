// Thanks between colleagues: what a floor lets people say to each other, and what crosses the wire.
import { z } from 'zod'
import { Name, Slug } from './text.ts'

/** The source of all facts that thanks are. */
export const thanksSource = 'thanks'

/** The kind of activity that each is, of whoever helped. */
export const helpKind = 'help'

/** In the floor file. */
export const ThanksSetting = z.strictObject({
  /** How often one person can thank the same colleague on one of their days. */
  perDay: z.int().min(1).max(20).default(3),
})
export type ThanksSetting = z.infer<typeof ThanksSetting>

/** With what somebody helped: a line that a wall can show. */
export const ThanksWords = z
  .string()
  .trim()
  .min(1)
  .max(140)
  .refine((text) => !/[\n\r]/.test(text), 'must be one line')

/** Who says it first: who was helped, and it counts at once; or who helped, and it counts once the other confirms it. */
export const ThanksWay = z.enum(['helped', 'helper'])
export type ThanksWay = z.infer<typeof ThanksWay>

/** In which way: sat in on a call or a meeting, handed a deal or a lead over, gave a tip. */
export const ThanksHow = z.enum(['sat-in', 'handed-over', 'tip'])
export type ThanksHow = z.infer<typeof ThanksHow>

/** What somebody says on their phone. `PUT /api/v1/thanks/:id`. */
export const NewThanks = z.strictObject({
  /** Which of the two whoever says it is. */
  way: ThanksWay,
  /** The colleague: a person of the floor. */
  colleague: Slug,
  words: ThanksWords,
  /** On which deal, by its customer. */
  account: Name.nullable(),
  /** Null: in none of these ways, or a phone of an earlier version. */
  how: ThanksHow.nullable().default(null),
  /** Epoch ms. */
  at: z.int().min(0).max(8e15),
})
export type NewThanks = z.infer<typeof NewThanks>

const Colleague = z.object({ id: z.string(), name: z.string() })

const said = {
  id: z.string(),
  words: z.string(),
  account: z.string().nullable(),
  how: ThanksHow.nullable().default(null),
  /** Epoch ms. */
  at: z.number(),
}

/** Somebody says that they helped whoever asks. */
export const AwaitingThanks = z.object({ ...said, helper: Colleague })
export type AwaitingThanks = z.infer<typeof AwaitingThanks>

/** One that whoever asks said, was told, or looks after. */
export const SaidThanks = z.object({
  ...said,
  helper: Colleague,
  helped: Colleague,
  /** Whether it counts: whoever was helped has said so. */
  isConfirmed: z.boolean(),
  mayTakeBack: z.boolean(),
})
export type SaidThanks = z.infer<typeof SaidThanks>

/** `GET /api/v1/thanks`, and the answer to whatever changes any. */
export const ThanksAnswer = z.object({
  /** Whether this floor has them. */
  isOn: z.boolean(),
  /** Null: whoever asks is nobody who works on the floor. */
  person: Colleague.nullable(),
  /** Whom they can name, by name. */
  colleagues: z.array(Colleague),
  /** Customers of deals that they won or helped to win lately, the latest first. */
  accounts: z.array(z.string()),
  /** To be confirmed by them, the latest first. */
  awaiting: z.array(AwaitingThanks),
  /** Theirs of the last days, the latest first. */
  own: z.array(SaidThanks),
  /** Others’ of the last days that they look after, the latest first. */
  lookedAfter: z.array(SaidThanks),
  perDay: z.int(),
  /** Epoch ms, by the feed’s clock. */
  now: z.number(),
})
export type ThanksAnswer = z.infer<typeof ThanksAnswer>
