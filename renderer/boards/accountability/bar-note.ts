import type { Say } from '../../../shared/domain/words/say.ts'
import type { AccountabilityView } from '../../../shared/wire/boards/accountability-board.ts'
import { paceWithin } from '../parts/pace-within.ts'

/** What the marks on a bar say: where the goal is and, unless it is the last working day, where one should be by now. */
export const barNote = (rows: AccountabilityView['rows'], say: Say): string =>
  Object.values(rows).some(({ cells }) => cells.some((cell) => paceWithin(cell) !== null))
    ? say({ id: 'accountability.bars', defaultMessage: 'dotted = goal, tick = pace' })
    : say({ id: 'accountability.bars-goal', defaultMessage: 'dotted = goal' })
