// Offices: what teams say where they are. A team without an office of its own sits where the team above it does.
import type { FloorFile } from '../wire/floor.ts'

type Team = FloorFile['teams'][number]

/** The office of each team, by the team's id; a chain of parents that runs in a circle has none. */
const officesByTeam = (teams: readonly Team[]): ReadonlyMap<string, string> => {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const found = new Map<string, string>()
  for (const { id } of teams) {
    const seen = new Set<string>()
    for (let at = byId.get(id); at && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
      seen.add(at.id)
      if (at.office === undefined) continue
      found.set(id, at.office)
      break
    }
  }
  return found
}

/** The floor's offices in the order in which they are named, each with its topmost teams, whose numbers are the office's. */
export const officesOf = (teams: readonly Team[]): ReadonlyMap<string, readonly string[]> => {
  const officeOf = officesByTeam(teams)
  const offices = new Map<string, string[]>()
  for (const { id, parent } of teams) {
    const office = officeOf.get(id)
    if (office === undefined || (parent !== undefined && officeOf.get(parent) === office)) continue
    offices.set(office, [...(offices.get(office) ?? []), id])
  }
  return offices
}

/** Teams that sit elsewhere than the team above them: what they do would count in both offices. */
export const teamsAway = (teams: readonly Team[]): readonly Team[] => {
  const officeOf = officesByTeam(teams)
  return teams.filter(({ id, parent }) => {
    const above = parent === undefined ? undefined : officeOf.get(parent)
    return above !== undefined && above !== officeOf.get(id)
  })
}
