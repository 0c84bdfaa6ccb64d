// A change of a view: RFC 6902 operations, of which only add, replace and remove are used.
import { z } from 'zod'

export const PatchOp = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('replace'), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
])
export type PatchOp = z.infer<typeof PatchOp>
