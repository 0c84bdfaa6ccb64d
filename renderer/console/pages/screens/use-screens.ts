// The floor's screens with what the feed knows of each.
import { useQuery } from '@tanstack/react-query'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { screensQuery } from '../../api/queries.ts'

export interface KnownScreen {
  readonly screen: FloorFile['screens'][number]
  readonly status: ScreenStatus | undefined
}

export interface Screens {
  readonly file: FloorFile
  /** In the file's order. */
  readonly screens: readonly KnownScreen[]
}

export const useScreens = (): Screens | undefined => {
  const file = useFloor()?.file
  const { data } = useQuery(screensQuery)
  if (!file) return undefined
  const byId = new Map(data?.screens.map((status) => [status.id, status]))
  return { file, screens: file.screens.map((screen) => ({ screen, status: byId.get(screen.id) })) }
}
