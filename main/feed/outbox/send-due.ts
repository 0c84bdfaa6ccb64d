// Sends what is due: one at a time to each service, several services beside each other, so that one that hangs holds up
// nobody else's.
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MailSettings } from '../access/mailer.ts'
import { LogUnavailable } from '../store/log.ts'
import { type OutboxStore, OutboxStoreUnavailable, type StoredDelivery } from '../store/outbox-store.ts'
import { nextTryAt } from './back-off.ts'
import type { Connections } from './connections.ts'
import { bodyOf, causeOf, type DeliveryBody, isOfCelebration, recipientOf } from './delivery.ts'
import { EventBody, isEvent } from './event-delivery.ts'
import type { HttpPost } from './http-post.ts'
import { LetterBody, letterMessage, mayBeStopped } from './letters.ts'
import { type Addresses, eventMessage, type Message, messageOf } from './message.ts'
import { isHere, leaderOf } from './recipients.ts'
import { createMailSender } from './senders/mail.ts'
import type { Job, Outcome, Sender, Vendor } from './senders/sender.ts'
import { failed } from './senders/sender.ts'
import { senderFor } from './senders/sender-for.ts'

interface SendParts {
  readonly store: OutboxStore
  readonly connections: Connections
  readonly floor: () => FloorFile
  /** The floor's date, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly http: HttpPost
  readonly slackApi: string
  readonly mail: MailSettings | null
  readonly mailPatienceMs?: number | undefined
  /** Epoch ms. */
  readonly now: () => number
  /** 0 to 1. */
  readonly random: () => number
  readonly addressesFor: (key: string, body: DeliveryBody, at: number) => Addresses
  readonly letterAddresses: (email: string) => Pick<Addresses, 'stop' | 'console'>
  /** It was taken by the service. */
  /**
   * Where another feed may own the floor meanwhile: resolves once it is kept that a message is being sent, and rejects where this
   * feed may send nothing. Null: no other can.
   */
  readonly durable: (() => Promise<void>) | null
  readonly onSent: (delivery: StoredDelivery) => Promise<void>
  readonly onError: (what: string, error: unknown) => void
}

export interface SendDue {
  /** Resolves when all that was due has been tried once. */
  run(): Promise<void>
  /** One message that is kept nowhere. */
  trySender(body: DeliveryBody, key: string): Promise<Outcome>
}

/** What waits in one go: after an outage of a day there may be many. */
const mostAtOnce = 200

const vendorOf = (text: string | null): Vendor | null => {
  if (text === null) return null
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === 'object' && parsed !== null
    ? Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
    : null
}

type Body = DeliveryBody | LetterBody | EventBody

const anyBodyOf = (delivery: StoredDelivery): Body => {
  if (isOfCelebration(delivery)) return bodyOf(delivery)
  const body: unknown = JSON.parse(delivery.body)
  return isEvent(delivery) ? EventBody.parse(body) : LetterBody.parse(body)
}

/** The connection by which it goes; null of a mail. */
const connectionOf = ({ target }: Body): string | null => ('connection' in target ? target.connection : null)

/** Of a message that is not to be sent any more. */
const notSent = (error: string): Outcome => failed(error, { again: false })

