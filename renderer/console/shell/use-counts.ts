// What the sidebar counts.
import { useQuery } from '@tanstack/react-query'
import { coachingListQuery, isToCoach } from '../api/coaching.ts'
import { exceptionsQuery, isDue } from '../api/exceptions.ts'
import { useFloor } from '../api/floor-edits.tsx'
import { useOpenFaults } from '../api/mending.ts'
import { useMay } from '../api/queries.ts'

/** Seldom: the page asks more often, and its number follows it. */
const seldomMs = 5 * 60_000

/** By the page's address; a page without a number is left out, and so is one with nothing to be told. */
export const useCounts = (): Readonly<Record<string, number>> => {
  const file = useFloor()?.file
  const { edit } = useMay()
  const faults = useOpenFaults() ?? 0
  const { data: exceptions } = useQuery({ ...exceptionsQuery, enabled: edit })
  const { data: coached } = useQuery({
    ...coachingListQuery,
    enabled: edit && (file?.formulas.length ?? 0) > 0,
    refetchInterval: seldomMs,
  })
  if (!file) return {}
  const off = exceptions?.open.filter(isDue).length ?? 0
  const toCoach = coached?.people.filter(isToCoach).length ?? 0
  return {
    '/playlists': file.playlists.length,
    '/screens': file.screens.length,
    '/boards': file.boards.length,
    ...(off > 0 && { '/exceptions': off }),
    ...(faults > 0 && { '/faults': faults }),
    ...(toCoach > 0 && { '/coaching': toCoach }),
  }
}
