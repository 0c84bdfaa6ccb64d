// An event on its way to a webhook of somebody's own, as the log records that it is to be sent. The record's cause is the
// event's own id and the connection: to each it is told once.
import { z } from 'zod'
import { WebhookEvent, type WebhookTopic } from '../../../shared/wire/webhooks.ts'
import type { RecordWrite } from '../store/log.ts'
import type { StoredDelivery } from '../store/outbox-store.ts'
import { keyOf } from './delivery.ts'

export const eventTopic = 'event'

/** How an event is known in the outbox's store; a hint stands in no log, and is forgotten after a day. */
export const eventWhat = 'event'
export const hintWhat = 'hint'

export const EventBody = z.object({
  what: z.literal('event'),
  target: z.object({ kind: z.literal('connection'), connection: z.string(), channel: z.null() }),
  /** In words: what the connection is called. */
  to: z.string(),
  event: WebhookEvent,
  /** Epoch ms. */
  expiresAt: z.number(),
})
export type EventBody = z.infer<typeof EventBody>

/** An event, and when it came about, epoch ms. */
export interface Happened {
  readonly topic: WebhookTopic
  readonly event: WebhookEvent
  readonly at: number
}

const hourMs = 3_600_000
/** All tries of Standard Webhooks take three days. That a board changed is no news after some minutes. */
const hoursOf = (topic: WebhookTopic): number => (topic === 'board-changed' ? 0.25 : 96)

export const eventBody = ({ topic, event, at }: Happened, connection: string, to: string): EventBody => ({
  what: 'event',
  target: { kind: 'connection', connection, channel: null },
  to,
  event,
  expiresAt: at + hoursOf(topic) * hourMs,
})

const causeOf = ({ event, target }: EventBody): string =>
  `${event.type}:${event.data.id}:${target.connection}`

export const eventRecord = (body: EventBody, at: number): RecordWrite => ({
  topic: eventTopic,
  cause: causeOf(body),
  body,
  at,
  by: 'outbox',
})

/** As it is kept before its first try. */
export const waitingEvent = (body: EventBody, at: number, what: string = eventWhat): StoredDelivery => {
  const id = `${eventTopic}:${causeOf(body)}`
  return {
    id,
    key: keyOf(id),
    // No celebration has such an id.
    celebration: eventTopic,
    what,
    body: JSON.stringify(body),
    state: 'waiting',
    tries: 0,
    lastError: null,
    at,
    nextAt: at,
    expiresAt: body.expiresAt,
    vendor: null,
    maybeSent: false,
  }
}

export const isEvent = ({ what }: Pick<StoredDelivery, 'what'>): boolean =>
  what === eventWhat || what === hintWhat

export const eventBodyOf = ({ body }: StoredDelivery): EventBody => EventBody.parse(JSON.parse(body))
