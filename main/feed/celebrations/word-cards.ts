// What a leader wrote after a celebration was shown is a card of its own on that day.
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { dayMs } from '../../../shared/domain/time/calendar-date.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { Ledger } from './ledger.ts'
import { wordCard } from './own-rules.ts'
import type { Words } from './words.ts'

/** Those that are not in the ledger yet. `now`: epoch ms. */
export const wordCards = (
  ledger: Pick<Ledger, 'get' | 'all'>,
  words: Pick<Words, 'for'>,
  say: Say,
  now: number,
): readonly Cause[] =>
  ledger.all().flatMap((entry) => {
    const { cause, decidedAt, ended } = entry
    if (now - decidedAt > dayMs || ended?.state !== 'shown' || ended.startsAt === null) return []
    const endedAt = ended.startsAt + cause.rule.seconds * 1000
    return words
      .for(cause.id)
      .filter(({ firstAt }) => firstAt > endedAt)
      .map(({ leader, word }) => wordCard(entry, leader, word.from.name, say, now))
      .filter(({ id }) => ledger.get(id) === null)
  })
