// What the feed and the thread that unpacks a sheet say to one another.
import { z } from 'zod'

export const SheetJob = z.object({
  /** The workbook's path. */
  workbook: z.string(),
  /** Left out: the first one. */
  sheet: z.string().optional(),
  /** Where its rows go, line by line. */
  to: z.string(),
})
export type SheetJob = z.infer<typeof SheetJob>

/** `problem` continues the file's name; `trouble` is a sentence. */
export const SheetSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unpacked') }),
  z.object({ kind: z.enum(['problem', 'trouble']), message: z.string() }),
])
export type SheetSaid = z.infer<typeof SheetSaid>
