// Whom a fact is about, and whether a rule is about them.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { Fact } from '../../wire/fact.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { type Member, type Roster, roleOn, type SubjectIndex, stayOn } from '../people/roster.ts'
import { type Day, includes } from '../time/calendar-date.ts'

/** Who closed a deal or did a step: its first owner, else whoever is credited first; of one role's credits the first of it. */
export const creditedIn = (fact: Fact, roster: Roster, role: 'owner' | 'assist' | null): Member | null => {
  const { credits } = fact
  const wanted = role ?? 'owner'
  const found = credits.find((credit) => (credit.role ?? 'owner') === wanted)
  const credit = found ?? (role === null ? credits[0] : undefined)
  return credit === undefined ? null : roster.find(credit.rep)
}

/** The other people of this floor who are credited, each once, as first credited. */
export const helpersIn = (
  { credits }: Fact,
  roster: Roster,
  credited: Member | null,
): readonly { readonly member: Member; readonly role: 'owner' | 'assist' }[] => {
  const helpers = new Map<SubjectIndex, { member: Member; role: 'owner' | 'assist' }>()
  for (const { rep, role } of credits) {
    const member = roster.find(rep)
    if (member === null || member === credited || helpers.has(member.subject)) continue
    helpers.set(member.subject, { member, role: role ?? 'owner' })
  }
  return [...helpers.values()]
}

/** People who are not celebrated at all. */
export const hiddenPeople = ({ file }: Pick<FloorModel, 'file'>): ReadonlySet<string> =>
  new Set(
    file.people
      .filter(({ celebrate, offWall }) => celebrate === 'none' || offWall === true)
      .map(({ id }) => id),
  )

/** Whether a rule is about somebody on a day: they work here, on its team or one below it, and in its role. */
export const createRuleScope = (
  { file, roster }: Pick<FloorModel, 'file' | 'roster'>,
  { team, role }: Pick<CelebrationRule, 'team' | 'role'>,
) => {
  const hidden = hiddenPeople({ file })
  const wanted = team === undefined ? null : roster.subjectOf(team)
  const isOnTeam = (of: SubjectIndex | null): boolean =>
    wanted === null || (of !== null && roster.teamAt(of)?.chain.includes(wanted) === true)
  return {
    holdsPerson: (member: Member, day: Day): boolean =>
      !hidden.has(member.id) &&
      includes(member.employed, day) &&
      isOnTeam(stayOn(member, day).team) &&
      (role === undefined || roleOn(member, day) === role),
    /** Of a team: it is the rule's own or below it. */
    holdsTeam: isOnTeam,
  }
}
