// Where a playlist is on at this moment.
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'

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
