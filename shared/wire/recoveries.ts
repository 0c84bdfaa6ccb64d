// What a kiosk mended by itself, of which nobody would know otherwise.
import { z } from 'zod'

/** `page`: it had crashed, hung, shown nothing, or left. `rotation`: its scene stood still. */
export const RecoveryKind = z.enum(['page', 'rotation', 'graphics', 'network'])
export type RecoveryKind = z.infer<typeof RecoveryKind>

/** Of the last 24 hours. */
export const Recoveries = z.object({
  count: z.int().min(1),
  last: RecoveryKind,
  /** On the kiosk's own clock, epoch ms. */
  lastAt: z.number(),
})
export type Recoveries = z.infer<typeof Recoveries>
