// Where bars end and goals lie, as shares of the track: numbers in, geometry out.
import type { LeaderboardRow, LeaderboardView } from '../../../shared/wire/boards/leaderboard-board.ts'

export interface BarScale {
  /**
   * `attainment`: one straight goal line through all rows. `absolute`: each row has its own mark. `best`: nobody
   * has a goal, and bars compare with the best value.
   */
  readonly kind: 'attainment' | 'absolute' | 'best'
  /** Of the goal line; null unless the kind is `attainment`. */
  readonly goalAt: number | null
  fraction(row: LeaderboardRow): number
  /** The row's own goal; null where it has none or the goal line stands for it. */
  mark(row: LeaderboardRow): number | null
}

/**
 * Attainment at the right end of the track. In steps, so that the goal line keeps its place while the leader moves;
 * what lies beyond the last step fills its track, and its number says the rest.
 */
const ends = [1.25, 1.5, 2]

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0

export const createBarScale = (view: Pick<LeaderboardView, 'rows' | 'bars' | 'metric'>): BarScale => {
  const rows = Object.values(view.rows)
  const hasGoals = rows.some((row) => row.goal !== null)
  if (hasGoals && view.bars === 'attainment') {
    const best = Math.max(...rows.map((row) => row.attainment ?? 0))
    const end = ends.find((each) => best <= each) ?? 2
    return {
      kind: 'attainment',
      goalAt: 1 / end,
      fraction: (row) => share(row.attainment ?? 0, end),
      mark: () => null,
    }
  }

  const values = rows.flatMap((row) => row.value ?? [])
  const goals = rows.flatMap((row) => row.goal ?? [])
  if (hasGoals) {
    // A little air, so that the longest bar and its mark do not sit on the track's end.
    const most = Math.max(...values, ...goals) * 1.04
    return {
      kind: 'absolute',
      goalAt: null,
      fraction: (row) => share(row.value ?? 0, most),
      mark: (row) => (row.goal === null ? null : share(row.goal, most)),
    }
  }
  if (view.metric.better === 'lower') {
    const least = Math.min(...values.filter((value) => value > 0))
    return {
      kind: 'best',
      goalAt: null,
      // Zero is as good as it gets where lower is better.
      fraction: ({ value }) => (value === null ? 0 : value <= 0 ? 1 : share(least, value)),
      mark: () => null,
    }
  }
  const most = Math.max(0, ...values)
  return { kind: 'best', goalAt: null, fraction: (row) => share(row.value ?? 0, most), mark: () => null }
}
