import type { Say } from '../../../shared/domain/words/say.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'

/** "of 50"; where fewer are better, "at most 50". */
export const ofGoalWords = (goal: string, better: ViewMetric['better'], say: Say): string =>
  better === 'lower'
    ? say({ id: 'board.at-most', defaultMessage: 'at most {goal}' }, { goal })
    : say({ id: 'board.of-goal', defaultMessage: 'of {goal}' }, { goal })
