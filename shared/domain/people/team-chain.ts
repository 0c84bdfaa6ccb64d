import type { FloorFile } from '../../wire/floor.ts'

type Team = FloorFile['teams'][number]

/** A team and those above it, nearest first; empty for an id that no team has. Ends where a faulty file makes a circle. */
export const teamChain = (id: string, teams: readonly Team[]): readonly Team[] => {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const chain = new Set<Team>()
  for (let at = byId.get(id); at && !chain.has(at); at = byId.get(at.parent ?? '')) chain.add(at)
  return [...chain]
}
