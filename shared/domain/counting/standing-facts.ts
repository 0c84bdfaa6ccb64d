// How many facts of each sort stand, and whose: where there are none, nothing can be said for or against anybody.
import type { Fact } from '../../wire/fact.ts'
import {
  type Member,
  orgSubject,
  type Roster,
  type SubjectIndex,
  unassignedSubject,
} from '../people/roster.ts'

/** Deals by their status, for which a metric may ask. */
export type FactSort = 'activity' | 'open' | 'won' | 'lost'
export const dealSorts: readonly FactSort[] = ['open', 'won', 'lost']
const sorts: readonly FactSort[] = ['activity', ...dealSorts]

export const sortOf = (fact: Fact): FactSort => (fact.type === 'activity' ? 'activity' : fact.status)

export interface StandingFacts {
  /** `members` are those of the fact's credits; `sign` −1 takes back what was noted. */
  note(fact: Fact, members: readonly (Member | null)[], sign: 1 | -1): void
  /** Whether any fact of these sorts stands, whatever its date: a person's, or one of those who are on a team last. */
  has(among: readonly FactSort[], subject: SubjectIndex): boolean
  /** By sort and subject. */
  pack(): Int32Array
}

export const createStandingFacts = (
  { subjectCount, teamAt }: Pick<Roster, 'subjectCount' | 'teamAt'>,
  from: Int32Array | null,
): StandingFacts => {
  const counts = from?.slice() ?? new Int32Array(sorts.length * subjectCount)
  const placeOf = (sort: FactSort, subject: SubjectIndex): number =>
    sorts.indexOf(sort) * subjectCount + subject
  return {
    note: (fact, members, sign) => {
      const first = placeOf(sortOf(fact), 0)
      const add = (subject: SubjectIndex): void => {
        counts[first + subject] = (counts[first + subject] ?? 0) + sign
      }
      add(orgSubject)
      for (const member of members) {
        add(member?.subject ?? unassignedSubject)
        const team = member?.stays.at(-1)?.team ?? null
        for (const above of team === null ? [] : (teamAt(team)?.chain ?? [])) add(above)
      }
    },
    has: (among, subject) => among.some((sort) => (counts[placeOf(sort, subject)] ?? 0) > 0),
    pack: () => counts.slice(),
  }
}
