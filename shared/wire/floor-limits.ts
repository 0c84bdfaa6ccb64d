// What one floor of several may use.
import { z } from 'zod'

const count = z.int().positive().max(2_147_483_647).nullable()

/** What a floor may use; null: as much as it likes. */
export const FloorLimits = z.strictObject({
  factsAMinute: count,
  tvs: count,
  /** Of its log, and of all that lies beside it. */
  bytes: z.int().min(1_000_000).nullable(),
})
export type FloorLimits = z.infer<typeof FloorLimits>

export const noLimits: FloorLimits = { factsAMinute: null, tvs: null, bytes: null }
