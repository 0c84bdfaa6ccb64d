// The service menu of a kiosk: what somebody who stands before the TV opens with a remote control and the floor's PIN.
import { z } from 'zod'
import type { Recoveries } from './recoveries.ts'

/** As the feed makes them; shorter and longer ones may be typed. */
export const Pin = z.string().regex(/^\d{4,8}$/)

/** By scrypt (RFC 7914): about 60 ms and 32 MB for each try. Both sides must use the same. */
export const pinCost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const
export const pinHashBytes = 32

/** A PIN as a TV is told of it and keeps it: salt and hash, in base64url. */
export const HashedPin = z.strictObject({
  salt: z.string().regex(/^[\w-]{22}$/),
  hash: z.string().regex(/^[\w-]{43}$/),
})
export type HashedPin = z.infer<typeof HashedPin>

/** `GET` and `POST /api/v1/service-pin`, which makes a new one. */
export const ServicePinAnswer = z.object({ pin: Pin })

/** Of the last 24 hours. */
export const WrongPins = z.object({
  count: z.int().min(1),
  /** On the kiosk's own clock, epoch ms. */
  lastAt: z.number(),
})
export type WrongPins = z.infer<typeof WrongPins>

/** What the menu can do where this TV allows it. */
export const ServiceAct = z.enum(['set-up', 'pair', 'restart', 'leave', 'power-off'])
export type ServiceAct = z.infer<typeof ServiceAct>

export const ServiceRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pin'), pin: Pin }),
  z.strictObject({ kind: z.literal('look') }),
  z.strictObject({ kind: z.literal('act'), act: ServiceAct }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ServiceRequest = z.infer<typeof ServiceRequest>

/** `locked`: it asks for the PIN, and takes none for `waitMs` more; `wasWrong`: the one before was another. */
export type ServiceState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'locked'; readonly waitMs: number; readonly wasWrong: boolean }
  | { readonly kind: 'open' }

/** What the shell knows of this TV. */
export interface ServiceFacts {
  readonly version: string
  /** Of the computer. */
  readonly name: string
  readonly addresses: readonly string[]
  /** Null until a feed is chosen. */
  readonly feedUrl: string | null
  readonly runningMs: number
  readonly recoveries: Recoveries | null
  readonly acts: readonly ServiceAct[]
}
