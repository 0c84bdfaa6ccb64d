import type { Say } from '../../../shared/domain/words/say.ts'
import type { FormulaView } from '../../../shared/wire/boards/formula-board.ts'
import { paceWithin } from '../parts/pace-within.ts'

/** What the tick on a bar says, where one is drawn. */
export const tickNote = ({ rows }: Pick<FormulaView, 'rows'>, say: Say): string =>
  Object.values(rows).some(({ cells: [first] }) => first !== undefined && paceWithin(first) !== null)
    ? ` · ${say({ id: 'accountability.tick', defaultMessage: 'tick = pace' })}`
    : ''
