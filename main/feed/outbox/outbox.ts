// What leaves the floor: messages of celebrations to leaders and channels, and the words that come back. What is to be sent
// is a record of the log, so that it is sent once however often it is decided; how its sending goes is kept beside the log.
import { dayMs, formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { WorkingTime } from '../../../shared/domain/time/working-time.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { AnsweredAnswer, Delivery, MailGoes, TestAnswer } from '../../../shared/wire/celebrations/api.ts'
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MailSettings } from '../access/mailer.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import { consoleDevice, type Words, wordRecord } from '../celebrations/words.ts'
import type { Clock } from '../clock.ts'
import type { Log, RecordWrite } from '../store/log.ts'
import { LogUnavailable } from '../store/log.ts'
import { type OutboxStore, OutboxStoreUnavailable, type StoredDelivery } from '../store/outbox-store.ts'
import type { SecretStore } from '../store/secrets.ts'
import { addressesFor, stopAddresses } from './addresses-for.ts'
import { congratulationMails } from './congratulation-mails.ts'
import { type Congratulations, createCongratulations } from './congratulations.ts'
import { type Connections, createConnections } from './connections.ts'
import { bodyOf, isOfCelebration } from './delivery.ts'
import { createDeliveryRecords } from './delivery-records.ts'
import {
  eventBody,
  eventBodyOf,
  eventRecord,
  type Happened,
  hintWhat,
  isEvent,
  waitingEvent,
} from './event-delivery.ts'
import { followLog } from './follow-log.ts'
import { createHttpPost } from './http-post.ts'
import { letterKey } from './letters.ts'
import { createLinks, type Links, openLinkKey } from './links.ts'
import { type Recipient, recipientsOf } from './recipients.ts'
import { dueReminders } from './reminders.ts'
import { createSendDue } from './send-due.ts'
import { staysHere } from './senders/mail-transport.ts'
import { testConnection } from './test-connection.ts'
import { answeredLately, isAmong, toldSince } from './told-celebrations.ts'

export interface Outbox {
  /** Resolves once it is durable that the messages are to be sent. The same celebration again sends nothing more. */
  celebrate(celebration: DecidedCelebration): Promise<void>
  /** It is not true any more: what was sent is corrected, what waits is not sent. `why` in words. */
  takeBack(celebration: string, why: string | null): Promise<void>
  /** What a leader wrote on the console: it counts as their answer, is on the walls for the day, and reaches the person. */
  write(celebration: DecidedCelebration, word: WordFromTheTop, leader: string): Promise<void>
  /** Reminds of what nobody has answered; by itself each minute. */
  remind(): Promise<void>
  /** Sends what is due; by itself each second. Resolves when all of it has been tried. */
  send(): Promise<void>
  /** Null where there is no such connection. */
  test(connection: string, channel: string | null): Promise<TestAnswer | null>
  /** Newest first, at most 200. */
  deliveries(): readonly Delivery[]
  /** Once more, although it was given up. False where it waits, or was sent to anything but a webhook. */
  retry(key: string): boolean
  /** Of webhooks that chose it: records which, once they are in the log, have it sent to each, once. */
  eventRecords(happened: Happened): readonly RecordWrite[]
  /** The same of what is no news after some minutes: it stands in no log. */
  hint(happened: Happened): void
  /** Everything that went to a webhook since then (epoch ms), with the ids that it had; null where it is none. */
  replay(connection: string, since: number): number | null
  /** How the letter under a cause goes; null where it is not known. */
  letterState(cause: string): StoredDelivery['state'] | null
  answered(): AnsweredAnswer
  readonly connections: Connections
  readonly congratulations: Congratulations
  /** Null where the link is none. `stop` left out only looks. */
  mailStop(link: string, stop?: boolean): { readonly email: string; readonly stopped: boolean } | null
  readonly canMail: boolean
  readonly mailGoes: MailGoes
  close(): Promise<void>
}

interface FloorNow {
  readonly file: FloorFile
  readonly zone: Zone
  readonly workingTime: WorkingTime
}

export interface OutboxParts {
  readonly log: Pick<Log, 'appendRecords' | 'entriesAfter' | 'onCommit'>
  readonly store: OutboxStore
  readonly words: Words
  readonly secrets: SecretStore
  readonly floor: () => FloorNow
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly mail: MailSettings | null
  readonly mailPatienceMs?: number | undefined
  /** By which people reach the feed, without a slash at the end. */
  readonly origin: () => string
  /** Whether webhooks may lead into local networks. */
  readonly allowLocal: boolean
  readonly slackApi: string
  /** Resolves once what is known of messages outlives this machine; null: it lies where it belongs. */
  readonly durable?: (() => Promise<void>) | null
  readonly onError: (what: string, error: unknown) => void
}

