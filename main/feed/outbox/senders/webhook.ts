// Any other program, by Standard Webhooks: the body is signed, its id is the same for every try, its time stamp is not.
import { createHmac } from 'node:crypto'
import type { CelebrationEvent } from '../../../../shared/wire/webhooks.ts'
import type { HttpPost } from '../http-post.ts'
import { isDone, outcomeOfStatus } from './http-outcome.ts'
import { failed, type Job, type Sender, sent } from './sender.ts'

const prefix = 'whsec_'

/** Of Standard Webhooks: `whsec_` and 24 to 64 random bytes in base64. */
export const isSigningSecret = (text: string): boolean => {
  const encoded = text.startsWith(prefix) ? text.slice(prefix.length) : ''
  const { length } = Buffer.from(encoded, 'base64')
  return /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && length >= 24 && length <= 64
}

export const signingSecretOf = (bytes: Buffer): string => `${prefix}${bytes.toString('base64')}`

const signatureOf = (secret: string, signed: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(signed)
    .digest('base64')}`

const types = {
  alert: 'celebration.decided',
  correction: 'celebration.taken-back',
  reminder: 'celebration.unanswered',
  congratulation: 'celebration.congratulated',
  test: 'test',
} as const

/** Every try sends the same bytes. Null of a letter, which is nobody else's business. */
const bodyOf = ({ message, at }: Job): string | null => {
  const { what, celebration, event } = message
  if (event !== undefined) return JSON.stringify(event)
  if (what === 'letter' || what === 'event' || celebration === null) return null
  const { id, title, names, people, about, rule, deal } = celebration
  return JSON.stringify({
    type: types[what],
    timestamp: new Date(at).toISOString(),
    data: {
      id,
      title,
      names,
      people,
      about,
      rule,
      deal: deal === null ? null : { source: deal.source, id: deal.id, amountMinor: deal.amountMinor },
      says: [message.headline, ...message.lines],
      link: message.action?.url ?? null,
    },
  } satisfies CelebrationEvent)
}

interface WebhookParts {
  readonly http: HttpPost
  readonly address: string
  /** Today's first; one that was replaced a short while ago signs too. */
  readonly secrets: readonly string[]
}

export const createWebhook = ({ http, address, secrets }: WebhookParts): Sender => ({
  async send(job) {
    const body = bodyOf(job)
    if (body === null) return failed('a letter goes to one person, and to no program', { again: false })
    const id = `msg_${job.key}`
    const timestamp = String(Math.floor(job.now / 1000))
    const answer = await http.post(address, body, {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': secrets
        .map((secret) => signatureOf(secret, `${id}.${timestamp}.${body}`))
        .join(' '),
    })
    return isDone(answer) ? sent() : outcomeOfStatus(answer, `it answered ${answer.status}`)
  },
})
