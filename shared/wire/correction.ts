// What the floor reads otherwise than its sources write it: a name that is nobody's, a stage by another name, an amount that is
// missing, a date that was misread. The fact itself stays as its source sent it.
import { z } from 'zod'
import { Money } from './fact.ts'
import { Slug, When } from './text.ts'

const SourceName = z.string().trim().min(1).max(100)

/** Fields of a fact that are corrected one by one. */
export const CorrectedField = z.enum([
  'at',
  'createdAt',
  'stageEnteredAt',
  'closedAt',
  'expectedCloseOn',
  'lastActivityAt',
  'amount',
])
export type CorrectedField = z.infer<typeof CorrectedField>

/**
 * `nobody`: a name that is nobody of the floor's: its facts are told no more, and count for the whole floor or nowhere.
 * `stage`: a stage that sources write otherwise than the floor calls it. `no-amount`: what deals of a status without an amount
 * count, in whole units of the floor's currency; null: they are right without one. `fact`: one field of one fact, as long as
 * its source says `was`; once it says something else, that counts. `left-out`: a fact that counts nowhere, whatever its source says.
 */
export const Correction = z.discriminatedUnion('kind', [
  z.strictObject({
    id: Slug,
    kind: z.literal('nobody'),
    name: z.string().min(1).max(200),
    counts: z.enum(['floor', 'nowhere']),
  }),
  z.strictObject({
    id: Slug,
    kind: z.literal('stage'),
    stage: z.string().min(1).max(1000),
    is: z.string().min(1).max(100),
  }),
  z.strictObject({
    id: Slug,
    kind: z.literal('no-amount'),
    status: z.enum(['open', 'won', 'lost']),
    /** Left out: of every source. */
    source: SourceName.optional(),
    amount: z.number().min(-1e12).max(1e12).nullable(),
  }),
  z.strictObject({
    id: Slug,
    kind: z.literal('fact'),
    source: SourceName,
    fact: z.string().min(1).max(300),
    field: CorrectedField,
    was: z.union([When, Money]).nullable(),
    is: z.union([When, Money]),
  }),
  z.strictObject({
    id: Slug,
    kind: z.literal('left-out'),
    source: SourceName,
    fact: z.string().min(1).max(300),
  }),
])
export type Correction = z.infer<typeof Correction>
