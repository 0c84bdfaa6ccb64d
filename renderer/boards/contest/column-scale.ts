// How high a column stands: in proportion, up to what the wall has room for.
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'

/** Beside the line: what is so much above it is as high as what is above that. */
const mostOfLine = 1.5

/** Share of the room above a column's foot, 0 to 1, for a score. */
export const columnScale = ({
  line,
  rows,
}: Pick<ContestStandings, 'line' | 'rows'>): ((score: number | null) => number) => {
  const scores = Object.values(rows).flatMap(({ score }) => score ?? [])
  const highest = Math.max(0, ...scores)
  // Room for a little more than the line, so that everybody sees where it is.
  const top = line === null ? highest : Math.min(Math.max(highest, 1.25 * line), mostOfLine * line)
  return (score) => (score === null || top <= 0 ? 0 : Math.min(1, Math.max(0, score / top)))
}
