// What a page learns that asks whether it may open a socket to this feed from where it is; a refusal is an `ApiErrorBody`.
import { z } from 'zod'

export const ReachAnswer = z.object({ reached: z.literal(true) })
export type ReachAnswer = z.infer<typeof ReachAnswer>
