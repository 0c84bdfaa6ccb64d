// What messages about a celebration say, in the floor's language: to leaders, to channels, to the person it is about.
import { type Say, sayIn } from './say.ts'

/** Texts without markup; whoever sends them escapes them for where they go. */
export interface MessageWords {
  readonly subject: string
  /** In large letters, where there are any. */
  readonly headline: string
  readonly lines: readonly string[]
  /** On the button; null where there is nothing to do. */
  readonly action: string | null
  /** In small letters, at the end. */
  readonly note: string | null
}

export interface Told {
  /** BCP 47. */
  readonly locale: string
  /** The floor's name. */
  readonly floor: string
  /** The rule's own words. */
  readonly title: string
  readonly names: readonly string[]
  readonly about: string
}

/** "Priya Raman", "Priya Raman and Hana Sato", in the locale's own manner. */
const listed = (locale: string, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)

const factOf = ({ about, title }: Told): string => (about === '' ? title : about)

/** `toLeader`: to somebody who may answer by a link of their own; else to a channel that many read. */
export const alertWords = (told: Told, toLeader: boolean): MessageWords => {
  const say: Say = sayIn(told.locale)
  const { title, about, floor } = told
  const who = listed(told.locale, told.names)
  return {
    subject: say({ id: 'message.alert-subject', defaultMessage: '{title}: {who}' }, { title, who }),
    headline: who === '' ? title : who,
    lines: [title, about].filter((line) => line !== ''),
    action: toLeader
      ? say({ id: 'message.say-well-done', defaultMessage: 'Say well done' })
      : say({ id: 'message.open', defaultMessage: 'Open in Floorboard' }),
    note: toLeader
      ? say(
          {
            id: 'message.link-note',
            defaultMessage:
              'What you write goes to the walls of {floor}. The link is yours alone, and good for three days.',
          },
          { floor },
        )
      : null,
  }
}

export const reminderWords = (told: Told, toLeader: boolean): MessageWords => {
  const say: Say = sayIn(told.locale)
  const who = listed(told.locale, told.names)
  return {
    ...alertWords(told, toLeader),
    subject: say(
      { id: 'message.reminder-subject', defaultMessage: 'Nobody has said well done yet: {who}' },
      { who },
    ),
    lines: [
      factOf(told),
      say({
        id: 'message.reminder',
        defaultMessage: 'Nobody has answered yet. A sentence from you is on the wall within a second.',
      }),
    ],
  }
}

/** `why`: in words; null where nothing is known. */
export const correctionWords = (told: Told, why: string | null): MessageWords => {
  const say: Say = sayIn(told.locale)
  const { title } = told
  const who = listed(told.locale, told.names)
  const values = { fact: factOf(told), why: why ?? '' }
  return {
    subject: say(
      { id: 'message.correction-subject', defaultMessage: 'Taken back: {title}, {who}' },
      { title, who },
    ),
    headline: who === '' ? title : who,
    lines: [
      why === null
        ? say(
            { id: 'message.correction', defaultMessage: '{fact}: this no longer stands.' },
            { fact: values.fact },
          )
        : say(
            { id: 'message.correction-why', defaultMessage: '{fact}: this no longer stands ({why}).' },
            values,
          ),
    ],
    action: null,
    note: say({
      id: 'message.correction-note',
      defaultMessage: 'The walls are corrected already. There is nothing to do.',
    }),
  }
}

/** To the person themselves. `word`: what a leader wrote, and who they are. */
export const congratulationWords = (
  told: Told,
  word: { readonly text: string; readonly name: string; readonly title: string | null },
): MessageWords => {
  const say: Say = sayIn(told.locale)
  const from = [word.name, word.title].filter((part) => part !== null && part !== '').join(', ')
  return {
    subject: say(
      { id: 'message.congratulation-subject', defaultMessage: '{name} says well done' },
      { name: word.name },
    ),
    headline: `“${word.text}”`,
    lines: [from, factOf(told)],
    action: null,
    note: say(
      { id: 'message.congratulation-note', defaultMessage: 'It is on the walls of {floor} today.' },
      { floor: told.floor },
    ),
  }
}

export const testWords = (told: Pick<Told, 'locale' | 'floor'>): MessageWords => {
  const say: Say = sayIn(told.locale)
  const { floor } = told
  return {
    subject: say({ id: 'message.test-subject', defaultMessage: 'A test from {floor}' }, { floor }),
    headline: say({ id: 'message.test', defaultMessage: 'If you can read this, big deals arrive here' }),
    lines: [
      say({
        id: 'message.test-ask',
        defaultMessage: 'Somebody is setting up Floorboard. Tell them that this message arrived.',
      }),
    ],
    action: null,
    note: null,
  }
}

/** Of the mail's foot. */
export const stopWords = (locale: string): string => {
  const say: Say = sayIn(locale)
  return say({ id: 'message.stop', defaultMessage: 'No more of these mails' })
}
