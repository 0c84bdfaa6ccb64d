// One person at a time, in the floor file.
import { z } from 'zod'
import { boardHead, Paired } from './board-parts.ts'

export const SpotlightBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('spotlight'),
  /** Each through its `window`, else through the metric's own. */
  metrics: z.array(Paired).min(1).max(3),
})
