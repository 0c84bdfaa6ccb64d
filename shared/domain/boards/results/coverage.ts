// Whether what is still missing of a goal can come out of the pipeline that is due.
import type { Outlook } from '../../../wire/boards/results-board.ts'
import type { Standing } from '../../../wire/view-parts.ts'
import { isAtLeast } from '../../standing/attainment.ts'

/**
 * Coverage is the pipeline `due` ÷ (goal − value), never below 0. Where nothing is missing there is nothing to cover; without a goal, or
 * with an unknown value or pipeline, nothing is said. `enough`: the coverage that is expected to do, at least 1.
 */
export const coverageOf = (
  { value, goal }: Pick<Standing, 'value' | 'goal'>,
  due: number | null,
  enough: number,
): Pick<Outlook, 'coverage' | 'cover'> => {
  if (value === null || goal === null) return { coverage: null, cover: null }
  const missing = goal - value
  if (isAtLeast(value, goal)) return { coverage: null, cover: 'nothing missing' }
  if (due === null) return { coverage: null, cover: null }
  const coverage = Math.max(0, due / missing)
  return { coverage, cover: coverage >= enough ? 'covered' : coverage >= 1 ? 'thin' : 'short' }
}
