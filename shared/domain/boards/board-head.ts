// What every board says of itself, whatever it shows.
import type { Board } from '../../wire/floor.ts'
import type { ViewMetric, ViewWindow } from '../../wire/view-parts.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { type Member, orgSubject, type SubjectIndex, spellsWithin } from '../people/roster.ts'
import { shareDue } from '../standing/attainment.ts'
import { everybody, type Numbers, type Selection } from '../standing/numbers.ts'
import { type DayRange, formatDay, includes, intersect } from '../time/calendar-date.ts'
import { firstDay } from '../time/fiscal-calendar.ts'
import { isHiddenIn } from './wall-numbers.ts'

export interface BoardSource<View> {
  /** Base metrics whose facts change it. */
  readonly bases: readonly number[]
  /** The whole view at an instant, epoch ms. */
  compute(ms: number): View
}

/** A floor whose references hold has every metric that its boards name. */
export const planOf = (numbers: Numbers, id: string): MetricPlan => {
  const plan = numbers.model.metric(id)
  if (!plan) throw new Error(`the floor has no metric "${id}"`)
  return plan
}

export const windowOf = (text: string): WindowSpec => {
  const window = parseWindow(text)
  if (!window) throw new Error(`"${text}" is not a window`)
  return window
}

export const selectionOf = (numbers: Numbers, scope: Board['scope']): Selection =>
  scope.team === undefined && scope.role === undefined
    ? everybody
    : {
        team: scope.team === undefined ? null : numbers.model.roster.subjectOf(scope.team),
        role: scope.role ?? null,
      }

export const viewMetric = ({ metric }: MetricPlan): ViewMetric => ({
  id: metric.id,
  name: metric.name,
  noun: metric.noun ?? metric.name,
  objective: metric.objective,
  unit: metric.unit,
  indicator: metric.indicator,
  better: metric.better,
})

const dateText = (day: number): string | null =>
  Number.isFinite(day) && day > firstDay ? formatDay(day) : null

/** How far into the window today is, in days as people count them: from 1. */
const progressText = (numbers: Numbers, window: WindowSpec, days: DayRange, ms: number): string => {
  const today = numbers.todayAt(ms)
  if (window.kind !== 'period' || window.grain === 'day') return ''
  const { workingTime, say } = numbers.model
  if (today >= days.to) return say({ id: 'window.closed', defaultMessage: 'closed' })
  if (today < days.from)
    return days.from - today === 1
      ? say({ id: 'window.starts-tomorrow', defaultMessage: 'starts tomorrow' })
      : say({ id: 'window.starts-in', defaultMessage: 'starts in {days} days' }, { days: days.from - today })
  if (window.grain !== 'week')
    return say(
      { id: 'window.day-of', defaultMessage: 'day {nth} of {days}' },
      { nth: today - days.from + 1, days: days.to - days.from },
    )
  const gone = workingTime.daysIn({
    from: days.from,
    to: workingTime.dayWorkedAt(numbers.zoneAt(ms), ms) + 1,
  })
  return say(
    { id: 'window.working-day-of', defaultMessage: 'working day {nth} of {days}' },
    { nth: Math.max(gone, 1), days: workingTime.daysIn(days) },
  )
}

const long: ReadonlySet<string> = new Set(['month', 'quarter', 'year'])

/** Working days of a long period of which nothing is due yet (`shareDue`), by the floor's clock. */
const beginsWith = (
  numbers: Numbers,
  window: WindowSpec,
  days: DayRange,
  ms: number,
): Pick<ViewWindow, 'begins'> => {
  const begins =
    window.kind === 'period' &&
    long.has(window.grain) &&
    includes(days, numbers.todayAt(ms)) &&
    shareDue(numbers.shareGone(window, orgSubject, ms)) === 0
  return begins ? { begins: numbers.model.workingTime.daysIn(days) } : {}
}

export const viewWindow = (numbers: Numbers, window: WindowSpec, ms: number): ViewWindow => {
  const days = numbers.daysOf(window, ms)
  const today = numbers.todayAt(ms)
  return {
    start: dateText(days.from),
    end: dateText(days.to),
    label: numbers.model.calendar.label(window, today),
    progress: progressText(numbers, window, days, ms),
    ...beginsWith(numbers, window, days, ms),
  }
}

/** What a window is called that stands beside another; null where it is the same one. Both as the floor file writes them. */
export const otherWindow = (numbers: Numbers, window: string, beside: string, ms: number): string | null =>
  window === beside ? null : numbers.model.calendar.label(windowOf(window), numbers.todayAt(ms))

/** "Enterprise · Account executive", or the floor's name. */
export const scopeName = (numbers: Numbers, scope: Board['scope']): string => {
  const { file } = numbers.model
  const team = file.teams.find(({ id }) => id === scope.team)?.name
  const role = file.roles.find(({ id }) => id === scope.role)?.name
  return [team, role].filter((name) => name !== undefined).join(' · ') || file.floor.name
}

/** Whether somebody works within a selection on any of the days. */
export const isHereIn = (numbers: Numbers, member: Member, days: DayRange, within: Selection): boolean =>
  spellsWithin(member, days, within, numbers.model.roster.teamAt).some((spell) => {
    const worked = intersect(spell, member.employed)
    return worked.from < worked.to
  })

/**
 * Who belongs on a board. A window that is not over shows the people who are here today; one that is over shows
 * those who were here then, leavers too.
 */
export const belongsOn = (
  numbers: Numbers,
  member: Member,
  window: WindowSpec,
  within: Selection,
  ms: number,
): boolean => {
  const days = numbers.daysOf(window, ms)
  const today = numbers.todayAt(ms)
  const isOver = window.kind === 'period' || window.kind === 'range' ? today >= days.to : false
  return isHereIn(numbers, member, isOver ? days : { from: today, to: today + 1 }, within)
}

/** Whom it lists: of a wall's board those who belong on it and are not kept off. */
export const isListed = (
  numbers: Numbers,
  member: Member,
  window: WindowSpec,
  within: Selection,
  ms: number,
): boolean => !isHiddenIn(numbers, member) && belongsOn(numbers, member, window, within, ms)

/** The subject whose goal and total stand for a scope, or null for a role, which has none of its own. */
export const subjectOfScope = (within: Selection): SubjectIndex | null =>
  within.role !== null ? null : (within.team ?? orgSubject)

/** The last change of any of the metrics, epoch ms. */
export const lastChange = (numbers: Numbers, plans: readonly MetricPlan[]): number | null => {
  const times = plans.flatMap((plan) => numbers.engine.changedAt(plan.index) ?? [])
  return times.length === 0 ? null : Math.max(...times)
}

/** Value less pace, so that ahead is positive whichever way is better; null without a goal. */
export const aheadOf = (plan: MetricPlan, value: number | null, pace: number | null): number | null =>
  value === null || pace === null ? null : plan.metric.better === 'higher' ? value - pace : pace - value

/** A range up to, not including, today: what the floor looked like when today began. */
export const beforeToday = (days: DayRange, today: number): DayRange =>
  includes(days, today) ? { from: days.from, to: today } : days
