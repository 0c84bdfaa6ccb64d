// What a person is shown of themselves: `GET /api/v1/me/numbers`.
import { z } from 'zod'
import { Awaited, Face, Standing, ViewMetric, ViewWindow } from './view-parts.ts'

export const OwnNumber = Standing.extend({
  metric: ViewMetric,
  window: ViewWindow,
  /** As a wall writes them, in the floor's locale; null where there is no goal. */
  words: z.object({ value: z.string(), goal: z.string().nullable() }),
  /** What is missing from the goal, in whole pieces. Null where the goal is reached, or is no sum. */
  left: z.object({ amount: z.number(), words: z.string() }).nullable(),
  /** From where the value should be by now; `amount` below 0 is behind, `words` are without a sign. Null: nothing to say. */
  ahead: z.object({ amount: z.number(), words: z.string() }).nullable(),
  /** Working days in a row on which the goal of the day was reached; `capped`: that many and more. Null: no streak. */
  streak: z.object({ days: z.int(), capped: z.boolean() }).nullable(),
})
export type OwnNumber = z.infer<typeof OwnNumber>

/** `person` null: the account is linked to nobody of the floor. Numbers with a goal come first, short windows before long. */
export const OwnNumbersAnswer = z.object({
  person: Face.nullable(),
  /** Why nothing is claimed yet. */
  awaits: Awaited,
  numbers: z.array(OwnNumber),
})
export type OwnNumbersAnswer = z.infer<typeof OwnNumbersAnswer>
