// What the sidebar counts.
import { useFloor } from '../api/floor-edits.tsx'

/** By the page's address; a page without a number is left out. */
export const useCounts = (): Readonly<Record<string, number>> => {
  const file = useFloor()?.file
  if (!file) return {}
  return {
    '/playlists': file.playlists.length,
    '/screens': file.screens.length,
    '/boards': file.boards.length,
  }
}
