import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'

/** "/ 14"; "≤ 3" where fewer are better; plain words where there is no goal, or at a check-in nothing due of it yet. */
export const goalText = (
  { goal, value, pace, state }: Pick<Standing, 'goal' | 'value' | 'pace' | 'state'>,
  { unit, better }: Pick<ViewMetric, 'unit' | 'better'>,
  write: Format['value'],
  say: Say,
): string => {
  if (goal === null) return say({ id: 'board.no-goal', defaultMessage: 'no goal' })
  if (goal === 0 && value !== null && pace !== null && state === null)
    return say({ id: 'accountability.not-due', defaultMessage: 'not due' })
  return `${better === 'lower' ? '≤' : '/'} ${write(goal, unit)}`
}
