// The latest won deals, in the floor file.
import { z } from 'zod'
import { boardHead } from './board-parts.ts'

export const WinsBoard = z.strictObject({
  ...boardHead,
  kind: z.literal('wins'),
  /** How far back, today included. */
  days: z
    .int('must be a whole number of days')
    .min(1)
    .max(90, 'a wins board looks back at most 90 days')
    .default(14),
})
