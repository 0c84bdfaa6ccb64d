// What the console and programs ask of sources, and what they are told.
import { z } from 'zod'
import { Source, SourceObject, SourceVendor, StageFlag } from './source.ts'
import { PlainDate, Slug } from './text.ts'

/** A right that a vendor's key may have. `granted` null: not known, since the vendor could not be asked. */
export const SourceRight = z.object({
  /** As the vendor calls it, to be copied. */
  scope: z.string(),
  /** What it is for, in words. */
  why: z.string(),
  /** Without it nothing of that object is read. */
  needed: z.boolean(),
  granted: z.boolean().nullable(),
})
export type SourceRight = z.infer<typeof SourceRight>

/** A token travels in a header; lines are pasted whole, as a certificate or a file of JSON is. */
const KeyKind = z.enum(['token', 'text', 'lines'])

/** What somebody pastes so that a vendor lets the feed in. */
export const SourceKeyField = z.object({ id: z.string(), kind: KeyKind, optional: z.boolean() })
export type SourceKeyField = z.infer<typeof SourceKeyField>

/** A vendor that can be connected: what to click there, and what its keys are. */
export const SourceTile = z.object({
  vendor: SourceVendor,
  name: z.string(),
  reads: z.array(SourceObject),
  keys: z.array(SourceKeyField),
  /** What a customer's own address looks like; null where all have the same. */
  address: z.object({ example: z.string() }).nullable(),
  /** Whether amounts may be for each month there. */
  recurs: z.boolean(),
  /** Whether it can convert amounts by its own rates. */
  converts: z.boolean(),
  scopes: z.array(
    z.object({
      scope: z.string(),
      why: z.string(),
      needed: z.boolean(),
      /** What it is for, any of these; null: for all. */
      of: z.array(SourceObject).nullable(),
    }),
  ),
})
export type SourceTile = z.infer<typeof SourceTile>

export const SourceStage = z.object({
  id: z.string(),
  name: z.string(),
  /** The vendor's own flag. */
  flag: StageFlag,
})
export const SourcePipeline = z.object({ id: z.string(), name: z.string(), stages: z.array(SourceStage) })
export type SourcePipeline = z.infer<typeof SourcePipeline>

/** Won in a period: how many, and how much of each currency. */
export const WonTotals = z.object({
  won: z.int(),
  amounts: z.array(z.object({ currency: z.string(), minor: z.number() })),
})
export type WonTotals = z.infer<typeof WonTotals>

/** By the id of the field that each was pasted into. */
export const Keys = z.record(z.string().min(1).max(50), z.string().trim().min(1).max(20_000))
export type Keys = Readonly<z.infer<typeof Keys>>

/** `POST /api/v1/sources/try`: everything that can be known of a source before it starts; nothing is kept. */
export const TrySource = z.strictObject({
  settings: Source,
  /** Left out: the keys that are kept under its id. */
  keys: Keys.optional(),
})
export type TrySource = z.infer<typeof TrySource>

export const TriedSource = z.object({
  rights: z.array(SourceRight),
  /** Why nothing more could be asked, in words; null where all was. */
  trouble: z.string().nullable(),
  people: z.object({
    matched: z.int(),
    of: z.int(),
    /** Those whom the floor does not know. */
    unknown: z.array(z.object({ name: z.string(), email: z.string().nullable() })),
  }),
  pipelines: z.array(SourcePipeline),
  /** The floor's month so far. Null where it could not be read. */
  period: z
    .object({
      label: z.string(),
      /** As the vendor counts. */
      theirs: WonTotals,
      /** As the wall would, from the same deals. */
      ours: WonTotals,
      /** Deals that the wall would not take, and why; the first few. */
      refused: z.array(z.object({ id: z.string(), why: z.string() })),
    })
    .nullable(),
})
export type TriedSource = z.infer<typeof TriedSource>

/** All of a source's keys, in the place of those before. */
export const SourceKeys = z.strictObject({ keys: Keys })
export type SourceKeys = z.infer<typeof SourceKeys>

