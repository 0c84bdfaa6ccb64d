// What the feed itself calls cards, and what it warns of, in the floor's language.
import type { Say } from '../words/say.ts'

/** Of what could not be shown when it happened. */
export const meanwhileTitle = (say: Say): string =>
  say({ id: 'celebration.meanwhile', defaultMessage: 'While we were away' })

/** Of a leader's word that came after the celebration. */
export const fromTheTop = (say: Say, name: string): string =>
  say({ id: 'celebration.from-the-top', defaultMessage: 'From {name}' }, { name })

/** Of a rule that would fire so many times a day. */
export const tooOften = (say: Say, often: number): string =>
  say({ id: 'celebration.too-often', defaultMessage: 'This would take over {often} times a day.' }, { often })
