// What the formula's plan asks of somebody today, as boards show it: whole pieces, never a rate, a quota or an unrounded need.
import type { NothingPlanned, PlannedFor } from '../../wire/boards/formula-board.ts'
import type { Plan } from '../../wire/plan.ts'
import type { Standing } from '../../wire/view-parts.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { worksOn } from '../people/own-days.ts'
import type { Member } from '../people/roster.ts'
import { wholeAmount } from '../standing/attainment.ts'
import type { Numbers, Selection } from '../standing/numbers.ts'
import { planGoal } from '../standing/plan-goal.ts'
import { includes } from '../time/calendar-date.ts'
import { windowOf } from './board-head.ts'

const windows: Readonly<Record<PlannedFor, WindowSpec>> = { day: windowOf('day'), week: windowOf('week') }

/** The plan of somebody that holds on the board's date (epoch ms) in a role; null where there is none. */
export const planToday = (numbers: Numbers, { id }: Member, role: string, ms: number): Plan | null => {
  const plan = numbers.plans.on(id, numbers.todayAt(ms))
  return plan !== null && plan.role === role ? plan : null
}

/** Of a step a day, unrounded, as long as the plan holds; null where it is no step of the plan. */
const aDayOf = ({ steps, days }: Plan, metric: string): number | null => {
  const step = steps.find((each) => each.metric === metric)
  return step === undefined ? null : step.need / days
}

/**
 * For the day, or for the week where more than half of the plans ask less than one piece a day: rounded up to one each day, a
 * meeting in four days would be four.
 */
export const plannedFor = (plans: readonly Plan[], metric: string): PlannedFor => {
  const daily = plans.flatMap((plan) => aDayOf(plan, metric) ?? []).filter((amount) => amount > 0)
  const small = daily.filter((amount) => amount < 1).length
  return small > daily.length / 2 ? 'week' : 'day'
}

/** What is done of a step in the day or the week, beside what is planned of it. The goal is null where nothing is. */
export const plannedStanding = (
  numbers: Numbers,
  plan: Plan | null,
  metric: MetricPlan,
  member: Member,
  { of, within, ms }: { readonly of: PlannedFor; readonly within: Selection; readonly ms: number },
): Standing => {
  const days = numbers.daysOf(windows[of], ms)
  const value = numbers.engine.value(metric.index, numbers.cellsOf(member.subject, days, within))
  const asked = plan && planGoal(plan, metric.metric.id, member, numbers.model.workingTime, days)
  const goal = asked === null || asked <= 0 ? null : wholeAmount(asked, metric.metric.unit)
  const share = numbers.shareOver(days, member.subject, ms)
  return numbers.standingFor(metric, value, goal, share, [member.subject])
}

/** Why nothing is planned of a step. */
export const whyNothing = (
  numbers: Numbers,
  plan: Plan | null,
  member: Member,
  ms: number,
): NothingPlanned => {
  const today = numbers.todayAt(ms)
  if (member.leave.some((leave) => includes(leave, today))) return 'away'
  if (!worksOn(member, numbers.model.workingTime, today)) return 'day off'
  return plan === null ? 'no plan' : 'done'
}
