// A message as every service is given it; each writes it in its own manner.

import type { RecapDocument } from '../../../shared/domain/recaps/recap-document.ts'
import {
  alertWords,
  congratulationWords,
  correctionWords,
  type MessageWords,
  reminderWords,
  stopWords,
  testWords,
} from '../../../shared/domain/words/message-words.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { WebhookEvent } from '../../../shared/wire/webhooks.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { DeliveryBody, What } from './delivery.ts'

export interface Message extends Omit<MessageWords, 'action'> {
  readonly what: What | 'letter' | 'event'
  /** Null of a letter and an event. */
  readonly celebration: DecidedCelebration | null
  /** In whose name; null: the floor's. */
  readonly from: string | null
  readonly action: { readonly label: string; readonly url: string } | null
  /** By which its reader gets no more of them, and what that is called; null in a channel. */
  readonly stop: { readonly label: string; readonly page: string; readonly post: string } | null
  /** Where an answer by mail goes: to the person it is about. */
  readonly replyTo: string | null
  /** Of a letter that is a recap. */
  readonly recap?: RecapDocument
  /** Of an event, which has no words: a program reads it. */
  readonly event?: WebhookEvent
}

export interface Addresses {
  /** Of the page on which this leader answers. */
  readonly link: string | null
  /** Of the console. */
  readonly console: string
  /** A page that asks, and what a mail program posts to. */
  readonly stop: { readonly page: string; readonly post: string } | null
  readonly replyTo: string | null
}

const wordsFor = (
  { what, target, word, why, celebration }: DeliveryBody,
  { name: floor, locale }: FloorFile['floor'],
): MessageWords => {
  const { title, names, about } = celebration
  const told = { locale, floor, title, names, about }
  const toLeader = target.kind === 'leader'
  switch (what) {
    case 'alert':
      return alertWords(told, toLeader)
    case 'reminder':
      return reminderWords(told, toLeader)
    case 'correction':
      return correctionWords(told, why)
    case 'congratulation':
      return congratulationWords(told, word ?? { text: '', name: '', title: null })
    case 'test':
      return testWords(told)
  }
}

export const messageOf = (body: DeliveryBody, floor: FloorFile['floor'], addresses: Addresses): Message => {
  const { action: label, ...words } = wordsFor(body, floor)
  const { link, console, stop, replyTo } = addresses
  return {
    ...words,
    what: body.what,
    celebration: body.celebration,
    from: null,
    action: label === null ? null : { label, url: link ?? console },
    stop: stop === null ? null : { label: stopWords(floor.locale), ...stop },
    replyTo,
  }
}

export const eventMessage = (event: WebhookEvent): Message => ({
  what: 'event',
  celebration: null,
  from: null,
  subject: event.type,
  headline: event.type,
  lines: [],
  note: null,
  action: null,
  stop: null,
  replyTo: null,
  event,
})
