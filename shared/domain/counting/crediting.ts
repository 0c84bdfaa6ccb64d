// Who gets how much: what counts for a metric is shared among the people who are credited with it, each on their own
// local day, and counts for their teams and the org as well.
import type { Fact } from '../../wire/fact.ts'
import type { Placing } from '../people/placing.ts'
import {
  type Member,
  orgSubject,
  type Roster,
  type Stay,
  type SubjectIndex,
  unassignedSubject,
} from '../people/roster.ts'
import { undatedDay } from '../time/fiscal-calendar.ts'
import type { Breakdowns } from './breakdowns.ts'
import type { Occurrence } from './condition.ts'
import type { ContestSteps } from './contest-steps.ts'
import type { Counters } from './counters.ts'
import type { FloorModel } from './floor-model.ts'
import { measureWhole, whenOf } from './measure.ts'
import { type BasePlan, holdsOn } from './metric-plan.ts'
import { sharesInMillionths, splitByWeights, wholeShare } from './money.ts'
import type { RoleRepeats } from './role-repeats.ts'

export interface Credits {
  /** One for each credit of the fact, in its order; null for a name that the floor does not know. */
  readonly members: readonly (Member | null)[]
  /** Millionths of the fact, likewise. With full credit each weighs the whole. */
  readonly weights: readonly number[]
}

/** Most facts have one credit. */
const oneWhole: readonly number[] = [wholeShare]

const weightsOf = ({ credits }: Fact, full: boolean): readonly number[] => {
  if (credits.length === 1) return oneWhole
  return full ? credits.map(() => wholeShare) : sharesInMillionths(credits.map(({ share }) => share ?? 1))
}

/** `full`: the floor gives everybody who is credited the whole fact. */
export const creditsOf = (fact: Fact, roster: Roster, full: boolean): Credits => ({
  members: fact.credits.map(({ rep }) => roster.find(rep)),
  weights: weightsOf(fact, full),
})

interface CreditingParts {
  readonly placing: Placing
  readonly counters: Counters
  readonly repeats: RoleRepeats
  readonly breakdowns: Breakdowns
  readonly contestSteps: Pick<ContestSteps, 'note'>
}

/** `sign` −1 takes back what was counted. False where there was nothing to measure, so that nothing changed. */
type CountFor = (plan: BasePlan, occurrence: Occurrence, credits: Credits, sign: 1 | -1) => boolean

export const createCrediting = (
  { roster, file }: Pick<FloorModel, 'roster' | 'file'>,
  { placing, counters, repeats, breakdowns, contestSteps }: CreditingParts,
): CountFor => {
  const full = file.floor.credit === 'full'
  const orgOnly: readonly SubjectIndex[] = [orgSubject]
  const chains = new Map(roster.teams.map(({ subject, chain }) => [subject, [...chain, orgSubject]]))
  /** Whom a person's part counts for as well: their team, the teams above it, the org. */
  const groupsOf = (stay: Stay | null): readonly SubjectIndex[] =>
    stay?.team == null ? orgOnly : (chains.get(stay.team) ?? orgOnly)

  return (plan, occurrence, { members, weights }, sign) => {
    const { index: metric, measure } = plan
    const whole = measureWhole(measure, occurrence, members[0] ?? null, placing)
    if (whole === null) return false
    const { credits } = occurrence.fact
    const when = whenOf(occurrence.fact, occurrence.event, plan.date)
    // The first who is credited decides by which definition it counts, for all of them: it counts once.
    if (plan.days !== null) {
      const isLast = plan.days.to === Number.POSITIVE_INFINITY
      const holds = when === null ? isLast : holdsOn(plan, placing.place(when, members[0] ?? null).day)
      if (!holds) return false
    }
    if (breakdowns.isKept) breakdowns.begin(occurrence)
    const isShared = members.length > 1
    const parts = isShared && !full ? splitByWeights(whole, weights) : null
    // With full credit everybody counts a fact once: a team whose people share it, and a person credited twice.
    const counted = isShared && full ? new Set<SubjectIndex>() : null
    for (let i = 0; i < members.length; i++) {
      if (plan.credit !== null && (credits[i]?.role ?? 'owner') !== plan.credit) continue
      const member = members[i] ?? null
      const own = member?.subject ?? unassignedSubject
      if (counted?.has(own)) continue
      counted?.add(own)
      const placed = when === null ? null : placing.place(when, member)
      const day = placed?.day ?? undatedDay
      const part = parts ? (parts[i] ?? 0) : whole
      const weight = (weights[i] ?? 0) * sign
      const amount = part * sign
      counters.add(metric, own, day, weight, amount)
      if (placed && member && (measure.kind === 'count' || part !== 0))
        counters.mark(metric, own, placed.ms, sign)
      const step = placed && { at: placed.ms, day, weight, amount }
      if (step && member) contestSteps.note(metric, own, step)
      const groups = groupsOf(placed?.stay ?? member?.stays.at(-1) ?? null)
      if (counted && member) repeats.note({ metric, member, day, weight, amount }, groups, counted)
      for (const group of groups) {
        if (counted?.has(group)) continue
        counted?.add(group)
        counters.add(metric, group, day, weight, amount)
        if (step && group !== orgSubject) contestSteps.note(metric, group, step)
        if (breakdowns.isKept) breakdowns.add(metric, group, day, weight, amount)
      }
    }
    return true
  }
}
