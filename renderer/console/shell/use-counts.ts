// What the sidebar counts.
import { useQuery } from '@tanstack/react-query'
import { exceptionsQuery, isDue } from '../api/exceptions.ts'
import { useFloor } from '../api/floor-edits.tsx'
import { useMay } from '../api/queries.ts'

/** By the page's address; a page without a number is left out. */
export const useCounts = (): Readonly<Record<string, number>> => {
  const file = useFloor()?.file
  const { edit } = useMay()
  const { data } = useQuery({ ...exceptionsQuery, enabled: edit })
  const off = data?.open.filter(isDue).length ?? 0
  if (!file) return {}
  return {
    '/playlists': file.playlists.length,
    '/screens': file.screens.length,
    '/boards': file.boards.length,
    ...(off > 0 && { '/exceptions': off }),
  }
}
