// What sends one message to one recipient, once. When it is tried again is the outbox's business.
import type { Message } from '../message.ts'

/** By which a service knows a message it took: Slack's channel and time stamp, a mail's id. */
export type Vendor = Readonly<Record<string, string>>

export interface Failed {
  readonly kind: 'failed'
  /** In words that hold no secret. */
  readonly error: string
  /** Whether the next try may succeed. */
  readonly again: boolean
  readonly retryAfterMs: number | null
  /** The service may have taken it all the same. */
  readonly maybe: boolean
  /** Nobody takes messages there any more, and none is to be sent. */
  readonly gone: boolean
}

export type Outcome = { readonly kind: 'sent'; readonly vendor: Vendor | null } | Failed

export interface Job {
  /** The same for every try of one message. */
  readonly key: string
  /** Of a correction: the key of the message that it corrects, and by which the service knows that one. */
  readonly original: { readonly key: string; readonly vendor: Vendor | null } | null
  readonly message: Message
  /** Epoch ms: when the message was written, and now. */
  readonly at: number
  readonly now: number
}

export interface Sender {
  send(job: Job): Promise<Outcome>
}

export const sent = (vendor: Vendor | null = null): Outcome => ({ kind: 'sent', vendor })

interface Failure {
  readonly again: boolean
  readonly retryAfterMs?: number | null
  readonly maybe?: boolean
  readonly gone?: boolean
}

export const failed = (error: string, failure: Failure): Failed => ({
  kind: 'failed',
  error,
  again: failure.again,
  retryAfterMs: failure.retryAfterMs ?? null,
  maybe: failure.maybe ?? false,
  gone: failure.gone ?? false,
})

/** As many characters as a service takes. An emoji is not cut in two. */
export const clipped = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
