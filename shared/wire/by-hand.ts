// What people enter by hand, in the console on their phones: what a floor lets them, and what crosses the wire.
import { z } from 'zod'
import { Name, Slug } from './text.ts'

/** The source of all facts that are entered by hand. */
export const byHandSource = 'by-hand'

/** What a won deal is called among what may be entered; everything else is a kind of activity. */
export const dealByHand = 'deal'

const What = z.string().trim().min(1).max(60)
const Outcome = z.string().trim().min(1).max(200)

/** One thing that may be entered by hand. */
export const ByHand = z
  .strictObject({
    /** `deal`: a won deal. Else a kind of activity, as metrics ask for it: `call`, `meeting`. */
    what: What,
    /** On its button; left out, the usual word for it. */
    name: Name.optional(),
    /** `everybody`: people for themselves, and who looks after them. `managers`: only the latter. */
    by: z.enum(['everybody', 'managers']).default('everybody'),
    /** Of an activity: what may have come of it, as metrics ask for it. Left out: of a call, what the floor’s conversations ask. */
    outcomes: z.array(Outcome).max(8).optional(),
    /** Of a deal, in whole units of the floor’s currency: what is more is a typing mistake. Left out: a billion. */
    most: z.number().positive().max(1e12).optional(),
  })
  .refine(
    ({ what, outcomes }) => what !== dealByHand || outcomes === undefined,
    'a deal has no outcomes: it is won',
  )
  .refine(
    ({ what, most }) => what === dealByHand || most === undefined,
    'only a deal has a largest amount (most)',
  )
export type ByHand = z.infer<typeof ByHand>

/** Made by the phone, so that what is sent twice is there once. */
export const HandId = z.uuid()

/** What somebody did, as their phone sends it. `PUT /api/v1/by-hand/:id`. */
export const HandEntry = z.strictObject({
  /** Whose it is: a person of the floor. */
  person: Slug,
  what: What,
  /** Epoch ms. */
  at: z.int().min(0).max(8e15),
  outcome: Outcome.nullable(),
  /** The customer. */
  account: Name.nullable(),
  /** Of a deal: in minor units of the floor’s currency. */
  amountMinor: z.int().nullable(),
  /** Of a deal: a colleague who helped to win it, and how much of it counts for them, where the floor shares deals. */
  helper: Slug.nullable().default(null),
  helperPercent: z.int().min(1).max(99).nullable().default(null),
  /** Counts the states of an entry from 1: an older one changes nothing. */
  version: z.int().min(1).max(1_000_000),
})
export type HandEntry = z.infer<typeof HandEntry>

/** `person` left out: whoever asks. */
export const HandQuery = z.object({ person: Slug.optional() })
/** Of a withdrawal: the entry’s next version. */
export const HandWithdrawal = z.object({
  person: Slug,
  version: z.coerce.number().pipe(HandEntry.shape.version),
})

export const HandChoice = z.object({
  what: z.string(),
  name: z.string().nullable(),
  outcomes: z.array(z.string()),
  /** Of a deal: the largest amount, in minor units. */
  mostMinor: z.number().nullable(),
  /** How many were entered by hand on the person’s day that runs. */
  today: z.int(),
})
export type HandChoice = z.infer<typeof HandChoice>

export const HandShown = HandEntry.omit({ person: true }).extend({
  id: z.string(),
  mayChange: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type HandShown = z.infer<typeof HandShown>

/** What whoever asks may enter for a person, and what was entered in the last days. */
export const HandAnswer = z.object({
  /** Null: whoever asks is nobody of the floor, and named nobody. */
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What they may enter for that person. */
  choices: z.array(HandChoice),
  /** The newest first, the newest 200. */
  entries: z.array(HandShown),
  /** Others for whom they may enter something, by name. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Who can have helped to win a deal, by name. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  /** Whether what counts for who helped is taken off what counts for the person. */
  isShared: z.boolean().default(true),
  currency: z.string(),
  /** Where the person is: whose day it is. */
  timeZone: z.string(),
  /** Epoch ms, by the feed’s clock. */
  now: z.number(),
})
export type HandAnswer = z.infer<typeof HandAnswer>
