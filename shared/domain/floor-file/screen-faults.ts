// Faults of playlists, screen groups and screens.
import type { FloorFile, Slot } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

type Path = FloorFault['path']
type Ids = ReadonlySet<string>

/** Values that stand in the list before, each with the place of the first. */
const repeated = (values: readonly string[]): readonly { readonly at: number; readonly first: number }[] =>
  values.flatMap((value, at) => {
    const first = values.indexOf(value)
    return first === at ? [] : [{ at, first }]
  })

const playlistFaults = ({ playlists }: FloorFile, boards: Ids, teams: Ids): FloorFault[] =>
  playlists.flatMap(({ items, versions }, index) => {
    const path: Path = ['playlists', index]
    const itemFaults = (list: typeof items, above: Path): FloorFault[] =>
      list.flatMap(({ board }, at) =>
        danglingFaults(board, boards, 'board', [...above, 'items', at, 'board']),
      )
    const named = versions.map(({ team }) => team)
    return [
      ...itemFaults(items, path),
      ...versions.flatMap(({ team, items: own }, at) => [
        ...danglingFaults(team, teams, 'team', [...path, 'versions', at, 'team']),
        ...itemFaults(own, [...path, 'versions', at]),
      ]),
      ...repeated(named).map(({ at, first }) => ({
        path: [...path, 'versions', at, 'team'],
        message: `"${named[at]}" has a version already: versions[${first}]`,
      })),
    ]
  })

const slotFaults = (slot: Slot, playlists: Ids, path: Path): FloorFault[] => {
  const { from, until, dates = [] } = slot
  const outside = (date: string): string | null => {
    if (from !== undefined && date < from) return `is before the rule begins, ${from}`
    return until !== undefined && date > until ? `is after the rule ends, ${until}` : null
  }
  return [
    ...danglingFaults(slot.playlist, playlists, 'playlist', [...path, 'playlist']),
    ...dates.flatMap((date, at) => {
      const message = outside(date)
      return message === null ? [] : [{ path: [...path, 'dates', at], message }]
    }),
    ...repeated(dates).map(({ at, first }) => ({
      path: [...path, 'dates', at],
      message: `is named twice; dates[${first}] is the same day`,
    })),
  ]
}

export const screenFaults = (file: FloorFile): FloorFault[] => {
  const { screenGroups, screens } = file
  const [boards, teams, playlists] = [file.boards, file.teams, file.playlists].map(knownIds)
  if (boards === undefined || teams === undefined || playlists === undefined) return []
  const groups = new Map(screenGroups.map((group) => [group.id, group]))
  const groupIds = knownIds(screenGroups)
  const scheduleFaults = (schedule: readonly Slot[], path: Path): FloorFault[] =>
    schedule.flatMap((slot, at) => slotFaults(slot, playlists, [...path, 'schedule', at]))
  return [
    ...playlistFaults(file, boards, teams),
    ...screenGroups.flatMap(({ playlist, schedule }, index) => [
      ...danglingFaults(playlist, playlists, 'playlist', ['screenGroups', index, 'playlist']),
      ...scheduleFaults(schedule, ['screenGroups', index]),
    ]),
    ...screens.flatMap(({ playlist, group, team, schedule }, index): FloorFault[] => {
      const path: Path = ['screens', index]
      const isDark = playlist === undefined && groups.get(group ?? '')?.playlist === undefined
      return [
        ...danglingFaults(group, groupIds, 'screen group', [...path, 'group']),
        ...danglingFaults(playlist, playlists, 'playlist', [...path, 'playlist']),
        ...(isDark
          ? [
              {
                path: [...path, 'playlist'],
                message: 'is missing; only a screen whose group has one needs none',
              },
            ]
          : []),
        ...danglingFaults(team, teams, 'team', [...path, 'team']),
        ...scheduleFaults(schedule, path),
      ]
    }),
  ]
}
