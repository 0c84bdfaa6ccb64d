// What counts: each metric with the definitions that it had, what edits changed, and metrics that run side by side.
import { z } from 'zod'
import { ConversationRule } from './conversation.ts'
import { TakenFrom } from './taken-from.ts'
import { Slug } from './text.ts'
import { TrialAnswer } from './trial.ts'

/** `since`, `until`: local dates, the last one included; null without one. `text`: what it counts, as in the floor file. */
export const MetricVersion = z.object({
  since: z.string().nullable(),
  until: z.string().nullable(),
  why: z.string().nullable(),
  text: z.string(),
})
export type MetricVersion = z.infer<typeof MetricVersion>

export const DefinedMetric = z.object({
  id: Slug,
  name: z.string(),
  objective: z.string(),
  /** Newest first. */
  versions: z.array(MetricVersion).min(1),
  /** From which sources it is counted, where several report the same; without one that is about a person. */
  takenFrom: z.array(TakenFrom),
  /** When a call is a conversation, of a metric that asks for that; else null. */
  conversations: ConversationRule.nullable(),
  /** From that day on it is none of the floor's numbers; null while it is. */
  retired: z.object({ on: z.string(), why: z.string().nullable() }).nullable(),
})
export type DefinedMetric = z.infer<typeof DefinedMetric>

/** `GET /api/v1/definitions`. No person is named in it, but for goals of one person, which the floor file has as well. */
export const DefinitionsAnswer = z.object({
  metrics: z.array(DefinedMetric),
  /** Newest first; in the words of walls and mails. `version`: of the floor file. */
  changes: z.array(
    z.object({
      version: z.int(),
      at: z.number(),
      title: z.string(),
      text: z.string(),
      why: z.string().nullable(),
    }),
  ),
  trials: z.array(TrialAnswer),
})
export type DefinitionsAnswer = z.infer<typeof DefinitionsAnswer>
