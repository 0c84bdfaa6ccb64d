// What plays without a rule of the floor's: what somebody begins by hand, a leader's word, the card of what came too late.
// Nothing is judged by the triggers that stand in these rules.
import { fromTheTop, meanwhileTitle } from '../../../shared/domain/celebrations/card-words.ts'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { NewCelebration } from '../../../shared/wire/celebrations/api.ts'
import { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { LedgerEntry } from './ledger.ts'

const ownRule = (fields: object): CelebrationRule =>
  CelebrationRule.parse({ on: { day: 'first-day' }, seconds: 12, ...fields })

/** `by`: who began it, as others read it; `at`: epoch ms. */
export const causeByHand = (asked: NewCelebration, by: string, at: number): Cause => {
  const { id, kind, title, people, message, sound, screens } = asked
  return {
    id: `hand:${id}`,
    rule: ownRule({ id: kind, name: title, sound, priority: 5, ...(screens && { screens }) }),
    about: { kind: 'hand', people, message, by },
    at,
    happenedAt: at,
  }
}

const lineOf = ({ cause, decided }: LedgerEntry) => ({
  title: cause.rule.name,
  name: decided.names.join(', ') || decided.text,
})

/** One card for all of them. `screens`: where it is shown; null everywhere. */
const cardWith = (
  id: string,
  entries: readonly LedgerEntry[],
  screens: readonly string[] | null,
  say: Say,
  at: number,
): Cause => ({
  id,
  rule: ownRule({
    id: 'meanwhile',
    name: meanwhileTitle(say),
    priority: 1,
    sound: 'none',
    look: 'quiet',
    ...(screens && { screens }),
  }),
  about: {
    kind: 'card',
    lines: entries.flatMap((entry) =>
      entry.cause.about.kind === 'card' ? entry.cause.about.lines : [lineOf(entry)],
    ),
  },
  at,
  happenedAt: at,
})

/** What came too late; it bears the name of the first, so that none is on two cards. */
export const lateCard = (
  entries: readonly LedgerEntry[],
  first: LedgerEntry,
  screens: readonly string[] | null,
  say: Say,
  at: number,
): Cause => cardWith(`card:${first.cause.id}`, entries, screens, say, at)

const officeCardId = (office: string): string => `card:office:${office}`

/** What took over elsewhere in the quiet hours of an office. `office`: its zone and the day on which they ended. */
export const officeCard = (
  entries: readonly LedgerEntry[],
  office: string,
  screens: readonly string[],
  say: Say,
  at: number,
): Cause => cardWith(officeCardId(office), entries, screens, say, at)

/** A card of what came too late, and not that of an office's morning. */
export const isLateCard = ({ id, about }: Cause): boolean =>
  about.kind === 'card' && !id.startsWith(officeCardId(''))

/** Where the celebration was shown that it is about. `who` tells apart who writes. */
export const wordCard = ({ cause }: LedgerEntry, who: string, name: string, say: Say, at: number): Cause => {
  const { screens, groups } = cause.rule
  return {
    id: `word:${cause.id}:${who}`,
    rule: ownRule({
      id: 'word',
      name: fromTheTop(say, name),
      sound: 'chime',
      priority: 4,
      look: 'recognition',
      screens,
      groups,
    }),
    about: { kind: 'word', about: cause.id },
    at,
    happenedAt: at,
  }
}

/** Found by a rule of the floor's. */
export const isOfRule = ({ about }: Cause): boolean =>
  about.kind === 'fact' || about.kind === 'metric' || about.kind === 'day'
