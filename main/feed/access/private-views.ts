// What of the numbers a person is shown. A floor's boards are for everybody who may read; the rest is not.
import type { Audience } from '../../../shared/wire/audience.ts'
import type { Board, FloorFile } from '../../../shared/wire/floor.ts'
import type { Principal } from './principal.ts'

type Teams = FloorFile['teams']

/** Whether the team is one of `teams` or lies below one. Ends where a faulty file makes a circle. */
export const isWithin = (team: string, teams: readonly string[], all: Teams): boolean => {
  const passed = new Set<string>()
  for (let at: string | undefined = team; at !== undefined && !passed.has(at); ) {
    if (teams.includes(at)) return true
    passed.add(at)
    const here: string = at
    at = all.find(({ id }) => id === here)?.parent
  }
  return false
}

/** Null: not limited. */
const teamsOf = (principal: Principal): readonly string[] | null =>
  principal.kind === 'person' && principal.role === 'manager' && principal.teams.length > 0
    ? principal.teams
    : null

/** A manager of named teams sees those of the managers' boards that are about one of these teams, and about no other. */
export const seesBoard = (
  principal: Principal,
  audiences: readonly Audience[],
  board: Board,
  teams: Teams,
): boolean => {
  if (!audiences.includes(board.audience)) return false
  // What is off is named to those who coach alone; no token is told of any, and leaders read sums.
  if (board.kind === 'exceptions') {
    if (principal.kind !== 'person') return false
    const isNamed = board.audience === 'managers'
    if (isNamed && principal.role === 'leader') return false
  }
  const own = teamsOf(principal)
  if (own === null || board.audience === 'floor') return true
  const team = 'scope' in board ? board.scope?.team : undefined
  return team !== undefined && isWithin(team, own, teams)
}

/**
 * Whose rows somebody gets who asks for a metric by person: `person` their own, `teams` those of the people in these teams,
 * `all` everybody's.
 */
export type RowsOf =
  | { readonly of: 'all' }
  | { readonly of: 'person'; readonly person: string | null }
  | { readonly of: 'teams'; readonly teams: readonly string[] }

export const rowsOf = (principal: Principal): RowsOf => {
  const teams = teamsOf(principal)
  if (teams !== null) return { of: 'teams', teams }
  if (principal.kind === 'person' && principal.role === 'viewer')
    return { of: 'person', person: principal.person }
  return { of: 'all' }
}

/** Whether somebody coaches the people of a team: admins all, managers those of theirs. Leaders read sums. */
export const coaches = (principal: Principal, team: string | null, all: Teams): boolean => {
  if (principal.kind !== 'person' || (principal.role !== 'admin' && principal.role !== 'manager'))
    return false
  const own = teamsOf(principal)
  return own === null || (team !== null && isWithin(team, own, all))
}
