// What a rule finds off at an instant. Nothing of it is remembered here: whether it is new is decided by `decide-episodes.ts`.
import type { ExceptionRule } from '../../wire/exception-rule.ts'
import type { ExceptionSubject, ExceptionWhy } from '../../wire/exceptions.ts'
import { type Member, type Roster, roleOn, type SubjectIndex, stayAt } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'

export interface Found {
  readonly rule: string
  readonly subject: ExceptionSubject
  readonly title: string
  /** The person's id; null where the floor does not know the name that the source gives. */
  readonly owner: string | null
  readonly ownerName: string
  /** The id of the owner's team now. */
  readonly team: string | null
  readonly why: ExceptionWhy
  /** Epoch ms: since when it has been so, by the facts. */
  readonly since: number
}

/** Tells subjects apart, whatever their ids hold. */
export const subjectKey = (subject: ExceptionSubject): string => {
  switch (subject.kind) {
    case 'deal':
      return JSON.stringify(['deal', subject.source, subject.id])
    case 'rep':
      return JSON.stringify(['rep', subject.person])
    case 'team':
      return JSON.stringify(['team', subject.team])
  }
}

/** Of one rule and subject there is at most one open at a time. */
export const foundKey = ({ rule, subject }: Pick<Found, 'rule' | 'subject'>): string =>
  JSON.stringify([rule, subjectKey(subject)])

export const teamIdOf = (roster: Roster, team: SubjectIndex | null): string | null =>
  team === null ? null : roster.idOf(team)

/** Whether a rule is about somebody at an instant (epoch ms), whether or not they still work here. */
export const isAbout = (
  { roster }: Numbers['model'],
  { team, role }: Pick<ExceptionRule, 'team' | 'role'>,
  member: Member,
  ms: number,
): boolean => {
  const stay = stayAt(member, ms)
  const wanted = team === undefined ? null : roster.subjectOf(team)
  const isOnTeam =
    wanted === null || (stay.team !== null && roster.teamAt(stay.team)?.chain.includes(wanted) === true)
  return isOnTeam && (role === undefined || roleOn(member, stay.zone.dayAt(ms)) === role)
}

export const foundOf = (
  { model: { roster } }: Numbers,
  rule: Pick<ExceptionRule, 'id'>,
  member: Member,
  ms: number,
  why: ExceptionWhy,
  since: number,
): Found => ({
  rule: rule.id,
  subject: { kind: 'rep', person: member.id },
  title: member.name,
  owner: member.id,
  ownerName: member.name,
  team: teamIdOf(roster, stayAt(member, ms).team),
  why,
  since,
})
