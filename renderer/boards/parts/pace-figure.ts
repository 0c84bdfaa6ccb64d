// The figure beside the pace: by how much, as it is written.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { Standing, ViewMetric } from '../../../shared/wire/view-parts.ts'

export interface Paced extends Pick<Standing, 'state' | 'value' | 'goal'> {
  /** Of the pace, so that ahead is positive. */
  readonly ahead: number | null
}

/** The distance from the pace; once the goal is reached, from the goal. Where less is better, the pace is the goal. */
const aheadBy = ({ state, value, goal, ahead }: Paced, better: ViewMetric['better']): number | null =>
  state === 'reached' && better === 'higher' && value !== null && goal !== null ? value - goal : ahead

/** "+$148K"; null where nothing is known, or where it would be written as nothing. */
export const paceFigure = (
  paced: Paced,
  { unit, better }: Pick<ViewMetric, 'unit' | 'better'>,
  format: Format,
): string | null => {
  const by = aheadBy(paced, better)
  const text = format.delta(by, unit)
  return by === null || text === format.delta(0, unit) ? null : text
}
