// The outbox's own file follows the log: what is to be sent, what was sent, what leaders wrote. Where the file is behind, or
// lost, it reads the log again from where it stands.
import type { Words } from '../celebrations/words.ts'
import type { Log, LogEntry } from '../store/log.ts'
import { type OutboxStore, OutboxStoreUnavailable, type StoredDelivery } from '../store/outbox-store.ts'
import { DeliveryBody, deliveryTopic, keyOf, sentTopic, waitingDelivery } from './delivery.ts'
import { EventBody, eventTopic, waitingEvent } from './event-delivery.ts'
import { letterTopic, waitingLetter } from './letters.ts'

export interface LogFollower {
  /** Resolves once everything of before is read. */
  readonly caughtUp: Promise<void>
  /** Keeps how far the log was read. Throws `OutboxStoreUnavailable`. */
  keepPlace(): void
  close(): void
}

interface LogFollowerParts {
  readonly log: Pick<Log, 'entriesAfter' | 'onCommit'>
  readonly store: Pick<OutboxStore, 'seq' | 'take' | 'change' | 'delivery'>
  readonly words: Pick<Words, 'take'>
  /** Something is to be sent. */
  readonly onDelivery: () => void
  readonly onError: (what: string, error: unknown) => void
}

const storedOf = ({
  topic,
  cause,
  body,
  at,
}: Extract<LogEntry, { kind: 'record' }>): StoredDelivery | null => {
  if (topic === letterTopic) return waitingLetter(cause, body, at)
  if (topic === eventTopic) {
    const { data } = EventBody.safeParse(body)
    return data === undefined ? null : waitingEvent(data, at)
  }
  if (topic !== deliveryTopic) return null
  const { data } = DeliveryBody.safeParse(body)
  return data === undefined ? null : waitingDelivery(cause, data, at)
}

export const followLog = ({ log, store, words, onDelivery, onError }: LogFollowerParts): LogFollower => {
  let seq = store.seq()
  let keptSeq = seq
  let closed = false

  const noteSent = (id: string): void => {
    if (store.delivery(keyOf(id))?.state === 'waiting') store.change(id, { state: 'sent', nextAt: null })
  }
  const take = (entries: readonly LogEntry[]): void => {
    const last = entries.at(-1)
    if (closed || last === undefined || last.seq <= seq) return
    const records = entries.flatMap((entry) => (entry.kind === 'record' ? [entry] : []))
    const deliveries = records.flatMap((entry) => storedOf(entry) ?? [])
    const written = words.take(entries)
    seq = last.seq
    try {
      if (deliveries.length > 0 || written.length > 0) {
        store.take({ seq, deliveries, words: written })
        keptSeq = seq
      }
      for (const { topic, cause } of records) if (topic === sentTopic) noteSent(cause)
    } catch (error) {
      // What was not kept is read from the log again at the next start.
      if (!(error instanceof OutboxStoreUnavailable)) throw error
      onError('messages out cannot be kept', error)
    }
    if (deliveries.length > 0) onDelivery()
  }

  /** Entries that come while earlier ones are still read. */
  let waiting: LogEntry[] | null = []
  log.onCommit((entries) => {
    if (waiting === null) take(entries)
    else waiting.push(...entries)
  })
  const catchUp = async (): Promise<void> => {
    for await (const entries of log.entriesAfter(seq)) {
      if (closed) return
      take(entries)
    }
    const rest = waiting ?? []
    waiting = null
    take(rest.filter((entry) => entry.seq > seq))
  }

  return {
    caughtUp: catchUp().catch((error) => {
      waiting = null
      onError('messages of before cannot be read from the log', error)
    }),
    keepPlace: () => {
      if (seq > keptSeq) store.take({ seq })
      keptSeq = seq
    },
    close: () => {
      closed = true
    },
  }
}
