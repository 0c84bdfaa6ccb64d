// Whose a meeting is: who hears of it, who reads what was written in it, and who may lead it.
import { stayAt } from '../../../shared/domain/people/roster.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MeetingSummary } from '../../../shared/wire/meetings.ts'
import type { Principal } from '../access/principal.ts'
import { coaches, isWithin } from '../access/private-views.ts'

type Person = Extract<Principal, { readonly kind: 'person' }>
export type MeetingAccess = MeetingSummary['access']

/** The team that a person of the floor is on; null where they are on none, or the floor does not know them. */
export const teamToday = ({ model: { roster } }: Numbers, person: string, now: number): string | null => {
  const subject = roster.subjectOf(person)
  const member = subject === null ? null : roster.personAt(subject)
  const team = member && stayAt(member, now).team
  return team === null ? null : roster.idOf(team)
}

type TeamOf = (person: string) => string | null

/**
 * Null: for them it is not there. Admins lead all; managers those of the floor and of their own teams; whoever owns one leads
 * it. Leaders read what was written in those of the whole floor. Everybody hears when their own team's are. One-to-ones are
 * for those who coach.
 */
export const meetingAccess = (
  principal: Person,
  cadence: Pick<Cadence, 'team' | 'owner' | 'oneToOnes'>,
  teams: FloorFile['teams'],
  teamOf: TeamOf,
): MeetingAccess | null => {
  const { team, owner, oneToOnes } = cadence
  const { role, person } = principal
  const isForAll = team === undefined
  if (coaches(principal, team ?? null, teams)) return 'lead'
  if (role === 'manager' && isForAll) return 'lead'
  if (oneToOnes) return null
  if (owner !== undefined && owner === person) return 'lead'
  if (role === 'leader') return isForAll ? 'notes' : null
  if (person === null) return null
  const own = teamOf(person)
  if (isForAll) return 'time'
  return own !== null && isWithin(own, [team], teams) ? 'time' : null
}
