// What is said to whoever opens a link from a message, where it opens nothing, in the floor's language.
import type { Say } from './say.ts'

export const strangeLink = (say: Say): string =>
  say({
    id: 'link.strange',
    defaultMessage: 'This link is none of ours: open it from the message itself, and whole.',
  })

export const oldLink = (say: Say): string =>
  say({
    id: 'link.old',
    defaultMessage: 'This link was good for three days, and they are over. Say it in person.',
  })

/** Of a leader who has left, or whom the floor names no more. */
export const formerLeader = (say: Say): string =>
  say({
    id: 'link.former',
    defaultMessage: 'This link was given to somebody who no longer speaks for this floor.',
  })

export const takenBackLink = (say: Say): string =>
  say({
    id: 'link.taken-back',
    defaultMessage: 'It no longer stands: it was taken back. Nothing was sent.',
  })

export const foreignLink = (say: Say): string =>
  say({
    id: 'link.foreign',
    defaultMessage: 'This link was used already, in another browser; only there can the words be changed.',
  })

/** `minutes`: from 1 on. */
export const changedLately = (say: Say, minutes: number): string =>
  say(
    {
      id: 'link.too-soon',
      defaultMessage:
        '{minutes, plural, one {What you wrote is on the walls. It can be changed again in a minute.} other {What you wrote is on the walls. It can be changed again in # minutes.}}',
    },
    { minutes },
  )

export const tooManyLinks = (say: Say, seconds: number): string =>
  say(
    {
      id: 'link.too-many',
      defaultMessage:
        '{seconds, plural, one {Too many links that are none; try again in a second.} other {Too many links that are none; try again in # seconds.}}',
    },
    { seconds },
  )

/** Of a code at a board's foot. */
export const oldCode = (say: Say): string =>
  say({
    id: 'how.gone',
    defaultMessage: 'This code is too old: scan the one that is on the wall now.',
  })
