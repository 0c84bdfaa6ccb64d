// A message out, as the log records that it is to be sent. The record's cause is the delivery's id.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Delivery } from '../../../shared/wire/celebrations/api.ts'
import { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { OutboxStore, StoredDelivery } from '../store/outbox-store.ts'

export const deliveryTopic = 'delivery'
/** That a service took it, under the same cause: what the log knows when the outbox's own file is lost. */
export const sentTopic = 'delivery-sent'

export type What = Exclude<Delivery['what'], 'event'>

/** `leader`: who may answer by a link of their own, and is told nothing more once they have left. */
export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leader'), email: z.string(), name: z.string() }),
  z.object({ kind: z.literal('person'), email: z.string(), name: z.string() }),
  z.object({ kind: z.literal('connection'), connection: z.string(), channel: z.string().nullable() }),
])
export type Target = z.infer<typeof Target>

export const DeliveryBody = z.object({
  celebration: DecidedCelebration,
  what: z.enum(['alert', 'correction', 'reminder', 'congratulation', 'test']),
  target: Target,
  /** In words: "Slack #deals". */
  to: z.string(),
  /** Epoch ms: later than this it would be noise. */
  expiresAt: z.number(),
  /** Of a correction: "withdrawn by salesforce". */
  why: z.string().nullable(),
  /** Of a congratulation: what somebody wrote. */
  word: z.object({ text: z.string(), name: z.string(), title: z.string().nullable() }).nullable(),
})
export type DeliveryBody = z.infer<typeof DeliveryBody>

/** Names the recipient within a cause. Addresses of mail are compared without regard to case. */
export const recipientOf = (target: Target): string =>
  target.kind === 'connection'
    ? [target.connection, target.channel].filter((part) => part !== null).join('/')
    : target.email.toLowerCase()

/** By which a delivery happens once. */
export const causeOf = (celebration: string, what: What, recipient: string): string =>
  `${celebration}:${what}:${recipient}`

/** Short, and the same for every try: vendors and links know a delivery by it. 96 bits of a hash. */
export const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 24)

/** As it is kept before its first try. `at`: epoch ms, when it was written. */
export const waitingDelivery = (id: string, body: DeliveryBody, at: number): StoredDelivery => ({
  id,
  key: keyOf(id),
  celebration: body.celebration.id,
  what: body.what,
  body: JSON.stringify(body),
  state: 'waiting',
  tries: 0,
  lastError: null,
  at,
  nextAt: at,
  expiresAt: body.expiresAt,
  vendor: null,
  maybeSent: false,
})

const whats: readonly string[] = DeliveryBody.shape.what.options

/** Letters and events are none. */
export const isOfCelebration = ({ what }: Pick<StoredDelivery, 'what'>): boolean => whats.includes(what)

export const bodyOf = ({ body }: StoredDelivery): DeliveryBody => DeliveryBody.parse(JSON.parse(body))

/** Whether those who were told of a celebration have been told that it is not true. */
export const isTakenBack = (store: Pick<OutboxStore, 'ofCelebration'>, celebration: string): boolean =>
  store.ofCelebration(celebration).some(({ what }) => what === 'correction')
