// Letters: messages to one person, in words that stand already. A manager's own, in their name, or one of the feed's. Who got
// which is nobody else's business: they are in no list of messages.
import { z } from 'zod'
import { RecapDocument } from '../../../shared/domain/recaps/recap-document.ts'
import { stopWords } from '../../../shared/domain/words/message-words.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { RecordWrite } from '../store/log.ts'
import type { StoredDelivery } from '../store/outbox-store.ts'
import { keyOf } from './delivery.ts'
import type { Addresses, Message } from './message.ts'

export const letterTopic = 'letter'

/** `slack`: in private, by the connection's bot, which knows people by their address. */
export const LetterTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), email: z.string(), name: z.string() }),
  z.object({ kind: z.literal('slack'), connection: z.string(), email: z.string(), name: z.string() }),
])
export type LetterTarget = z.infer<typeof LetterTarget>

export const LetterBody = z.object({
  what: z.literal('letter'),
  target: LetterTarget,
  subject: z.string(),
  /** Paragraphs, with an empty line between them. */
  text: z.string(),
  /** In whose name, and where answers go; null: the floor itself writes. */
  from: z.object({ name: z.string(), email: z.string().nullable() }).nullable(),
  expiresAt: z.number(),
  /** Of a recap, which is laid out and not written: `text` is then its first sentence. */
  recap: RecapDocument.optional(),
})
export type LetterBody = z.infer<typeof LetterBody>

const hourMs = 3_600_000

/** Under a cause it is written once. `at`: epoch ms; after so many hours it would be noise. */
export const letterRecord = (
  cause: string,
  { at, hours, by }: { readonly at: number; readonly hours: number; readonly by: string },
  letter: Omit<LetterBody, 'what' | 'expiresAt'>,
): RecordWrite => ({
  topic: letterTopic,
  cause,
  body: { what: 'letter', ...letter, expiresAt: at + hours * hourMs } satisfies LetterBody,
  at,
  by,
})

/** By which the log knows that a service took it. */
export const letterId = (cause: string): string => `${letterTopic}:${cause}`

/** By which the outbox's store knows it. */
export const letterKey = (cause: string): string => keyOf(letterId(cause))

/** As it is kept before its first try; null of a body that this version cannot read. */
export const waitingLetter = (cause: string, body: unknown, at: number): StoredDelivery | null => {
  const { data } = LetterBody.safeParse(body)
  if (data === undefined) return null
  return {
    id: letterId(cause),
    key: letterKey(cause),
    // No celebration has such an id.
    celebration: letterTopic,
    what: data.what,
    body: JSON.stringify(data),
    state: 'waiting',
    tries: 0,
    lastError: null,
    at,
    nextAt: at,
    expiresAt: data.expiresAt,
    vendor: null,
    maybeSent: false,
  }
}

/** What a person wrote is not stopped as the feed's own mails are. */
export const mayBeStopped = ({ from }: Pick<LetterBody, 'from'>): boolean => from === null

export const letterMessage = (
  body: LetterBody,
  { locale }: FloorFile['floor'],
  { stop, console }: Pick<Addresses, 'stop' | 'console'>,
): Message => ({
  what: body.what,
  celebration: null,
  from: body.from?.name ?? null,
  subject: body.subject,
  headline: body.subject,
  lines: body.text.split(/\n{2,}/),
  action: body.recap === undefined ? null : { label: body.recap.action, url: console },
  note: null,
  stop: stop === null || !mayBeStopped(body) ? null : { label: stopWords(locale), ...stop },
  replyTo: body.from?.email ?? null,
  ...(body.recap !== undefined && { recap: body.recap }),
})
