// Faults of playlists, groups of screens, and screens.
import type { FloorFile, Slot } from '../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

const playlistFaults = (file: FloorFile): FloorFault[] => {
  const boards = knownIds(file.boards)
  const teams = knownIds(file.teams)
  const itemFaults = (items: readonly { readonly board: string }[], path: FloorFault['path']): FloorFault[] =>
    items.flatMap(({ board }, at) => danglingFaults(board, boards, 'board', [...path, 'items', at, 'board']))
  return file.playlists.flatMap(({ items, versions }, index) => [
    ...itemFaults(items, ['playlists', index]),
    ...versions.flatMap(({ team, items: own }, at) => {
      const path = ['playlists', index, 'versions', at]
      const isRepeated = versions.findIndex((version) => version.team === team) < at
      return [
        ...danglingFaults(team, teams, 'team', [...path, 'team']),
        ...(isRepeated
          ? [{ path: [...path, 'team'], message: `"${team}" has a version of this playlist already` }]
          : []),
        ...itemFaults(own, path),
      ]
    }),
  ])
}

const ruleFaults = (
  { playlist, schedule }: { readonly playlist?: string | undefined; readonly schedule: readonly Slot[] },
  playlists: ReadonlySet<string>,
  path: FloorFault['path'],
): FloorFault[] => [
  ...danglingFaults(playlist, playlists, 'playlist', [...path, 'playlist']),
  ...schedule.flatMap((slot, at) =>
    danglingFaults(slot.playlist, playlists, 'playlist', [...path, 'schedule', at, 'playlist']),
  ),
]

export const screenFaults = (file: FloorFile): FloorFault[] => {
  const playlists = knownIds(file.playlists)
  const groups = knownIds(file.screenGroups)
  const teams = knownIds(file.teams)
  return [
    ...playlistFaults(file),
    ...file.screenGroups.flatMap((group, index) => ruleFaults(group, playlists, ['screenGroups', index])),
    ...file.screens.flatMap((screen, index) => {
      const path = ['screens', index]
      const always = screen.playlist ?? file.screenGroups.find(({ id }) => id === screen.group)?.playlist
      return [
        ...danglingFaults(screen.group, groups, 'group of screens', [...path, 'group']),
        ...danglingFaults(screen.team, teams, 'team', [...path, 'team']),
        ...ruleFaults(screen, playlists, path),
        ...(always === undefined
          ? [{ path, message: 'needs a playlist that is always on, of its own or of its group' }]
          : []),
      ]
    }),
  ]
}
