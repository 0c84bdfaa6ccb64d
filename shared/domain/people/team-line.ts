import type { FloorFile } from '../../wire/floor.ts'

type Team = FloorFile['teams'][number]

/** A team and those above it, nearest first; none for an id that no team has. A file may by mistake have them in a circle. */
export const teamLine = (id: string, teams: readonly Team[]): readonly Team[] => {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const line = new Set<Team>()
  for (let at = byId.get(id); at && !line.has(at); at = byId.get(at.parent ?? '')) line.add(at)
  return [...line]
}
