// By whose clocks a screen's rules go.
import type { FloorFile, Screen } from '../../wire/floor.ts'
import { teamChain } from '../people/team-chain.ts'

type Floor = Pick<FloorFile, 'floor' | 'teams'>

/** The zone of the first team in an office that has one; a team without a zone or an office has those of the team above it. */
const officeZone = (office: string, { teams }: Floor): string | undefined => {
  for (const { id } of teams) {
    const chain = teamChain(id, teams)
    if (chain.find((team) => team.office !== undefined)?.office !== office) continue
    const zoned = chain.find((team) => team.timeZone !== undefined)
    if (zoned) return zoned.timeZone
  }
  return undefined
}

/** The screen's own time zone, else that of its office where teams say one, else the floor's. */
export const screenZone = ({ timeZone, office }: Pick<Screen, 'timeZone' | 'office'>, floor: Floor): string =>
  timeZone ?? (office === undefined ? undefined : officeZone(office, floor)) ?? floor.floor.timeZone
