// Where people who come to a floor probably belong: the role and the team that are plain from who and what is there.
import type { FloorFile } from '../../wire/floor.ts'
import { lastRole, lastTeam } from './last-held.ts'

export interface Place {
  /** The id of a role; null: not plain. */
  readonly role: string | null
  /** The id of a team; null: not plain. */
  readonly team: string | null
}

type File = Pick<FloorFile, 'people' | 'roles' | 'boards'>

/** The only one there is; null for none, and for several. */
const onlyOne = (ids: readonly (string | undefined)[]): string | null => {
  const [first, ...others] = new Set(ids)
  return others.length === 0 ? (first ?? null) : null
}

/** The team in which all of the role are; while it has nobody, the one whose goals its boards show. */
export const teamOfRole = ({ people, boards }: File, role: string): string | null => {
  const teams = people.filter((person) => lastRole(person) === role).map(lastTeam)
  if (teams.length > 0) return onlyOne(teams)
  const team = onlyOne(
    boards.flatMap((board) =>
      board.kind === 'leaderboard' && board.scope.role === role && board.goalOf !== undefined
        ? [board.goalOf]
        : [],
    ),
  )
  return team === 'org' ? null : team
}

/** On a floor that has nobody yet it is its first role, which a floor that is begun by its questions has for whoever wins deals. */
export const usualPlace = (file: File): Place => {
  const { people, roles } = file
  const role = people.length === 0 ? (roles[0]?.id ?? null) : onlyOne(people.map(lastRole))
  const team = role === null ? onlyOne(people.map(lastTeam)) : teamOfRole(file, role)
  return { role, team }
}
