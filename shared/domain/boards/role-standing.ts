// How the people of a role stand together.
import type { Standing } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { orgSubject } from '../people/roster.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { belongsOn } from './board-head.ts'
import { isHiddenIn } from './wall-numbers.ts'

/** The goals of those who are kept off the wall: what they bring is part of the value as well. */
export const unseenGoals = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  within: Selection,
  ms: number,
): readonly (number | null)[] =>
  numbers.model.roster.people
    .filter((member) => isHiddenIn(numbers, member) && belongsOn(numbers, member, window, within, ms))
    .map(({ subject }) => numbers.goalOf(plan, window, subject, ms))

/**
 * A role has no goal of its own: `goals` are its people's, and added up where that makes sense. What those did who left
 * is part of the value, as of a team.
 */
export const roleStanding = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  within: Selection & { readonly role: string },
  ms: number,
  goals: readonly (number | null)[],
): Standing => {
  const value = numbers.roleTotal(plan, window, ms, within)
  const set = [...goals, ...unseenGoals(numbers, plan, window, within, ms)].flatMap((goal) => goal ?? [])
  const goal = plan.additive && set.length > 0 ? set.reduce((sum, each) => sum + each, 0) : null
  const subject = within.team ?? orgSubject
  return numbers.standingFor(plan, value, goal, numbers.shareGone(window, subject, ms), [subject])
}

/** The same for any scope: a team and the org have goals of their own. */
export const scopeStanding = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  within: Selection,
  ms: number,
  goals: readonly (number | null)[],
): Standing => {
  const { team, role } = within
  return role === null
    ? numbers.standingOf(plan, window, team ?? orgSubject, ms, within)
    : roleStanding(numbers, plan, window, { team, role }, ms, goals)
}
