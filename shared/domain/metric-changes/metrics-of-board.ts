// Which metrics a board shows, whatever its kind.
import { Audience } from '../../wire/audience.ts'
import type { Board, FloorFile } from '../../wire/floor.ts'

/** Metrics stand under `metric` or in a list under `metrics`, at any depth, and under the names that some kinds have for one. */
const namesOfOne: readonly string[] = ['metric', 'streak', 'pipeline']

const idsIn = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (namesOfOne.includes(key) && typeof value === 'string') return [value]
    if (key === 'metrics' && Array.isArray(value))
      return value.flatMap((each: unknown) => (typeof each === 'string' ? [each] : idsIn(each)))
    return idsIn(value)
  })
}

/** Ids, in the order in which the board names them, each once. */
export const metricIdsOfBoard = (board: Board): readonly string[] => [...new Set(idsIn(board))]

/** The widest audience that has a board of each metric; a metric that no board shows is not in it. */
export const audiencesByMetric = ({ boards }: Pick<FloorFile, 'boards'>): ReadonlyMap<string, Audience> => {
  const rank = (audience: Audience): number => Audience.options.indexOf(audience)
  const widest = new Map<string, Audience>()
  for (const board of boards)
    for (const id of metricIdsOfBoard(board)) {
      const known = widest.get(id)
      if (known === undefined || rank(board.audience) < rank(known)) widest.set(id, board.audience)
    }
  return widest
}
