// A board as the fields of a form, whatever its kind.
import { z } from 'zod'
import { Audience } from '../../../wire/audience.ts'

/** Of a form; fields that a kind does not ask for are as in `emptyDraft` and mean nothing. */
export const BoardDraft = z.object({
  title: z.string(),
  audience: Audience,
  team: z.string().nullable(),
  role: z.string().nullable(),
  /** In their order; of most kinds one. */
  metrics: z.array(z.string()),
  pipeline: z.string().nullable(),
  pair: z.string().nullable(),
  inputs: z.array(z.string()),
  window: z.string(),
  period: z.string(),
  rankBy: z.string(),
  /** `people`, `teams`, `team`, `office`, or the field whose values are the rows. */
  rows: z.string(),
  show: z.string(),
  sides: z.array(z.string()),
  /** The contest's id; null: none, or of a hall of fame all. */
  contest: z.string().nullable(),
  award: z.string().nullable(),
  days: z.number(),
  text: z.string(),
  countdownTo: z.string(),
  afterwards: z.string(),
})
export type BoardDraft = z.infer<typeof BoardDraft>

export const emptyDraft: BoardDraft = {
  title: '',
  audience: 'floor',
  team: null,
  role: null,
  metrics: [],
  pipeline: null,
  pair: null,
  inputs: [],
  window: 'quarter',
  period: '',
  rankBy: 'value',
  rows: 'people',
  show: '',
  sides: [],
  contest: null,
  award: null,
  days: 14,
  text: '',
  countdownTo: '',
  afterwards: '',
}
