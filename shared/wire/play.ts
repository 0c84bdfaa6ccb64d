// Proof of play, as TVs report it.
import { z } from 'zod'

/** One board that a TV has shown. `key` is made by the TV, so that sending it twice counts once. */
export const Play = z.object({
  key: z.string().max(60),
  board: z.string().max(60),
  /** Epoch ms, feed clock. */
  startedAt: z.number(),
  ms: z.int().min(0),
})
export type Play = z.infer<typeof Play>

/** Sent again until the feed has acknowledged it: a TV that was cut off tells what it showed meanwhile. */
export const PlaysMessage = z.object({ plays: z.array(Play).max(200) })
export type PlaysMessage = z.infer<typeof PlaysMessage>