/** What kind of trouble: the key is refused, a right is missing, too many calls, no answer, an answer that is none. */
export const TroubleKind = z.enum(['sign-in', 'rights', 'busy', 'away', 'strange'])
export type TroubleKind = z.infer<typeof TroubleKind>

/** `differs`: it is read, and its own count of the month was another one than the wall’s last. */
export const SourceState = z.enum(['ok', 'differs', 'late', 'refused', 'needs sign-in', 'paused'])
export type SourceState = z.infer<typeof SourceState>

/** Many facts would change or go at once: nobody but a person can say whether that is meant. */
export const SourceQuestion = z.object({
  /** Facts that would change, and that would go. */
  change: z.int(),
  withdraw: z.int(),
  /** Of how many of the same months. */
  of: z.int(),
  /** The first and the last month, `2026-11`. */
  from: z.string(),
  to: z.string(),
  /** Epoch ms: since when it waits. */
  since: z.number(),
})
export type SourceQuestion = z.infer<typeof SourceQuestion>

/** This month as the source counts it and as the wall does. */
export const SourceDifference = z.object({
  label: z.string(),
  theirs: WonTotals,
  ours: WonTotals,
  /** Won there and not on the wall, and the other way round; the first few. */
  missing: z.array(z.string()),
  extra: z.array(z.string()),
})
export type SourceDifference = z.infer<typeof SourceDifference>

/** The last one that was made: of a night, or because somebody asked. */
export const KeptDifference = SourceDifference.extend({
  /** Epoch ms. */
  at: z.number(),
  differs: z.boolean(),
})
export type KeptDifference = z.infer<typeof KeptDifference>

/** Deals in a currency for which the floor has no rate on their day: they count nowhere. */
export const LackedRate = z.object({
  currency: z.string(),
  deals: z.int(),
  /** From that day on a rate is needed. */
  from: PlainDate,
})
export type LackedRate = z.infer<typeof LackedRate>

/** How a source does. Times in epoch ms. */
export const SourceHealth = z.object({
  id: Slug,
  name: z.string(),
  vendor: SourceVendor,
  source: z.string(),
  state: SourceState,
  /** Since when the source was last read to its end; null: never. */
  readAt: z.number().nullable(),
  /** The newest change that the vendor told of. */
  newest: z.number().nullable(),
  /** What went wrong last, in words, and what to click; null while all is well. */
  trouble: z
    .object({ at: z.number(), kind: TroubleKind, what: z.string(), click: z.string().nullable() })
    .nullable(),
  /** How far the past is read, 0 to 1; null once all of it is. */
  past: z.object({ done: z.number(), month: z.string() }).nullable(),
  /** Null: not counted yet. */
  facts: z.int().nullable(),
  /** Of these, such as count nowhere: the floor takes them from another source. */
  aside: z.int(),
  /** Calls of the vendor's day, and how many this source allows itself; null where the vendor has no such limit. */
  calls: z.object({ today: z.int(), of: z.int().nullable() }),
  /** They are taken by themselves once there is a rate. */
  lackedRates: z.array(LackedRate),
  /** As it was counted last; null: never. */
  compared: KeptDifference.nullable(),
  /** Facts that the floor refused since the feed started, and the first reasons; those that lack a rate are not among them. */
  refused: z.object({ facts: z.int(), first: z.array(z.object({ id: z.string(), why: z.string() })) }),
  question: SourceQuestion.nullable(),
  /** Whether a key is kept. */
  hasKey: z.boolean(),
})
export type SourceHealth = z.infer<typeof SourceHealth>

export const SourcesAnswer = z.object({ tiles: z.array(SourceTile), sources: z.array(SourceHealth) })
export type SourcesAnswer = z.infer<typeof SourcesAnswer>

/**
 * `POST /api/v1/sources/:id/actions`. `read-again`: the past from that day on, silently. `allow`: what was held back is taken.
 * `read-now`: without waiting, also after it needed to sign in.
 */
export const SourceAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('read-again'), from: PlainDate }),
  z.strictObject({ do: z.literal('allow') }),
  z.strictObject({ do: z.literal('read-now') }),
])
export type SourceAction = z.infer<typeof SourceAction>
