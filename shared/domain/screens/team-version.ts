// Which version of a playlist a screen shows.
import type { FloorFile, Playlist } from '../../wire/floor.ts'
import type { Scene } from '../../wire/socket.ts'
import { teamChain } from '../people/team-chain.ts'

/** What of a playlist is for a team: its own version, else that of the nearest team above it, else what all see. */
export const itemsFor = (
  { items, versions }: Playlist,
  team: string | undefined,
  { teams }: Pick<FloorFile, 'teams'>,
): readonly Scene[] => {
  for (const { id } of team === undefined ? [] : teamChain(team, teams)) {
    const version = versions.find((each) => each.team === id)
    if (version) return version.items
  }
  return items
}
