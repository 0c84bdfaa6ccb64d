// For whom a board is.
import { z } from 'zod'

/** Each sees what the ones before it see: leaders see everything, the floor sees what hangs on its walls. */
export const Audience = z.enum(['floor', 'managers', 'leadership'])
export type Audience = z.infer<typeof Audience>
