// Offices, as teams name them. A team that names none is in the office of the team above it.
import type { FloorFile } from '../../wire/floor.ts'
import { teamChain } from './team-chain.ts'

type Team = FloorFile['teams'][number]

/** The office of each team that has one, by the team's id. */
const officesByTeam = (teams: readonly Team[]): ReadonlyMap<string, string> =>
  new Map(
    teams.flatMap(({ id }): [string, string][] => {
      const office = teamChain(id, teams).find((team) => team.office !== undefined)?.office
      return office === undefined ? [] : [[id, office]]
    }),
  )

/** The floor's offices in the order in which they are named, each with its topmost teams: their sum is the office's. */
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

/** Teams in another office than the team above them: what they do would count in both. */
export const teamsAway = (teams: readonly Team[]): readonly Team[] => {
  const officeOf = officesByTeam(teams)
  return teams.filter(({ id, parent }) => {
    const above = parent === undefined ? undefined : officeOf.get(parent)
    return above !== undefined && above !== officeOf.get(id)
  })
}
