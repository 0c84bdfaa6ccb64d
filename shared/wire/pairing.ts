// How a new TV becomes a screen of the floor: it shows a code, and a manager types it.
import { z } from 'zod'
import { Screen } from './floor.ts'
import { Slug } from './text.ts'

/** Six characters that cannot be mistaken for one another, in capitals, without a gap. */
export const PairingCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[ACDEFGHJKLMNPQRTUVWXY34679]{6}$/, 'is not a pairing code'))

/** What a new TV says of itself. */
export const NewTv = z.strictObject({
  build: z.string().max(60),
  shell: z.enum(['browser', 'kiosk']),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
})
export type NewTv = z.infer<typeof NewTv>

/** `POST /api/v1/pairings`. `secret` is the TV's alone: it asks with it. Times in epoch ms on the feed's clock. */
export const PairingAnswer = z.object({
  code: z.string(),
  secret: z.string(),
  now: z.number(),
  expiresAt: z.number(),
  /** What the QR code opens: the console's page for this code. */
  url: z.string(),
  /** Where people reach the console, as they would type it. */
  console: z.string(),
})
export type PairingAnswer = z.infer<typeof PairingAnswer>

/** `POST /api/v1/pairings/state` with `{secret}`. `found`: a manager has typed the code and is naming the screen. */
export const PairingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('found') }),
  z.object({ state: z.literal('paired'), token: z.string(), screen: Slug }),
  z.object({ state: z.literal('gone') }),
])
export type PairingState = z.infer<typeof PairingState>

/**
 * Why a TV is not let in that is to be paired, as the `data` of the socket's refusal. `needed`: it has no token, or one that
 * the feed does not know. `revoked`: its token was taken away, by whom and when (epoch ms, feed clock). `screen-gone`: the
 * floor no longer has its screen.
 */
export const RefusedTv = z.discriminatedUnion('pairing', [
  z.object({ pairing: z.literal('needed') }),
  z.object({ pairing: z.literal('revoked'), screen: z.string(), by: z.string(), at: z.number() }),
  z.object({ pairing: z.literal('screen-gone'), screen: z.string() }),
])
export type RefusedTv = z.infer<typeof RefusedTv>

/** `GET /api/v1/pairings/{code}`, for managers. */
export const FoundTv = NewTv.extend({ code: z.string(), address: z.string(), expiresAt: z.number() })
export type FoundTv = z.infer<typeof FoundTv>

/** `POST /api/v1/pairings/{code}`: the TV becomes a new screen, or stands in for one whose TV is gone. */
export const PairRequest = z.union([
  z.strictObject({ screen: Screen.omit({ id: true, schedule: true }).partial().required({ name: true }) }),
  z.strictObject({ replaces: Slug }),
])
export type PairRequest = z.infer<typeof PairRequest>

export const PairedAnswer = z.object({ screen: Slug, version: z.int() })
