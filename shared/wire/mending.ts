// The inbox of data faults: what is wrong with the data, most urgent first, the facts behind it, and how it is mended in place.
import { z } from 'zod'
import { CorrectedField } from './correction.ts'
import { Money } from './fact.ts'
import { Currency, PlainDate, Slug, When } from './text.ts'

const Named = z.object({ id: z.string(), name: z.string() })

/** A fact, as its source wrote it. */
export const FaultyFact = z.object({
  source: z.string(),
  id: z.string(),
  /** A deal's name or account, the kind of an activity. */
  name: z.string(),
  type: z.enum(['deal', 'activity']),
  status: z.enum(['open', 'won', 'lost']).nullable(),
  stage: z.string().nullable(),
  amount: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  reps: z.array(z.string()),
  /** What it is dated by, by field. */
  dates: z.record(z.string(), z.string()),
  /** Epoch ms: when it came as it stands. */
  receivedAt: z.number(),
  /** Its page in the source, where the floor file says how that is reached. */
  link: z.string().nullable(),
})
export type FaultyFact = z.infer<typeof FaultyFact>

const about = {
  /** Names it as long as it stands. */
  key: z.string(),
  /** How many facts have it. */
  facts: z.int(),
  /** Epoch ms: since when, as far as it is known. */
  since: z.number().nullable(),
  /** That show a number which it touches. */
  boards: z.array(z.object({ id: z.string(), title: z.string() })),
}

/** `fault`: of the closed list of `GET /api/v1/faults`. `ahead`: dates that are still to come of what has happened. */
export const InboxItem = z.discriminatedUnion('kind', [
  z.object({
    ...about,
    kind: z.literal('fault'),
    code: z.string(),
    field: z.string(),
    value: z.string(),
    /** Of a currency without a rate: the day from which one is needed, where it is known. */
    from: z.string().nullable(),
    /** Of an unknown name: whom of the floor it may mean, the likeliest first. */
    people: z.array(Named),
    /** Of an unknown stage: the floor's own, the likeliest first. */
    stages: z.array(z.string()),
    /** Of deals that lack several dates, or an amount and a date: all that they lack, and how many each. Empty of another. */
    lacks: z.array(z.object({ field: z.string(), facts: z.int() })),
    first: FaultyFact.nullable(),
  }),
  z.object({
    ...about,
    kind: z.literal('ahead'),
    source: z.string(),
    field: CorrectedField,
    first: FaultyFact.nullable(),
  }),
  z.object({
    ...about,
    kind: z.literal('refused'),
    door: z.enum(['facts', 'import', 'source', 'inbound']),
    name: z.string(),
    first: z.array(z.object({ fact: z.string().nullable(), why: z.string() })),
    /** The currency for which the floor lacks a rate, where that is why. */
    lacksRate: z.string().nullable(),
  }),
  z.object({
    ...about,
    kind: z.literal('source'),
    name: z.string(),
    /** Where it is set up. */
    page: z.enum(['sources', 'inbound']),
    state: z.string(),
    what: z.string().nullable(),
  }),
  z.object({
    ...about,
    kind: z.literal('outlier'),
    person: Named,
    metric: Named,
    window: z.string(),
    period: z.string(),
    /** As people write them. */
    display: z.string(),
    usual: z.string(),
    times: z.number(),
    /** How many of their own periods say what is usual. */
    periods: z.int(),
  }),
])
export type InboxItem = z.infer<typeof InboxItem>

/** `GET /api/v1/faults/inbox`: most urgent first, 200 at most. */
export const InboxAnswer = z.object({
  version: z.int(),
  items: z.array(InboxItem),
  unlisted: z.int(),
  /** Of what is listed and not, without doubts. */
  open: z.int(),
})
export type InboxAnswer = z.infer<typeof InboxAnswer>

/** `GET /api/v1/faults/facts?key=…&after=…`: the facts behind an item, 50 at a time; `next` asks for those after them. */
export const BehindAnswer = z.object({ facts: z.array(FaultyFact), next: z.string().nullable() })
export type BehindAnswer = z.infer<typeof BehindAnswer>
export const BehindQuery = z.strictObject({
  key: z.string().max(2000),
  after: z.string().max(1000).optional(),
})

const fact = { source: z.string().min(1).max(100), fact: z.string().min(1).max(300) }

/**
 * How a fault is mended. `alias`: a name is a person's. `nobody`, `stage`, `no-amount`, `fact`, `left-out`: corrections of the
 * floor file. `rate`: for a currency, from a day on. `right`: an item is as it should be. `seen`: what was refused up to now.
 */
export const Fix = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('alias'), name: z.string().min(1).max(200), person: Slug }),
  z.strictObject({
    do: z.literal('nobody'),
    name: z.string().min(1).max(200),
    counts: z.enum(['floor', 'nowhere']),
  }),
  z.strictObject({
    do: z.literal('stage'),
    stage: z.string().min(1).max(1000),
    is: z.string().min(1).max(100),
  }),
  z.strictObject({
    do: z.literal('no-amount'),
    status: z.enum(['open', 'won', 'lost']),
    source: z.string().min(1).max(100).optional(),
    amount: z.number().min(-1e12).max(1e12).nullable(),
  }),
  z.strictObject({
    do: z.literal('rate'),
    currency: Currency,
    from: PlainDate,
    rate: z.number().min(1e-9).max(1e9),
  }),
  z.strictObject({
    do: z.literal('fact'),
    ...fact,
    field: CorrectedField,
    was: z.union([When, Money]).nullable(),
    is: z.union([When, Money]),
  }),
  z.strictObject({ do: z.literal('left-out'), ...fact }),
  z.strictObject({ do: z.literal('right'), key: z.string().min(1).max(2000), what: z.string().max(300) }),
  z.strictObject({ do: z.literal('seen'), key: z.string().min(1).max(2000), what: z.string().max(300) }),
])
export type Fix = z.infer<typeof Fix>

/** `POST /api/v1/faults/fixes`: `version` is the floor that the sender saw; the same `id` sent again is done once. */
export const FixRequest = z.strictObject({ id: z.uuid(), version: z.int(), fix: Fix })
export type FixRequest = z.infer<typeof FixRequest>

export const Mended = z.object({
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  by: z.string(),
  fix: Fix,
  /** The name of the person, of the fact, as it was then; empty where the fix says all. */
  about: z.string(),
  undone: z.object({ at: z.number(), by: z.string() }).nullable(),
})
export type Mended = z.infer<typeof Mended>

/** `GET /api/v1/faults/fixes`: newest first, 200 at most. */
export const MendedAnswer = z.object({ fixes: z.array(Mended) })
export type MendedAnswer = z.infer<typeof MendedAnswer>
