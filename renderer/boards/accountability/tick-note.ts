import type { Say } from '../../../shared/domain/words/say.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { paceWithin } from '../parts/pace-within.ts'

/** What the tick on a bar says, where one is drawn: on the last working day, or without goals, there is none. */
export const tickNote = (rows: AccountabilityView['rows'], say: Say): string =>
  Object.values(rows).some(({ cells }) => cells.some((cell) => paceWithin(cell) !== null))
    ? ` · ${say({ id: 'accountability.tick', defaultMessage: 'tick = pace' })}`
    : ''
