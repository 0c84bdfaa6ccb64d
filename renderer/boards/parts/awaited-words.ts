// What a board says, once, while there is nothing to judge yet.
import type { Awaited } from '../../../shared/wire/view-parts.ts'

export const awaitedWords: Readonly<Record<NonNullable<Awaited>, string>> = {
  'first fact': 'No numbers have come in yet: this board starts with the first one',
  history: 'Past numbers are still coming in: goals and ranks follow when all are here',
}
