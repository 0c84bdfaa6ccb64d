// Proof of play, as TVs report it.
import { z } from 'zod'

/** A TV that shows a board for longer reports it in pieces. */
export const longestPieceMs = 3_600_000

/** What a TV has shown of one board without a break. */
export const Play = z.object({
  /** Counts what this TV reports, from 1 on, so that sending it twice counts once. */
  nth: z.int().min(1),
  board: z.string().max(60),
  /** Epoch ms, feed clock. */
  startedAt: z.number(),
  ms: z.int().min(0).max(longestPieceMs),
  /** It goes on from the piece before it, and is no other time that the board came on. */
  goesOn: z.boolean(),
})
export type Play = z.infer<typeof Play>

/**
 * Sent again until the feed has acknowledged it: a TV that was cut off tells what it showed meanwhile. `tv` is a name that
 * the TV has made up for itself; `plays` are in order.
 */
export const PlaysMessage = z.object({
  tv: z.string().min(8).max(40),
  plays: z.array(Play).max(200),
})
export type PlaysMessage = z.infer<typeof PlaysMessage>
