// Where bars end and the line lies, as shares of the track: one straight line crosses everybody's own plan.
import type { FormulaRow } from '../../../shared/wire/boards/formula-board.ts'

export interface PlanScale {
  /** Of the line. */
  readonly lineAt: number
  /** Where somebody's bar ends; 0 where nothing is planned. */
  fraction(row: Pick<FormulaRow, 'cells'>): number
}

/** Of the plan, at the right end: in steps, so that the line keeps its place while the leader moves. */
const ends = [1.25, 1.5, 2]
const widest = 2

/** Of one person alone, whose bar ends at the line until it is beyond it. */
export const endsAlone: readonly number[] = [1, ...ends]

export const createPlanScale = (
  rows: readonly Pick<FormulaRow, 'cells'>[],
  steps: readonly number[] = ends,
): PlanScale => {
  const shareOf = ({ cells }: Pick<FormulaRow, 'cells'>): number => Math.max(0, cells[0]?.attainment ?? 0)
  const best = Math.max(0, ...rows.map(shareOf))
  const end = steps.find((each) => best <= each) ?? widest
  return { lineAt: 1 / end, fraction: (row) => Math.min(1, shareOf(row) / end) }
}
