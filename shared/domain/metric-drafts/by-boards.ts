// Which of a floor's metrics its people see most.
import type { FloorFile } from '../../wire/floor.ts'
import { usesOfMetrics } from './metric-uses.ts'

/**
 * Ids of metrics that are still counted, by how many boards show them; of as many, those with goals first, then as the floor has
 * them.
 */
export const metricsByBoards = (file: FloorFile): readonly string[] => {
  const uses = usesOfMetrics(file)
  const withGoals = new Set(file.goals.map(({ metric }) => metric))
  const boardsOf = (id: string): number => (uses.get(id) ?? []).filter(({ list }) => list === 'boards').length
  return file.metrics
    .filter(({ retired }) => !retired)
    .map(({ id }) => ({ id, boards: boardsOf(id), hasGoals: withGoals.has(id) }))
    .sort((a, b) => b.boards - a.boards || Number(b.hasGoals) - Number(a.hasGoals))
    .map(({ id }) => id)
}
