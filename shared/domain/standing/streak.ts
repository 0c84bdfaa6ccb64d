// Days in a row on which somebody reached their own goal, counted back from today when a board asks for it.
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { worksOn } from '../people/own-days.ts'
import { dayOfStay, type Member, type SubjectIndex, stayAt } from '../people/roster.ts'
import { type Day, formatDay, includes } from '../time/calendar-date.ts'
import { isAtLeast, paceOf, wholeAmount } from './attainment.ts'
import type { Numbers } from './numbers.ts'

export interface Streak {
  /** Working days in a row on which the day's goal was reached, at most `mostStreakDays`. */
  readonly days: number
  /** `open`: not reached yet. `off`: no working day of theirs. */
  readonly today: 'reached' | 'open' | 'off'
}

/** One day is no streak. */
export const leastStreakDays = 2

/** About a year of working days; a longer streak is shown as this many and more. */
export const mostStreakDays = 250

/** How far back they are looked for, in days: somebody may work on none of the floor's days. */
const mostDaysBack = 1000

export interface Streaks {
  /**
   * Somebody's streak at an instant (epoch ms); null without a goal for the day. Only for metrics of which more is
   * better: what should stay low is low every morning. All of a person's work counts, on whichever team they did it.
   */
  of(member: Member, ms: number): Streak | null
  /**
   * Whether they reached the goal of a day; null without one. A day that is to come has what is dated to it already. `ms`: when
   * it is asked, which decides the goal of a running week (G1).
   */
  reachedOn(member: Member, day: Day, ms: number): boolean | null
  /** The days that it counts, today first: dates, and what was done on each. */
  daysOf(member: Member, ms: number): readonly { readonly date: string; readonly value: number | null }[]
}

const periodBack = (grain: 'day' | 'week') => {
  const known: WindowSpec[] = []
  return (back: number): WindowSpec => {
    const window = known[back] ?? { kind: 'period', grain, offset: -back }
    known[back] = window
    return window
  }
}

export const createStreaks = (numbers: Numbers, plan: MetricPlan): Streaks => {
  const { calendar, workingTime } = numbers.model
  const [daysBack, weeksBack] = [periodBack('day'), periodBack('week')]

  /** The goal for `day`, else the day's share of the week's, in whole pieces; null where neither is set. */
  const goalOn = ({ subject }: Member, day: Day, today: Day, ms: number): number | null => {
    const own = numbers.goalOf(plan, daysBack(today - day), subject, ms)
    if (own !== null) return own
    const week = calendar.period('week', day, 0)
    const back = (calendar.period('week', today, 0).from - week.from) / 7
    const weekly = numbers.goalOf(plan, weeksBack(back), subject, ms)
    const daily = paceOf(weekly, 1 / workingTime.daysIn(week), plan.additive, plan.metric.better)
    return daily === null ? null : wholeAmount(daily, plan.metric.unit)
  }

  /** A cache, by subject and days back: goals are the slowest part, and change only with the date or the floor file. */
  const known = new Map<SubjectIndex, { readonly today: Day; readonly goals: (number | null)[] }>()
  const knownGoalOn = (member: Member, day: Day, today: Day, ms: number): number | null => {
    let own = known.get(member.subject)
    if (own?.today !== today) {
      own = { today, goals: [] }
      known.set(member.subject, own)
    }
    const before = own.goals[today - day]
    if (before !== undefined) return before
    const goal = goalOn(member, day, today, ms)
    own.goals[today - day] = goal
    return goal
  }

  /** Null without a goal; a goal of 0 is none. */
  const reachedOn = (member: Member, day: Day, today: Day, ms: number): boolean | null => {
    const goal = knownGoalOn(member, day, today, ms)
    if (goal === null || goal <= 0) return null
    const cells = [{ subject: member.subject, days: { from: day, to: day + 1 } }]
    const value = numbers.engine.value(plan.index, cells)
    return value !== null && isAtLeast(value, goal)
  }

  const find = (member: Member, ms: number): { days: Day[]; today: Streak['today'] } | null => {
    const today = numbers.todayAt(ms)
    // Where it is still yesterday, yesterday is not over yet and breaks nothing either.
    const firstOpen = Math.min(today, dayOfStay(stayAt(member, ms), ms))
    let state: Streak['today'] = 'off'
    const days: Day[] = []
    let judged = false
    for (let day = today; days.length < mostStreakDays && includes(member.employed, day); day--) {
      if (today - day > mostDaysBack) break
      if (!workingTime.isWorkingDay(day)) continue
      const reached = reachedOn(member, day, today, ms)
      if (reached === null && !judged) return null
      judged = true
      const works = worksOn(member, workingTime, day)
      if (day === today) state = reached ? 'reached' : works ? 'open' : 'off'
      if (reached) days.push(day)
      else if (works && day < firstOpen) break
    }
    return judged ? { days, today: state } : null
  }

  return {
    reachedOn: (member, day, ms) => reachedOn(member, day, numbers.todayAt(ms), ms),
    of: (member, ms) => {
      const found = find(member, ms)
      return found && { days: found.days.length, today: found.today }
    },
    daysOf: (member, ms) =>
      (find(member, ms)?.days ?? []).map((day) => ({
        date: formatDay(day),
        value: numbers.engine.value(plan.index, [
          { subject: member.subject, days: { from: day, to: day + 1 } },
        ]),
      })),
  }
}