const hourMs = 3_600_000
/** What is on its way when the feed ends may still be noted; what is not is sent again. */
const graceMs = 1500
/** A false message is worth correcting longer than a true one is news. */
const correctionHours = 24
const remindedDays = 7
const keptDays = 90
const mostListed = 200
const hintHours = 24
/** What a celebration is worth to a program that chose all of them. */
const webhookHours = 96
const tickMs = 1000

export const openOutbox = async (parts: OutboxParts): Promise<Outbox> => {
  const { log, store, words, clock, onError, allowLocal, mail } = parts
  const now = (): number => clock.now()
  const floor = (): FloorFile => parts.floor().file
  const today = (): string => formatDay(parts.floor().zone.dayAt(now()))

  const links: Links = createLinks(await openLinkKey(parts.secrets, onError))
  const connections = createConnections({ secrets: parts.secrets, now, allowLocal })

  const records = createDeliveryRecords({ connections, now })

  const sending = createSendDue({
    store,
    connections,
    floor,
    today,
    http: createHttpPost({ allowLocal, now }),
    slackApi: parts.slackApi,
    durable: parts.durable ?? null,
    mail,
    mailPatienceMs: parts.mailPatienceMs,
    now,
    random: parts.random,
    addressesFor: (key, body, at) => addressesFor({ key, body, at }, links, parts.origin(), floor()),
    letterAddresses: (email) => ({
      stop: stopAddresses(links, parts.origin(), email),
      console: `${parts.origin()}/console/`,
    }),
    onSent: async (delivery) => {
      if (delivery.what === hintWhat) return
      await log
        .appendRecords([records.sent(delivery)])
        .catch((error) => onError('that a message was sent is not in the log', error))
    },
    onError,
  })

  let closed = false
  let sendings: Promise<void> = Promise.resolve()
  const send = async (): Promise<void> => {
    if (closed) return
    try {
      await sending.run()
    } catch (error) {
      onError('messages cannot be sent at the moment', error)
    }
  }
  const sendSoon = (): void => {
    sendings = Promise.all([sendings, send()]).then(() => undefined)
  }

  const follower = followLog({ log, store, words, onDelivery: sendSoon, onError })

  const append = async (writes: readonly RecordWrite[]): Promise<void> => {
    if (writes.length > 0) await log.appendRecords(writes)
  }

  const remind = async (): Promise<void> => {
    const told = toldSince(store, now() - remindedDays * dayMs)
      .filter(([, bodies]) => isAmong(bodies, 'alert'))
      .map(([celebration, bodies]) => ({
        celebration,
        isAnswered: words.for(celebration.id).length > 0,
        isOver: isAmong(bodies, 'correction', 'reminder'),
      }))
    const { zone, workingTime, file } = parts.floor()
    const due = dueReminders(told, file.alerts, (since) => workingTime.between(zone, since, now()))
    await append(
      due.flatMap(({ celebration, tell }) =>
        recipientsOf(file.alerts, tell, today()).map(({ target, expireHours }) =>
          records.toSend({ celebration, what: 'reminder', target, hours: expireHours }),
        ),
      ),
    )
  }

  let minute = Math.floor(now() / 60_000)
  let day = today()
  const everyMinute = async (): Promise<void> => {
    await follower.caughtUp
    if (closed) return
    await remind()
    follower.keepPlace()
    store.forgetBefore(now() - hintHours * hourMs, hintWhat)
    if (day !== today()) store.forgetBefore(now() - keptDays * dayMs)
    day = today()
  }
  const timer = setInterval(() => {
    sendSoon()
    const current = Math.floor(now() / 60_000)
    if (current === minute) return
    minute = current
    everyMinute().catch((error) => {
      if (!(error instanceof LogUnavailable || error instanceof OutboxStoreUnavailable)) throw error
      onError('reminders cannot be written at the moment', error)
    })
  }, tickMs)
  timer.unref()
  sendSoon()

  /** Those whom its alerts name, and webhooks that are told of every one. */
  const toldOf = ({ tell, at }: DecidedCelebration): readonly Recipient[] => {
    const named = recipientsOf(floor().alerts, tell, today())
    const isNamed = (id: string): boolean =>
      named.some(({ target }) => target.kind === 'connection' && target.connection === id)
    return [
      ...named,
      ...connections
        .wanting('celebration', at)
        .filter(({ id }) => !isNamed(id))
        .map(
          ({ id }): Recipient => ({
            target: { kind: 'connection', connection: id, channel: null },
            expireHours: webhookHours,
          }),
        ),
    ]
  }

  /** To a webhook: it knows by the id what it has. */
  const mayGoTwice = (delivery: StoredDelivery): boolean => {
    const { target } = isEvent(delivery) ? eventBodyOf(delivery) : bodyOf(delivery)
    return target.kind === 'connection' && connections.get(target.connection)?.kind === 'webhook'
  }
  const sendAgain = ({ id, expiresAt }: StoredDelivery): void =>
    store.change(id, {
      state: 'waiting',
      tries: 0,
      lastError: null,
      nextAt: now(),
      expiresAt: Math.max(expiresAt, now() + hourMs),
    })

  /** Has the person told by mail, where one is known. */
  const tell = async (
    celebration: DecidedCelebration,
    word: WordFromTheTop,
    leader: string,
  ): Promise<void> => {
    if (mail !== null) await append(congratulationMails(celebration, word, leader, floor(), records))
  }

  const congratulations = createCongratulations({
    store,
    words,
    links: () => links,
    floor,
    today,
    now,
    append: log.appendRecords,
    tell,
  })

  return {
    celebrate: async (celebration) => {
      await append(
        toldOf(celebration).map(({ target, expireHours }) =>
          records.toSend({ celebration, what: 'alert', target, hours: expireHours }),
        ),
      )
    },
    takeBack: async (id, why) => {
      await follower.caughtUp
      const known = store.ofCelebration(id)
      for (const { id: delivery, state, what } of known)
        if (state === 'waiting' && (what === 'alert' || what === 'reminder'))
          store.change(delivery, { state: 'expired', nextAt: null, lastError: 'it was taken back' })
      await append(
        known.flatMap((delivery) => {
          const { celebration, what, target } = bodyOf(delivery)
          if (what !== 'alert') return []
          return [records.toSend({ celebration, what: 'correction', target, hours: correctionHours, why })]
        }),
      )
    },
    remind,
    send: async () => {
      await follower.caughtUp
      await sendings
      await send()
    },
    test: (id, channel) => testConnection({ store, connections, records, sending, now }, id, channel),
    deliveries: () =>
      store
        .latest(mostListed, hintWhat)
        .filter((each) => isOfCelebration(each) || isEvent(each))
        .map((each) => {
          const { key: id, celebration, state, tries, lastError, at, nextAt } = each
          const going = { id, state, tries, lastError, at, nextAt }
          if (isEvent(each)) {
            const { to, event, what } = eventBodyOf(each)
            return { ...going, celebration: null, event: event.type, what, to }
          }
          const { to, what } = bodyOf(each)
          return { ...going, celebration, event: null, what, to }
        }),
    retry: (key) => {
      const known = store.delivery(key)
      if (
        known === null ||
        known.what === 'test' ||
        known.what === 'letter' ||
        known.state === 'waiting' ||
        (known.state === 'sent' && !mayGoTwice(known))
      )
        return false
      sendAgain(known)
      sendSoon()
      return true
    },
    eventRecords: (happened) =>
      connections
        .wanting(happened.topic, happened.at)
        .map(({ id, name }) => eventRecord(eventBody(happened, id, name), now())),
    hint: (happened) => {
      const deliveries = connections
        .wanting(happened.topic, happened.at)
        .map(({ id, name }) => waitingEvent(eventBody(happened, id, name), now(), hintWhat))
      if (deliveries.length === 0) return
      store.take({ seq: 0, deliveries })
      sendSoon()
    },
    replay: (connection, since) => {
      if (connections.get(connection)?.kind !== 'webhook') return null
      const again = store.since(since).filter((delivery) => {
        if (delivery.state === 'waiting' || delivery.what === 'test') return false
        if (!isEvent(delivery) && !isOfCelebration(delivery)) return false
        const { target } = isEvent(delivery) ? eventBodyOf(delivery) : bodyOf(delivery)
        return target.kind === 'connection' && target.connection === connection
      })
      for (const delivery of again) sendAgain(delivery)
      if (again.length > 0) sendSoon()
      return again.length
    },
    letterState: (cause) => store.delivery(letterKey(cause))?.state ?? null,
    answered: () => answeredLately(store, words, now()),
    connections,
    congratulations,
    write: async (celebration, word, leader) => {
      await follower.caughtUp
      const before = words.of(celebration.id, leader)
      // A link that was used in a browser may change it there afterwards.
      const device = before?.device ?? consoleDevice
      await append([wordRecord({ celebration, leader, word, device, nth: (before?.nth ?? 0) + 1 })])
      await tell(celebration, word, leader)
    },
    mailStop: (link, stop) => {
      const email = links.readStop(link)
      if (email === null) return null
      if (stop !== undefined) store.noteStopped(email, stop ? now() : null)
      return { email, stopped: store.stoppedAt(email) !== null }
    },
    canMail: mail !== null,
    mailGoes: mail === null ? 'nowhere' : staysHere(mail) ? 'folder' : 'out',
    close: async () => {
      if (closed) return
      closed = true
      follower.close()
      clearInterval(timer)
      await follower.caughtUp
      await Promise.race([sendings, new Promise((resolve) => setTimeout(resolve, graceMs).unref())])
      try {
        follower.keepPlace()
      } catch (error) {
        onError('how far the log was read is not kept', error)
      }
      store.close()
    },
  }
}
