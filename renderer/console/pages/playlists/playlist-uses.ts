// Where a playlist is on: by rule, and at this moment.
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'

type Screen = FloorFile['screens'][number]

/** Screens that show it at some time: by their own rules or default, or their group's. In the file's order. */
export const screensThatUse = (file: FloorFile, playlist: string): readonly Screen[] => {
  const names = (part: {
    readonly playlist?: string | undefined
    readonly schedule: readonly { readonly playlist: string }[]
  }) => part.playlist === playlist || part.schedule.some((slot) => slot.playlist === playlist)
  const groups = new Set(file.screenGroups.filter(names).map(({ id }) => id))
  return file.screens.filter(
    (screen) => names(screen) || (screen.group !== undefined && groups.has(screen.group)),
  )
}

/** Screens on which it is at this moment, held ones left out. */
export const screensThatShow = (
  statuses: readonly ScreenStatus[],
  playlist: string,
): readonly ScreenStatus[] =>
  statuses.filter((status) => status.playlist === playlist && status.state === 'live')

/** Whether no TV of the screen is there: nobody would see what is shown on it now. */
export const isOff = (statuses: readonly ScreenStatus[], screen: string): boolean => {
  const state = statuses.find(({ id }) => id === screen)?.state ?? 'never'
  return state === 'off' || state === 'never'
}
