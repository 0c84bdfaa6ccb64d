// What the feed knows of each screen, what it can be asked to do, and the proof of what it showed.
import { z } from 'zod'
import { Hold } from './control.ts'
import { HealthMessage } from './socket.ts'
import { Slug } from './text.ts'

/** One TV that shows a screen now. Several may show the same one. */
const ConnectedTv = z.object({ since: z.number(), health: HealthMessage.nullable() })

/**
 * A screen as consoles see it. Times in epoch ms on the feed's clock. `playlist` is the one that is on now and `because`
 * says which rule put it there, in words; `board` and `next` are what its TVs say they show, or would show.
 */
export const ScreenStatus = z.object({
  id: Slug,
  state: z.enum(['live', 'held', 'calm', 'off', 'never', 'asleep']),
  /** Since when it is in this state; null for `never`. */
  since: z.number().nullable(),
  lastSeen: z.number().nullable(),
  tvs: z.array(ConnectedTv),
  playlist: z.string().nullable(),
  because: z.string(),
  board: z.string().nullable(),
  next: z.object({ board: z.string(), at: z.number() }).nullable(),
  hold: Hold.nullable(),
  /** Who paired it and when; null where it was opened without pairing. */
  paired: z.object({ by: z.string(), at: z.number() }).nullable(),
})
export type ScreenStatus = z.infer<typeof ScreenStatus>

export const ScreensAnswer = z.object({ now: z.number(), screens: z.array(ScreenStatus) })

/** `POST /api/v1/screens/{id}/commands`. `tone` plays the test tone; `screenshot` is answered once the TV sent it. */
export const ScreenCommand = z.strictObject({
  command: z.enum(['identify', 'reload', 'tone', 'screenshot', 'sleep', 'wake']),
})
export type ScreenCommand = z.infer<typeof ScreenCommand>

/** `reached`: how many TVs of the screen took it. `screenshot`: the picture is at `/api/v1/screenshots/{screenshot}`. */
export const CommandAnswer = z.object({ reached: z.int(), screenshot: z.string().optional() })

/** `DELETE /api/v1/screens/{id}/tokens`: how many TVs have lost their token. */
export const RevokedAnswer = z.object({ revoked: z.int() })

/** `GET /api/v1/plays?screen=…&from=…&to=…` (dates in the floor's zone); CSV by `format=csv`. */
export const PlaysAnswer = z.object({
  days: z.array(
    z.object({
      day: z.string(),
      screen: z.string(),
      board: z.string(),
      times: z.int(),
      ms: z.number(),
    }),
  ),
})
export type PlaysAnswer = z.infer<typeof PlaysAnswer>
