// What leaves the floor: messages of celebrations to leaders and channels, and the words that come back. What is to be sent
// is a record of the log, so that it is sent once however often it is decided; how its sending goes is kept beside the log.
import { randomUUID } from 'node:crypto'
import { answeredShare } from '../../../shared/domain/celebrations/answered.ts'
import { dayMs, formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { WorkingTime } from '../../../shared/domain/time/working-time.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { AnsweredAnswer, Delivery, TestAnswer } from '../../../shared/wire/celebrations/api.ts'
import type { WordFromTheTop } from '../../../shared/wire/celebrations/view.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MailSettings } from '../access/mailer.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import { consoleDevice, type Words, wordRecord } from '../celebrations/words.ts'
import type { Clock } from '../clock.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'
import { LogUnavailable } from '../store/log.ts'
import { type OutboxStore, OutboxStoreUnavailable, type StoredDelivery } from '../store/outbox-store.ts'
import type { SecretStore } from '../store/secrets.ts'
import { type Congratulations, createCongratulations, emailOf } from './congratulations.ts'
import { type Connections, createConnections } from './connections.ts'
import {
  bodyOf,
  causeOf,
  DeliveryBody,
  deliveryTopic,
  keyOf,
  recipientOf,
  sentTopic,
  type Target,
  type What,
  waitingDelivery,
} from './delivery.ts'
import { createHttpPost } from './http-post.ts'
import { createLinks, type Links, openLinkKey } from './links.ts'
import { recipientsOf } from './recipients.ts'
import { dueReminders } from './reminders.ts'
import { createSendDue } from './send-due.ts'

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
  /** Once more, although it was given up. False where it waits or was sent. */
  retry(key: string): boolean
  answered(): AnsweredAnswer
  readonly connections: Connections
  readonly congratulations: Congratulations
  /** Null where the link is none. `stop` left out only looks. */
  mailStop(link: string, stop?: boolean): { readonly email: string; readonly stopped: boolean } | null
  readonly canMail: boolean
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
  readonly onError: (what: string, error: unknown) => void
}

const hourMs = 3_600_000
/** What is on its way when the feed ends may still be noted; what is not is sent again. */
const graceMs = 1500
/** A false message is worth correcting longer than a true one is news. */
const correctionHours = 24
/** The person hears of it also after a weekend. */
const congratulationHours = 72
const linkHours = 72
const remindedDays = 7
const answeredDays = 30
const answeredHours = 4
const keptDays = 90
const mostListed = 200
const tickMs = 1000

