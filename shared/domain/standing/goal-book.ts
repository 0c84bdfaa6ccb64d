// Goals by (metric, window, subject) and date, in the unit that values come in: money in minor units.
import type { Goal } from '../../wire/floor.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { toMinor, wholeShare } from '../counting/money.ts'
import { type Member, orgSubject, roleOn, type SubjectIndex, stayOn } from '../people/roster.ts'
import { type Day, type DayRange, includes, intersect, parseDay, partsOf } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'
import { wholeAmount } from './attainment.ts'
import { noPlans, type PlanBook } from './plan-book.ts'
import { planGoal } from './plan-goal.ts'

export interface GoalBook {
  /**
   * A subject's goal for a range of days. A person's is their own, else their role's, scaled by their ramp; a team's or
   * the org's is its own, or the sum of its members' where the floor says so. Null when no goal is set.
   */
  goalOf(
    metric: string,
    window: WindowSpec,
    subject: SubjectIndex,
    range: DayRange,
    today: Day,
  ): number | null
}

/** A goal for `quarter` holds for the last and the next one too, so the key leaves out the offset. */
const windowKey = (window: WindowSpec): string =>
  window.kind === 'period' ? window.grain : JSON.stringify(window)

interface DatedGoal {
  readonly from: Day
  readonly value: Goal['value']
}

const subjectKey = (goal: Goal): string =>
  goal.rep !== undefined
    ? `rep ${goal.rep}`
    : goal.role !== undefined
      ? `role ${goal.role}`
      : goal.team !== undefined
        ? `team ${goal.team}`
        : 'org'

/**
 * The goal in force when the window began, else the first one set within the window. In a window without a beginning,
 * the goal in force today.
 */
const inForce = (goals: readonly DatedGoal[], range: DayRange, today: Day): DatedGoal | null => {
  const judgedOn = range.from <= firstDay ? today : range.from
  return goals.findLast((goal) => goal.from <= judgedOn) ?? goals.find((goal) => goal.from < range.to) ?? null
}

/** The day whose role and team count for a window: the one of its days nearest to today. */
const referenceDay = (range: DayRange, today: Day): Day => Math.min(Math.max(today, range.from), range.to - 1)

/** Whole months from one date to another, as birthdays count them. */
const monthsBetween = (start: Day, day: Day): number => {
  const [a, b] = [partsOf(start), partsOf(day)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}

export const createGoalBook = (model: FloorModel, plans: PlanBook = noPlans): GoalBook => {
  const { roster, workingTime, file } = model
  const book = new Map<string, DatedGoal[]>()
  for (const goal of file.goals) {
    const window = parseWindow(goal.window)
    const plan = model.metric(goal.metric)
    if (!window || !plan) continue
    const money = plan.metric.unit === 'money' && typeof goal.value === 'number'
    const dated: DatedGoal = {
      from: goal.from === undefined ? Number.NEGATIVE_INFINITY : parseDay(goal.from),
      // A goal below the currency's smallest unit must not become 0.
      value:
        money && Number(goal.value) > 0
          ? Math.max(1, toMinor(Number(goal.value), file.floor.currency))
          : goal.value,
    }
    const key = `${goal.metric} ${windowKey(window)} ${subjectKey(goal)}`
    book.set(
      key,
      [...(book.get(key) ?? []), dated].sort((a, b) => a.from - b.from),
    )
  }

  const lookUp = (
    metric: string,
    window: WindowSpec,
    subject: string,
    range: DayRange,
    today: Day,
  ): DatedGoal | null => inForce(book.get(`${metric} ${windowKey(window)} ${subject}`) ?? [], range, today)

  /**
   * A goal scaled by the mean ramp share over the window's working days on which they work here; unscaled without a ramp.
   * Null while the share is 0: a goal of 0 would count as reached on their first day. Shares are summed in millionths
   * and divided last, so that a tenth of 100 is exactly 10; fractions are rounded up, since nobody holds half a meeting.
   */
  const ramped = (goal: number, member: Member, range: DayRange): number | null => {
    if (member.ramp.length === 0 || !Number.isFinite(member.employed.from)) return goal
    const worked = intersect(range, member.employed)
    const rampedFrom = member.employed.from + 31 * (member.ramp.length + 1)
    // In a window without an end, a ramp of some months does not matter.
    if (worked.from > rampedFrom || !Number.isFinite(worked.to)) return goal
    let days = 0
    let millionths = 0
    for (let day = worked.from; day < worked.to; day++) {
      if (!workingTime.isWorkingDay(day)) continue
      days++
      millionths += Math.round((member.ramp[monthsBetween(member.employed.from, day)] ?? 1) * wholeShare)
    }
    if (days === 0) return goal
    return millionths === 0 ? null : Math.min(goal, Math.ceil((goal * millionths) / (days * wholeShare)))
  }

  const personal = (
    metric: string,
    window: WindowSpec,
    member: Member,
    range: DayRange,
    today: Day,
  ): number | null => {
    const role = roleOn(member, referenceDay(range, today))
    const goal =
      lookUp(metric, window, `rep ${member.id}`, range, today) ??
      (role === null ? null : lookUp(metric, window, `role ${role}`, range, today))
    if (goal === null || goal.value === 'sum-of-members') return null
    const plan = model.metric(metric)
    if (goal.value === 'from-formula') {
      const own = plans.on(member.id, referenceDay(range, today))
      const asked = own && planGoal(own, metric, member, workingTime, range)
      return asked === null || plan === null ? null : wholeAmount(asked, plan.metric.unit)
    }
    // A rate or an age is no amount of work, so a ramp does not scale it.
    return plan?.additive && plan.metric.better === 'higher' ? ramped(goal.value, member, range) : goal.value
  }

  const sumOfMembers = (
    metric: string,
    window: WindowSpec,
    subject: SubjectIndex,
    range: DayRange,
    today: Day,
  ): number | null => {
    const day = referenceDay(range, today)
    let sum: number | null = null
    for (const member of roster.people) {
      if (!includes(member.employed, day)) continue
      const { team } = stayOn(member, day)
      const belongs =
        subject === orgSubject || (team !== null && roster.teamAt(team)?.chain.includes(subject))
      const goal = belongs ? personal(metric, window, member, range, today) : null
      if (goal !== null) sum = (sum ?? 0) + goal
    }
    return sum
  }

  return {
    goalOf: (metric, window, subject, range, today) => {
      const member = roster.personAt(subject)
      if (member) return personal(metric, window, member, range, today)
      const team = roster.teamAt(subject)
      if (!team && subject !== orgSubject) return null
      const goal = lookUp(metric, window, team ? `team ${team.id}` : 'org', range, today)
      if (goal === null) return null
      if (goal.value === 'sum-of-members') return sumOfMembers(metric, window, subject, range, today)
      return goal.value === 'from-formula' ? null : goal.value
    },
  }
}
