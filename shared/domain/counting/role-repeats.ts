// With full credit, each of the people who share a fact is credited with the whole of it. A role's total must count it
// once all the same: what further people of the role have of it is kept here, and subtracted from the sum of its people.
import { type Member, type Roster, roleOn, type SubjectIndex } from '../people/roster.ts'
import { undatedDay } from '../time/fiscal-calendar.ts'
import type { Cell } from './counters.ts'
import {
  addTo,
  createSeries,
  createTally,
  packSeries,
  type Series,
  sumInto,
  type Tally,
  takeOff,
  unpackSeries,
} from './series.ts'

/** People who held a role: all of them (`of` is `orgSubject`), or those of a team and the teams below it. */
export interface RoleGroup {
  readonly role: string
  readonly of: SubjectIndex
}

/** One person's part of a fact. */
export interface RolePart {
  readonly metric: number
  readonly member: Member
  readonly day: number
  readonly weight: number
  readonly amount: number
}

export type PackedRepeats = readonly { readonly key: number; readonly packed: Float64Array }[]

export interface RoleRepeats {
  /** `seen`: whom the fact already counted for; `above`: the teams of the part's person, and the org. */
  note(part: RolePart, above: readonly SubjectIndex[], seen: Set<number>): void
  /** Subtracts from `tally` what people of the group have of facts that somebody else of it has as well. */
  takeOff(metric: number, group: RoleGroup, cells: readonly Cell[], tally: Tally): void
  pack(): PackedRepeats
}

export const createRoleRepeats = (
  roles: readonly { readonly id: string }[],
  { subjectCount }: Pick<Roster, 'subjectCount'>,
  from: PackedRepeats,
): RoleRepeats => {
  /** Keys for `seen`, which holds subjects as well: a role's keys start above those of the subjects. */
  const firstOf = new Map(roles.map(({ id }, index) => [id, (index + 1) * subjectCount]))
  const groups = (roles.length + 1) * subjectCount
  const series = new Map(from.map(({ key, packed }): [number, Series] => [key, unpackSeries(packed)]))
  const keyOf = (metric: number, group: number, subject: SubjectIndex): number =>
    (metric * groups + group) * subjectCount + subject

  return {
    note: ({ metric, member, day, weight, amount }, above, seen) => {
      const role = day === undatedDay ? member.roles.at(-1)?.role : roleOn(member, day)
      const first = role == null ? undefined : firstOf.get(role)
      if (first === undefined) return
      for (const subject of above) {
        const group = first + subject
        if (!seen.has(group)) {
          seen.add(group)
          continue
        }
        const key = keyOf(metric, group, member.subject)
        const repeated = series.get(key) ?? createSeries()
        series.set(key, repeated)
        addTo(repeated, day, weight, amount)
      }
    },
    takeOff: (metric, { role, of }, cells, tally) => {
      const first = firstOf.get(role)
      if (first === undefined || series.size === 0) return
      const repeated = createTally()
      for (const { subject, days } of cells) {
        const found = series.get(keyOf(metric, first + of, subject))
        if (found) sumInto(found, days, repeated)
      }
      takeOff(tally, repeated)
    },
    pack: () => [...series].map(([key, repeated]) => ({ key, packed: packSeries(repeated) })),
  }
}
