// The floor's setting of recap mails: when they go, and to whom. Left out, there are none.
import { z } from 'zod'

export const recapReaders = ['rep', 'manager', 'leader'] as const
/** `rep`: their own week. `manager`: the week of their teams. `leader`: the month and the quarter of the floor. */
export const RecapReader = z.enum(recapReaders)
export type RecapReader = z.infer<typeof RecapReader>

export const Recaps = z.strictObject({
  /** Of the weekly ones. */
  day: z
    .enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
    .default('monday'),
  /** By the clock of each reader's own office. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00')
    .default('08:00'),
  to: z.array(RecapReader).min(1).max(3),
})
export type Recaps = z.infer<typeof Recaps>
