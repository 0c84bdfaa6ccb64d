// A message that only tries whether a connection works. It is listed with the others, and stands in no log.
import { randomUUID } from 'node:crypto'
import type { TestAnswer } from '../../../shared/wire/celebrations/api.ts'
import type { OutboxStore } from '../store/outbox-store.ts'
import type { Connections } from './connections.ts'
import { causeOf, type DeliveryBody, keyOf, waitingDelivery } from './delivery.ts'
import type { DeliveryRecords } from './delivery-records.ts'
import type { SendDue } from './send-due.ts'

interface TestParts {
  readonly store: Pick<OutboxStore, 'take'>
  readonly connections: Pick<Connections, 'get'>
  readonly records: Pick<DeliveryRecords, 'nameOf'>
  readonly sending: Pick<SendDue, 'trySender'>
  /** Epoch ms. */
  readonly now: () => number
}

/** Null where there is no such connection. */
export const testConnection = async (
  { store, connections, records, sending, now }: TestParts,
  id: string,
  channel: string | null,
): Promise<TestAnswer | null> => {
  const connection = connections.get(id)
  if (connection === null) return null
  const target = { kind: 'connection', connection: id, channel } as const
  const body: DeliveryBody = {
    celebration: {
      id: 'test',
      title: '',
      names: [],
      people: [],
      about: '',
      rule: null,
      tell: [],
      at: now(),
      deal: null,
    },
    what: 'test',
    target,
    to: records.nameOf(target),
    expiresAt: now(),
    why: null,
    word: null,
  }
  const cause = causeOf('test', 'test', randomUUID())
  const outcome = await sending.trySender(body, keyOf(cause))
  const isSent = outcome.kind === 'sent'
  const tried = {
    ...waitingDelivery(cause, body, now()),
    state: isSent ? ('sent' as const) : ('dead' as const),
    tries: 1,
    lastError: isSent ? null : outcome.error,
    nextAt: null,
  }
  store.take({ seq: 0, deliveries: [tried] })
  if (!isSent) return { result: 'refused', says: `It was not sent: ${outcome.error}.` }
  return connection.kind === 'teams'
    ? {
        result: 'unknown',
        says: 'Teams took the message, and does not say whether it posts it. Look into the channel: did it arrive?',
      }
    : { result: 'taken', says: 'It was taken. Look there: did it arrive?' }
}