export const createSendDue = (parts: SendParts): SendDue => {
  const { store, connections, floor, today, now, mail } = parts
  /** Services that have asked for a pause, until when (epoch ms). */
  const pauses = new Map<string, number>()

  const laneOf = (body: Body): string =>
    'connection' in body.target ? `connection ${body.target.connection}` : `mail ${body.target.email}`

  /** Why it is not to be sent, or null. */
  const refusalOf = (body: Body): string | null => {
    const { target } = body
    if ('connection' in target) {
      const connection = connections.get(target.connection)
      if (connection === null) return `the connection "${target.connection}" is not set up`
      return connection.disabled
    }
    if (body.what === 'event') return null
    if (mail === null) return 'the feed has no mail server; see FLOORBOARD_SMTP_URL'
    const isStopped = store.stoppedAt(target.email.toLowerCase()) !== null
    if (isStopped && (body.what !== 'letter' || mayBeStopped(body)))
      return 'they asked for no more of these mails'
    if (body.what === 'letter' || target.kind === 'person' || body.what === 'correction') return null
    const leader = leaderOf(floor().alerts, body.celebration.tell, target.email)
    return leader !== null && isHere(leader, today()) ? null : 'they are told nothing any more'
  }

  const senderOf = ({ target }: Body): Sender | null => {
    const { name, locale } = floor().floor
    if (!('connection' in target))
      return mail === null
        ? null
        : createMailSender({
            settings: mail,
            to: target,
            from: name,
            language: locale,
            ...(parts.mailPatienceMs !== undefined && { patienceMs: parts.mailPatienceMs }),
          })
    const connection = connections.get(target.connection)
    const { http, slackApi } = parts
    if (connection === null) return null
    const to = target.kind === 'slack' ? { email: target.email } : target.channel
    return senderFor(connection, to, { http, slackApi, now: now() })
  }

  const messageFor = (key: string, body: Body, at: number): Message => {
    if (body.what === 'event') return eventMessage(body.event)
    if (body.what !== 'letter') return messageOf(body, floor().floor, parts.addressesFor(key, body, at))
    return letterMessage(body, floor().floor, parts.letterAddresses(body.target.email))
  }

  /** Of a correction: the message that it corrects. */
  const originalOf = (body: Body): StoredDelivery | null => {
    if (body.what !== 'correction') return null
    const { celebration, target } = body
    const id = causeOf(celebration.id, 'alert', recipientOf(target))
    return store.ofCelebration(celebration.id).find((each) => each.id === id) ?? null
  }

  const attempt = async (delivery: StoredDelivery, body: Body): Promise<Outcome> => {
    const original = originalOf(body)
    if (body.what === 'correction' && original?.state !== 'sent' && original?.maybeSent !== true)
      return notSent('the message that it corrects was never sent')
    const refusal = refusalOf(body)
    const sender = senderOf(body)
    if (refusal !== null || sender === null) return notSent(refusal ?? 'it cannot be sent')
    const job: Job = {
      key: delivery.key,
      original: original === null ? null : { key: original.key, vendor: vendorOf(original.vendor) },
      message: messageFor(delivery.key, body, delivery.at),
      at: delivery.at,
      now: now(),
    }
    return await sender.send(job)
  }

  const note = async (delivery: StoredDelivery, body: Body, outcome: Outcome): Promise<void> => {
    const tries = delivery.tries + 1
    if (outcome.kind === 'sent') {
      const vendor = outcome.vendor === null ? null : JSON.stringify(outcome.vendor)
      const { maybeSent } = delivery
      const done = { state: 'sent' as const, tries, vendor, nextAt: null, lastError: null, maybeSent }
      store.change(delivery.id, done)
      await parts.onSent({ ...delivery, ...done })
      return
    }
    const { error, again, retryAfterMs, gone } = outcome
    const maybeSent = delivery.maybeSent || outcome.maybe
    const connection = connectionOf(body)
    if (gone && connection !== null)
      await connections.disable(
        connection,
        `its address answered that nobody takes messages there any more (${error})`,
      )
    const isWebhook = connection !== null && connections.get(connection)?.kind === 'webhook'
    const at = again
      ? nextTryAt({ tries, isWebhook, retryAfterMs, now: now(), random: parts.random() })
      : null
    if (retryAfterMs !== null) pauses.set(laneOf(body), now() + retryAfterMs)
    if (at === null)
      store.change(delivery.id, { state: 'dead', tries, lastError: error, nextAt: null, maybeSent })
    else
      store.change(delivery.id, {
        tries,
        lastError: error,
        nextAt: Math.min(at, delivery.expiresAt),
        maybeSent,
      })
  }

  /** A feed that was paused and wakes learns here that it sends nothing; one that takes over, that it may have been sent. */
  const begin = async ({ id }: StoredDelivery): Promise<void> => {
    if (parts.durable === null) return
    store.change(id, { maybeSent: true })
    await parts.durable()
  }

  const sendOne = async (delivery: StoredDelivery, body: Body): Promise<void> => {
    // Cancelled, or given up by a manager, since it was read.
    const current = store.delivery(delivery.key)
    if (current?.state !== 'waiting') return
    const pause = pauses.get(laneOf(body)) ?? 0
    if (current.expiresAt <= now())
      store.change(current.id, {
        state: 'expired',
        nextAt: null,
        lastError: current.lastError ?? 'it could not be sent in time',
      })
    else if (pause > now()) store.change(current.id, { nextAt: pause })
    else {
      await begin(current)
      await note(current, body, await attempt(current, body))
    }
  }

  const sendLane = async (
    lane: readonly { readonly delivery: StoredDelivery; readonly body: Body }[],
  ): Promise<void> => {
    for (const { delivery, body } of lane) {
      try {
        await sendOne(delivery, body)
      } catch (error) {
        parts.onError('a message could not be sent', error)
        // A disk that takes nothing: it is tried again with the next run.
        if (error instanceof OutboxStoreUnavailable || error instanceof LogUnavailable) return
        store.change(delivery.id, { state: 'dead', nextAt: null, lastError: 'it could not be written' })
      }
    }
  }

  const running = new Set<string>()
  return {
    run: async () => {
      const lanes = new Map<string, { delivery: StoredDelivery; body: Body }[]>()
      for (const delivery of store.due(now(), mostAtOnce)) {
        const body = anyBodyOf(delivery)
        const name = laneOf(body)
        if (running.has(name)) continue
        const lane = lanes.get(name) ?? []
        lane.push({ delivery, body })
        lanes.set(name, lane)
      }
      await Promise.all(
        [...lanes].map(async ([name, lane]) => {
          running.add(name)
          try {
            await sendLane(lane)
          } finally {
            running.delete(name)
          }
        }),
      )
    },
    trySender: async (body, key) => {
      const refusal = refusalOf(body)
      const sender = senderOf(body)
      if (sender === null) return notSent(refusal ?? 'it cannot be sent')
      return await sender.send({
        key,
        original: null,
        message: messageFor(key, body, now()),
        at: now(),
        now: now(),
      })
    },
  }
}