export const openOutbox = async (parts: OutboxParts): Promise<Outbox> => {
  const { log, store, words, clock, onError, allowLocal, mail } = parts
  const now = (): number => clock.now()
  const floor = (): FloorFile => parts.floor().file
  const today = (): string => formatDay(parts.floor().zone.dayAt(now()))

  const links: Links = createLinks(await openLinkKey(parts.secrets, onError))
  const connections = createConnections({ secrets: parts.secrets, now, allowLocal })

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
  const deliveryRecord = (
    celebration: DecidedCelebration,
    what: What,
    target: Target,
    hours: number,
    more: Partial<Pick<DeliveryBody, 'why' | 'word'>> = {},
    recipient: string = recipientOf(target),
  ): RecordWrite => {
    const body: DeliveryBody = {
      celebration,
      what,
      target,
      to: nameOf(target),
      expiresAt: now() + hours * hourMs,
      why: null,
      word: null,
      ...more,
    }
    return record(deliveryTopic, causeOf(celebration.id, what, recipient), body)
  }

  const sending = createSendDue({
    store,
    connections,
    floor,
    today,
    http: createHttpPost({ allowLocal, now }),
    slackApi: parts.slackApi,
    mail,
    mailPatienceMs: parts.mailPatienceMs,
    now,
    random: parts.random,
    addressesFor: (key, { target, what, celebration }, at) => {
      const origin = parts.origin()
      const isLeader = target.kind === 'leader' && what !== 'correction'
      const stop = target.kind === 'connection' ? null : links.stop(target.email)
      const [first] = celebration.people
      return {
        link: isLeader
          ? `${origin}/congratulate/${links.congratulate(key, target.email, at + linkHours * hourMs)}`
          : null,
        console: `${origin}/console/celebrations`,
        stop:
          stop === null
            ? null
            : { page: `${origin}/mail-stop/${stop}`, post: `${origin}/api/v1/mail-stops/${stop}` },
        replyTo: isLeader && first !== undefined ? emailOf(floor(), first) : null,
      }
    },
    onSent: async ({ id, vendor }) => {
      const body = { vendor: vendor === null ? null : JSON.parse(vendor) }
      await log
        .appendRecords([record(sentTopic, id, body)])
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

  const storedOf = ({ cause, body, at }: Extract<LogEntry, { kind: 'record' }>): StoredDelivery | null => {
    const { data } = DeliveryBody.safeParse(body)
    return data === undefined ? null : waitingDelivery(cause, data, at)
  }

  let seq = store.seq()
  let keptSeq = seq
  const takeEntries = (entries: readonly LogEntry[]): void => {
    const last = entries.at(-1)
    if (closed || last === undefined || last.seq <= seq) return
    const records = entries.flatMap((entry) => (entry.kind === 'record' ? [entry] : []))
    const deliveries = records.flatMap((entry) =>
      entry.topic === deliveryTopic ? (storedOf(entry) ?? []) : [],
    )
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
    if (deliveries.length > 0) sendSoon()
  }
  const noteSent = (id: string): void => {
    if (store.delivery(keyOf(id))?.state === 'waiting') store.change(id, { state: 'sent', nextAt: null })
  }

  /** Entries that come while earlier ones are still read. */
  let waiting: LogEntry[] | null = []
  log.onCommit((entries) => {
    if (waiting === null) takeEntries(entries)
    else waiting.push(...entries)
  })
  const catchUp = async (): Promise<void> => {
    for await (const entries of log.entriesAfter(seq)) {
      if (closed) return
      takeEntries(entries)
    }
    const rest = waiting ?? []
    waiting = null
    takeEntries(rest.filter((entry) => entry.seq > seq))
  }
  const caughtUp = catchUp().catch((error) => {
    waiting = null
    onError('messages of before cannot be read from the log', error)
  })

  const append = async (records: readonly RecordWrite[]): Promise<void> => {
    if (records.length > 0) await log.appendRecords(records)
  }

  /** What was to be sent since an instant (epoch ms), by the celebration that it was sent for. */
  const bodiesSince = (at: number): readonly (readonly [DecidedCelebration, readonly DeliveryBody[]])[] => {
    const byId = new Map<string, [DecidedCelebration, DeliveryBody[]]>()
    for (const body of store.since(at).map(bodyOf)) {
      const known = byId.get(body.celebration.id)
      if (known) known[1].push(body)
      else byId.set(body.celebration.id, [body.celebration, [body]])
    }
    return [...byId.values()]
  }
  const isAmong = (bodies: readonly DeliveryBody[], ...whats: readonly What[]): boolean =>
    bodies.some(({ what }) => whats.includes(what))

  const remind = async (): Promise<void> => {
    const told = bodiesSince(now() - remindedDays * dayMs)
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
          deliveryRecord(celebration, 'reminder', target, expireHours),
        ),
      ),
    )
  }

  let minute = Math.floor(now() / 60_000)
  let day = today()
  const everyMinute = async (): Promise<void> => {
    await caughtUp
    if (closed) return
    await remind()
    if (seq > keptSeq) store.take({ seq })
    keptSeq = seq
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

  /** Has the person told by mail, where one is known. */
  const tell = async (
    celebration: DecidedCelebration,
    { text, from, title }: WordFromTheTop,
    leader: string,
  ): Promise<void> => {
    const file = floor()
    const word = { text, name: from.name, title }
    await append(
      celebration.people.flatMap((person) => {
        const email = emailOf(file, person)
        const name = file.people.find(({ id }) => id === person)?.name ?? ''
        return email === null || mail === null
          ? []
          : [
              deliveryRecord(
                celebration,
                'congratulation',
                { kind: 'person', email, name },
                congratulationHours,
                { word },
                `${leader}:${email.toLowerCase()}`,
              ),
            ]
      }),
    )
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
      const recipients = recipientsOf(floor().alerts, celebration.tell, today())
      await append(
        recipients.map(({ target, expireHours }) =>
          deliveryRecord(celebration, 'alert', target, expireHours),
        ),
      )
    },
    takeBack: async (id, why) => {
      await caughtUp
      const known = store.ofCelebration(id)
      for (const { id: delivery, state, what } of known)
        if (state === 'waiting' && (what === 'alert' || what === 'reminder'))
          store.change(delivery, { state: 'expired', nextAt: null, lastError: 'it was taken back' })
      await append(
        known.flatMap((delivery) => {
          const { celebration, what, target } = bodyOf(delivery)
          if (what !== 'alert') return []
          return [deliveryRecord(celebration, 'correction', target, correctionHours, { why })]
        }),
      )
    },
    remind,
    send: async () => {
      await caughtUp
      await sendings
      await send()
    },
    test: async (id, channel) => {
      const connection = connections.get(id)
      if (connection === null) return null
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
        target: { kind: 'connection', connection: id, channel },
        to: nameOf({ kind: 'connection', connection: id, channel }),
        expiresAt: now(),
        why: null,
        word: null,
      }
      const cause = causeOf('test', 'test', randomUUID())
      const outcome = await sending.trySender(body, keyOf(cause))
      const isSent = outcome.kind === 'sent'
      store.take({
        seq: 0,
        deliveries: [
          {
            ...waitingDelivery(cause, body, now()),
            state: isSent ? 'sent' : 'dead',
            tries: 1,
            lastError: isSent ? null : outcome.error,
            nextAt: null,
          },
        ],
      })
      if (!isSent) return { result: 'refused', says: `It was not sent: ${outcome.error}.` }
      return connection.kind === 'teams'
        ? {
            result: 'unknown',
            says: 'Teams took the message, and does not say whether it posts it. Look into the channel: did it arrive?',
          }
        : { result: 'taken', says: 'It was taken. Look there: did it arrive?' }
    },
    deliveries: () =>
      store.latest(mostListed).map((each) => {
        const { to, what } = bodyOf(each)
        const { key, celebration, state, tries, lastError, at, nextAt } = each
        return { id: key, celebration, what, to, state, tries, lastError, at, nextAt }
      }),
    retry: (key) => {
      const known = store.delivery(key)
      if (known === null || known.what === 'test' || known.state === 'waiting' || known.state === 'sent')
        return false
      const expiresAt = Math.max(known.expiresAt, now() + hourMs)
      store.change(known.id, { state: 'waiting', tries: 0, nextAt: now(), expiresAt })
      sendSoon()
      return true
    },
    answered: () => {
      const isToLeader = ({ what, target }: DeliveryBody) => what === 'alert' && target.kind === 'leader'
      const told = bodiesSince(now() - answeredDays * dayMs)
        .filter(([, bodies]) => bodies.some(isToLeader) && !isAmong(bodies, 'correction'))
        .map(([{ id, at }]) => ({ at, answeredAt: words.for(id)[0]?.firstAt ?? null }))
      return {
        days: answeredDays,
        withinHours: answeredHours,
        ...answeredShare(told, now(), answeredHours * hourMs),
      }
    },
    connections,
    congratulations,
    write: async (celebration, word, leader) => {
      await caughtUp
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
    close: async () => {
      if (closed) return
      closed = true
      clearInterval(timer)
      await caughtUp
      await Promise.race([sendings, new Promise((resolve) => setTimeout(resolve, graceMs).unref())])
      try {
        if (seq > keptSeq) store.take({ seq })
      } catch (error) {
        onError('how far the log was read is not kept', error)
      }
      store.close()
    },
  }
}
