// What the outbox writes into the log: that a message is to be sent to somebody, and that a service took it.
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { RecordWrite } from '../store/log.ts'
import type { StoredDelivery } from '../store/outbox-store.ts'
import type { Connections } from './connections.ts'
import {
  causeOf,
  type DeliveryBody,
  deliveryTopic,
  recipientOf,
  sentTopic,
  type Target,
  type What,
} from './delivery.ts'

interface ToSend {
  readonly celebration: DecidedCelebration
  readonly what: What
  readonly target: Target
  /** After so many it would be noise. */
  readonly hours: number
  readonly why?: string | null
  readonly word?: DeliveryBody['word']
  /** Where the target alone does not tell one message from another. */
  readonly recipient?: string
}

export interface DeliveryRecords {
  /** In words: "Slack #deals". */
  nameOf(target: Target): string
  toSend(message: ToSend): RecordWrite
  sent(delivery: StoredDelivery): RecordWrite
}

interface DeliveryRecordsParts {
  readonly connections: Pick<Connections, 'get'>
  /** Epoch ms. */
  readonly now: () => number
}

const hourMs = 3_600_000

export const createDeliveryRecords = ({ connections, now }: DeliveryRecordsParts): DeliveryRecords => {
  const record = (topic: string, cause: string, body: unknown): RecordWrite => ({
    topic,
    cause,
    body,
    at: now(),
    by: 'outbox',
  })
  const nameOf = (target: Target): string => {
    if (target.kind !== 'connection') return target.email
    const name = connections.get(target.connection)?.name ?? target.connection
    return target.channel === null ? name : `${name} ${target.channel}`
  }
  return {
    nameOf,
    toSend: ({ celebration, what, target, hours, why = null, word = null, recipient }) => {
      const expiresAt = now() + hours * hourMs
      const body: DeliveryBody = { celebration, what, target, to: nameOf(target), expiresAt, why, word }
      return record(deliveryTopic, causeOf(celebration.id, what, recipient ?? recipientOf(target)), body)
    },
    sent: ({ id, vendor }) => record(sentTopic, id, { vendor: vendor === null ? null : JSON.parse(vendor) }),
  }
}
