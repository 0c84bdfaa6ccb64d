// On which metric the goals open: the one that most boards show, of those of which something was counted.
import { useQuery } from '@tanstack/react-query'
import { metricsByBoards } from '../../../../shared/domain/metric-drafts/by-boards.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { MetricAnswer } from '../../../../shared/wire/query.ts'
import { request } from '../../api/request.ts'

/** Nobody waits for more of them. */
const mostAsked = 12

/** Undefined while it is asked; null where the floor has no metric, or where it is not wanted. */
export const useFirstMetric = (
  file: FloorFile | null,
  team: string | null,
  isWanted: boolean,
): string | null | undefined => {
  const { data } = useQuery({
    // What is counted meanwhile moves nobody to another metric.
    queryKey: ['first-metric', team],
    enabled: file !== null && isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }): Promise<string | null> => {
      if (file === null) return null
      const ids = metricsByBoards(file)
      const of = team === null ? '' : `&team=${encodeURIComponent(team)}`
      for (const id of ids.slice(0, mostAsked)) {
        const { total } = await request(
          MetricAnswer,
          `/metrics/${encodeURIComponent(id)}?window=all&by=org${of}`,
          { signal },
        )
        if (total !== null && total !== 0) return id
      }
      return ids[0] ?? null
    },
  })
  return isWanted ? data : null
}
