// What the log keeps of celebrations, under the topics below. The first record of a topic and cause stands for ever, which
// is what makes each cause at most one celebration.
import { z } from 'zod'
import type { CauseAbout } from '../../../shared/domain/celebrations/cause.ts'
import { CelebrationState } from '../../../shared/wire/celebrations/api.ts'
import { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'

export const topics = {
  /** It was decided: `Decided`. */
  decided: 'celebration',
  /** It will not be shown any more, or was: `Ended`. */
  ended: 'celebration-end',
  /** It became untrue after it was shown: `TakenBack`. */
  takenBack: 'celebration-back',
} as const

const About = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fact'),
    source: z.string(),
    id: z.string(),
    event: z.string().nullable(),
    person: z.string(),
    atLeastMinor: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('metric'),
    metric: z.string(),
    window: z.string(),
    of: z.enum(['rep', 'team', 'org']),
    subject: z.string(),
    line: z.number(),
    isPast: z.boolean(),
    was: z.number(),
    step: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('day'),
    person: z.string(),
    on: z.string(),
    years: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('hand'),
    people: z.array(z.string()).readonly(),
    message: z.string(),
    by: z.string(),
  }),
  z.object({
    kind: z.literal('card'),
    lines: z.array(z.object({ title: z.string(), name: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('word'), about: z.string() }),
]) satisfies z.ZodType<CauseAbout>

export const Decided = z.object({
  /** As it was then. */
  rule: CelebrationRule,
  about: About,
  /** Epoch ms: when it came about. */
  at: z.number(),
  /** Epoch ms: when it happened, as far as its source says so. */
  happenedAt: z.number(),
  /** As it was called then, for when the fact is gone. */
  names: z.array(z.string()),
  text: z.string(),
  /** By hand; the account's or token's name. */
  by: z.string().nullable(),
})
export type Decided = z.infer<typeof Decided>

export const Ended = z.object({
  state: CelebrationState,
  startsAt: z.number().nullable(),
  why: z.string().nullable(),
  by: z.string().nullable(),
})
export type Ended = z.infer<typeof Ended>

export const TakenBack = z.object({ why: z.string() })
