// Who is on a floor of the playbook: a team for each of the roles, with the segments below it, and the floor's roles.
import { type PlaybookRole, type Segment, type Shape, segmentNames } from './shape.ts'

const teamOf: Readonly<Record<PlaybookRole, { readonly id: string; readonly name: string }>> = {
  ae: { id: 'account-executives', name: 'Account executives' },
  sdr: { id: 'sales-development', name: 'Sales development' },
}

/** A role of the floor file; account executives have one for each segment, since their goals differ. */
export interface FloorRole {
  readonly id: string
  readonly name: string
  readonly ramp: readonly number[]
}

/** People who have the same goals. */
export interface Group {
  /** Of a role: account executives of a segment, or all SDRs. */
  readonly role: FloorRole
  /** Their team: their segment's, or their role's. */
  readonly team: string
  /** The beginning of ids and titles. */
  readonly slug: string
  readonly name: string
  readonly segment: Segment | null
}

export interface Groups {
  readonly ae: readonly Group[]
  readonly sdr: readonly Group[]
}

const executives = (segment: Segment): Group => ({
  role: { id: `${segment}-ae`, name: `${segmentNames[segment]} AE`, ramp: [0.25, 0.5, 0.75] },
  team: segment,
  slug: segment,
  name: segmentNames[segment],
  segment,
})

const developers: Group = {
  role: { id: 'sdr', name: 'SDR', ramp: [0.4, 0.7, 0.9] },
  team: teamOf.sdr.id,
  slug: 'sdr',
  name: 'SDRs',
  segment: null,
}

export const groupsOf = ({ roles, segments }: Shape): Groups => ({
  ae: roles.includes('ae') ? segments.map(executives) : [],
  sdr: roles.includes('sdr') ? [developers] : [],
})

/** The role that has a team for each segment: account executives, or SDRs on a floor without them. */
const dividedRole = ({ roles }: Pick<Shape, 'roles'>): PlaybookRole => (roles.includes('ae') ? 'ae' : 'sdr')

export const teamIdOf = (role: PlaybookRole): string => teamOf[role].id

export interface FloorTeam {
  readonly id: string
  readonly name: string
  readonly parent?: string
}

/** A role's teams that are nobody's parent, as far as the playbook has them. */
export const smallestTeams = (
  shape: Pick<Shape, 'roles' | 'segments'>,
  role: PlaybookRole,
): readonly FloorTeam[] =>
  role === dividedRole(shape)
    ? shape.segments.map((id) => ({ id, name: segmentNames[id], parent: teamOf[role].id }))
    : [teamOf[role]]

const ownTeams = ({ teams = [] }: Shape, parent: string): readonly FloorTeam[] =>
  teams.filter((team) => team.parent === parent)

/** The teams of one role that stand side by side on a wall: the floor's own where it has named some. */
export const teamsSideBySide = (shape: Shape, role: PlaybookRole): readonly string[] =>
  smallestTeams(shape, role).flatMap(({ id }) => {
    const own = ownTeams(shape, id)
    return own.length === 0 ? [id] : own.map((team) => team.id)
  })

export const teamsOf = (shape: Shape): readonly FloorTeam[] =>
  shape.roles.flatMap((role) => {
    const smallest = smallestTeams(shape, role)
    const above = smallest.some(({ id }) => id === teamOf[role].id) ? [] : [teamOf[role]]
    return [...above, ...smallest.flatMap((team) => [team, ...ownTeams(shape, team.id)])]
  })
