// What a board says, once, while there is nothing to judge yet.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { Awaited } from '../../../shared/wire/view-parts.ts'

export const awaitedWords = (awaits: NonNullable<Awaited>, say: Say): string =>
  awaits === 'first fact'
    ? say({
        id: 'board.first-fact',
        defaultMessage: 'No numbers have come in yet: this board starts with the first one',
      })
    : say({
        id: 'board.history',
        defaultMessage: 'Past numbers are still coming in: goals and ranks follow when all are here',
      })
