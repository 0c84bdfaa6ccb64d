// Who votes in an award, who can be chosen, and how they stand at its metric.
import type { Award } from '../../wire/awards.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { type Member, spellsWithin, stayAt } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { type DayRange, includes, intersect } from '../time/calendar-date.ts'

/** By both, so many stand for the vote; more where they share the last place. */
const mostOnShortlist = 3

/** What an award goes by besides votes. */
export const planOfAward = (numbers: Numbers, { metric }: Pick<Award, 'metric'>): MetricPlan | null =>
  metric === undefined ? null : numbers.model.metric(metric)

const selectionOfAward = (numbers: Numbers, { team, role }: Pick<Award, 'team' | 'role'>): Selection => ({
  team: team === undefined ? null : numbers.model.roster.subjectOf(team),
  role: role ?? null,
})

/** Whether somebody works here at an instant (epoch ms), by the date where they are. */
export const worksAt = (member: Member, ms: number): boolean =>
  includes(member.employed, stayAt(member, ms).zone.dayAt(ms))

/** Who belongs to an award at an instant (epoch ms): works here then, and is of its team and role. They vote in it. */
export const votersOf = (
  numbers: Numbers,
  award: Pick<Award, 'team' | 'role'>,
  ms: number,
): readonly Member[] => {
  const { roster } = numbers.model
  const within = selectionOfAward(numbers, award)
  return roster.people.filter((member) => {
    const day = stayAt(member, ms).zone.dayAt(ms)
    const today = { from: day, to: day + 1 }
    return worksAt(member, ms) && spellsWithin(member, today, within, roster.teamAt).length > 0
  })
}

/** Of those who vote, who can be chosen: nobody who is on no list of a wall. */
export const electable = (voters: readonly Member[]): readonly Member[] =>
  voters.filter(({ isOffWall }) => !isOffWall)

export interface Measured {
  readonly member: Member
  /** In the metric's unit; null where there is nothing to say. */
  readonly value: number | null
}

/** What somebody came to in the days of a period: of a leaver’s or a newcomer’s only those on which they were of it. */
const measuredOf = (
  numbers: Numbers,
  plan: MetricPlan,
  member: Member,
  days: DayRange,
  within: Selection,
): number | null => {
  const cells = spellsWithin(member, days, within, numbers.model.roster.teamAt)
    .map((spell) => ({ subject: member.subject, days: intersect(spell, member.employed) }))
    .filter((cell) => cell.days.from < cell.days.to)
  const value = numbers.engine.value(plan.index, cells)
  return numbers.isJudged(plan, value, [member.subject]) ? value : null
}

/** The best first; none with nothing of what is counted. Equals are in the floor file’s order. */
export const rankedAt = (
  numbers: Numbers,
  award: Pick<Award, 'team' | 'role'>,
  plan: MetricPlan,
  days: DayRange,
  members: readonly Member[],
): readonly (Measured & { readonly value: number })[] => {
  const within = selectionOfAward(numbers, award)
  const isLower = plan.metric.better === 'lower'
  return members
    .flatMap((member) => {
      const value = measuredOf(numbers, plan, member, days, within)
      return value === null || (!isLower && value <= 0) ? [] : [{ member, value }]
    })
    .sort((one, other) => (isLower ? one.value - other.value : other.value - one.value))
}

/** The first of a ranking with all who are equal to the last of them. */
export const bestOf = <One extends { readonly value: number }>(
  ranked: readonly One[],
  most: number,
): readonly One[] => {
  const last = ranked[most - 1]
  return last === undefined ? ranked : ranked.filter(({ value }, at) => at < most || value === last.value)
}

/** By both: the three best, who stand for the vote. */
export const shortlistOf = <One extends { readonly value: number }>(ranked: readonly One[]): readonly One[] =>
  bestOf(ranked, mostOnShortlist)
