// The role and the team that somebody has, of those that the floor file lists one after another.
import type { FloorFile } from '../../wire/floor.ts'

type Person = FloorFile['people'][number]

/** Ids; undefined for none. */
export const lastRole = ({ role }: Pick<Person, 'role'>): string | undefined =>
  typeof role === 'object' ? role.at(-1)?.role : role
export const lastTeam = ({ team }: Pick<Person, 'team'>): string | undefined =>
  typeof team === 'object' ? team.at(-1)?.team : team
