// Where a board is, and where a new one can go: the playlists of a team's screens, so that other teams' walls stay as they are.
import type { FloorFile, Playlist, Screen } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { teamChain } from '../people/team-chain.ts'

type Items = Playlist['items']

/** How long a board is on that is put into a playlist. */
const addedSeconds = 20

const hasBoard = (items: Items, board: string): boolean => items.some((item) => item.board === board)

/** The playlists that have a board in any of their versions, in the file's order. */
export const playlistsWith = (
  { playlists }: Pick<FloorFile, 'playlists'>,
  board: string,
): FloorFile['playlists'] =>
  playlists.filter(({ items, versions }) =>
    [items, ...versions.map((version) => version.items)].some((list) => hasBoard(list, board)),
  )

/** Screens that show a playlist at some time: by their own rules or default, or their group's. In the file's order. */
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

/** The version of a playlist that a team's screens show: its own, else that of the nearest team above it; null: its items. */
const versionFor = ({ versions }: Playlist, team: string, { teams }: FloorFile) =>
  teamChain(team, teams)
    .map(({ id }) => versions.find((version) => version.team === id))
    .find((version) => version !== undefined) ?? null

/** What a screen shows of a playlist that has a board there. */
const shows = (file: FloorFile, { team }: Screen, playlist: Playlist, board: string): boolean => {
  const version = team === undefined ? null : versionFor(playlist, team, file)
  return hasBoard(version?.items ?? playlist.items, board)
}

/** The screens on which a board comes round at some time. */
export const screensWith = (file: FloorFile, board: string): readonly Screen[] => {
  const shown = new Set(
    playlistsWith(file, board).flatMap((playlist) =>
      screensThatUse(file, playlist.id)
        .filter((screen) => shows(file, screen, playlist, board))
        .map(({ id }) => id),
    ),
  )
  return file.screens.filter(({ id }) => shown.has(id))
}

/** Meetings that go through a board. */
export const meetingsWith = (
  { cadences }: Pick<FloorFile, 'cadences'>,
  board: string,
): FloorFile['cadences'] => cadences.filter(({ boards }) => boards.includes(board))

/** A playlist that a team's screens show. */
export interface BoardPlace {
  readonly playlist: Playlist
  /** The team's own. */
  readonly screens: readonly Screen[]
  /** Others show it too, so that the team gets a version of its own. */
  readonly isShared: boolean
  /** The board that is copied is in it, so that the copy takes its place. */
  readonly hasSource: boolean
}

/** In the file's order. `source`: the board that is copied. */
export const placesFor = (file: FloorFile, team: string, source: string): readonly BoardPlace[] =>
  file.playlists.flatMap((playlist) => {
    const all = screensThatUse(file, playlist.id)
    const isOwn = (screen: Screen): boolean =>
      screen.team !== undefined && teamChain(screen.team, file.teams).some(({ id }) => id === team)
    const screens = all.filter(isOwn)
    if (screens.length === 0) return []
    const items = versionFor(playlist, team, file)?.items ?? playlist.items
    return [{ playlist, screens, isShared: screens.length < all.length, hasSource: hasBoard(items, source) }]
  })

const withCopy = (items: Items, source: string, copy: string): Items =>
  hasBoard(items, source)
    ? items.map((item) => (item.board === source ? { ...item, board: copy } : item))
    : [...items, { board: copy, seconds: addedSeconds }]

/** Puts the copy on the team's screens alone: into its version of the playlist, which is made where others show it too. */
export const placeCopy = (
  file: FloorFile,
  { playlist, isShared }: BoardPlace,
  team: string,
  source: string,
  copy: string,
): FloorEdit => {
  const own = playlist.versions.find((version) => version.team === team)
  const set = (fields: Readonly<Record<string, unknown>>): FloorEdit => ({
    do: 'set',
    list: 'playlists',
    id: playlist.id,
    fields: { ...fields },
  })
  if (own !== undefined)
    return set({
      versions: playlist.versions.map((version) =>
        version === own ? { team, items: withCopy(own.items, source, copy) } : version,
      ),
    })
  if (!isShared && playlist.versions.length === 0)
    return set({ items: withCopy(playlist.items, source, copy) })
  const shown = versionFor(playlist, team, file)?.items ?? playlist.items
  return set({ versions: [...playlist.versions, { team, items: withCopy(shown, source, copy) }] })
}

/** Puts a board at the end of a playlist, for everybody who shows it. */
export const placeLast = (playlist: Playlist, board: string): FloorEdit => ({
  do: 'set',
  list: 'playlists',
  id: playlist.id,
  fields: { items: [...playlist.items, { board, seconds: addedSeconds }] },
})
