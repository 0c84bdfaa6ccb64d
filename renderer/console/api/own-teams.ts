// Whose people and goals somebody may change: an admin everybody's, a manager those of their teams and the teams below.
import { teamChain } from '../../../shared/domain/people/team-chain.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { useMe } from './queries.ts'

export interface OwnTeams {
  /** At least some. */
  readonly some: boolean
  /** Everybody, also who is on no team. */
  readonly all: boolean
  /** The first of theirs, to begin with; null where it could be any. */
  readonly first: string | null
  has(team: string | null): boolean
}

const nobody: OwnTeams = { some: false, all: false, first: null, has: () => false }
const everybody: OwnTeams = { some: true, all: true, first: null, has: () => true }

export const useOwnTeams = (teams: FloorFile['teams']): OwnTeams => {
  const me = useMe()
  if (!me?.account || !me.may.edit) return me?.may.administer ? everybody : nobody
  const { role, teams: own } = me.account
  if (me.may.administer || role !== 'manager' || own.length === 0) return everybody
  return {
    some: true,
    all: false,
    first: own.find((id) => teams.some((team) => team.id === id)) ?? null,
    has: (team) => team !== null && teamChain(team, teams).some(({ id }) => own.includes(id)),
  }
}
