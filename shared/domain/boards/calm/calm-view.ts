// Out of hours: the goals that the next working day begins with, and what the week came to.
import type { CalmBoard, CalmGoal, CalmResult, CalmView, Span } from '../../../wire/boards/calm-board.ts'
import type { ViewWindow } from '../../../wire/view-parts.ts'
import type { WindowSpec } from '../../../wire/window.ts'
import { basesOf, type MetricPlan } from '../../counting/metric-plan.ts'
import { orgSubject } from '../../people/roster.ts'
import { wholeAmount } from '../../standing/attainment.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { formatDay, includes } from '../../time/calendar-date.ts'
import { minutesOf } from '../../time/week.ts'
import { lastWorkingDay, nextWorkingDay } from '../../time/working-time.ts'
import {
  type BoardSource,
  isListed,
  lastChange,
  planOf,
  scopeName,
  selectionOf,
  viewMetric,
  viewWindow,
  windowOf,
} from '../board-head.ts'
import { scopeStanding } from '../role-standing.ts'

type Period = Extract<WindowSpec, { kind: 'period' }>

/** More periods than this are never without a working day between them. */
const farthestBack = 400

const spanOf = (amounts: readonly number[]): Span | null =>
  amounts.length === 0 ? null : { from: Math.min(...amounts), to: Math.max(...amounts) }

/** A floor whose faults were found names periods only. */
const periodOf = (text: string): Period => {
  const window = windowOf(text)
  if (window.kind !== 'period') throw new Error(`"${text}" holds no day to come`)
  return window
}

/** What the result is of: until a new week has begun to be worked in, this week is the one before. */
export const createWorkedWindow = (numbers: Numbers, board: CalmBoard): ((ms: number) => WindowSpec) => {
  const { workingTime, file } = numbers.model
  const opens = minutesOf(file.floor.businessHours.from)
  const window = windowOf(board.result?.window ?? 'week')
  return (ms) => {
    const zone = numbers.zoneAt(ms)
    const lastWorked = lastWorkingDay(workingTime, zone.dayAt(ms), zone.minutesAt(ms) >= opens)
    if (window.kind !== 'period' || window.offset !== 0 || lastWorked === null) return window
    for (let back = 0; back < farthestBack; back++) {
      const earlier = back === 0 ? window : { ...window, offset: -back }
      if (includes(numbers.daysOf(earlier, ms), lastWorked)) return earlier
    }
    return window
  }
}

export const createCalmView = (numbers: Numbers, board: CalmBoard): BoardSource<CalmView> => {
  const { roster, workingTime, file, say } = numbers.model
  const within = selectionOf(numbers, board.scope)
  const place = within.team ?? orgSubject
  const opens = minutesOf(file.floor.businessHours.from)
  const asked = board.metrics.map(({ metric, window }) => ({
    plan: planOf(numbers, metric),
    window: periodOf(window ?? 'week'),
  }))
  const result = board.result && {
    plan: planOf(numbers, board.result.metric),
    window: windowOf(board.result.window),
  }
  const plans = result ? [result.plan] : []
  const workedWindow = createWorkedWindow(numbers, board)

  const goalsOfPeople = (plan: MetricPlan, window: WindowSpec, ms: number): number[] =>
    roster.people
      .filter((member) => isListed(numbers, member, window, within, ms))
      .flatMap(({ subject }) => numbers.goalOf(plan, window, subject, ms) ?? [])

  /** What a goal for several days asks of each working day of them, in whole pieces. */
  const aDayOf = (plan: MetricPlan, window: Period, goal: Span | null, ms: number): Span | null => {
    const days = workingTime.daysIn(numbers.daysOf(window, ms))
    if (goal === null || window.grain === 'day' || days === 0) return null
    if (!plan.additive || plan.metric.better === 'lower') return null
    const share = (amount: number) => wholeAmount(amount / days, plan.metric.unit)
    return { from: share(goal.from), to: share(goal.to) }
  }

  const goalOf = (plan: MetricPlan, window: Period, ms: number): CalmGoal => {
    const personal = spanOf(goalsOfPeople(plan, window, ms))
    const shared = within.role === null ? numbers.goalOf(plan, window, place, ms) : null
    const goal = personal ?? spanOf(shared === null ? [] : [shared])
    return {
      metric: viewMetric(plan),
      grain: window.grain,
      of: goal === null ? null : personal === null ? 'together' : 'each',
      goal,
      aDay: aDayOf(plan, window, goal, ms),
    }
  }

  /** "Last week" is understood at night by somebody who does not know what date last Monday was. */
  const calledWindow = (window: WindowSpec, ms: number): ViewWindow => {
    const named = viewWindow(numbers, window, ms)
    if (window.kind !== 'period' || window.grain !== 'week') return named
    if (window.offset === 0)
      return { ...named, label: say({ id: 'window.this-week', defaultMessage: 'This week' }) }
    return window.offset === -1
      ? { ...named, label: say({ id: 'window.last-week', defaultMessage: 'Last week' }) }
      : named
  }

  const resultOf = (plan: MetricPlan, window: WindowSpec, ms: number): CalmResult => {
    const goals = within.role === null ? [] : goalsOfPeople(plan, window, ms)
    return {
      ...scopeStanding(numbers, plan, window, within, ms, goals),
      metric: viewMetric(plan),
      window: calledWindow(window, ms),
    }
  }

  const compute = (ms: number): CalmView => {
    const zone = numbers.zoneAt(ms)
    const today = zone.dayAt(ms)
    const hasBegun = zone.minutesAt(ms) >= opens
    const next = nextWorkingDay(workingTime, today, hasBegun)
    const window = workedWindow(ms)
    return {
      id: board.id,
      kind: 'calm',
      title: board.title,
      scope: scopeName(numbers, board.scope),
      window: viewWindow(numbers, window, ms),
      changedAt: lastChange(numbers, plans),
      awaits: numbers.awaits(plans),
      next: next === null ? null : { day: formatDay(next), inDays: next - today },
      goals:
        next === null ? [] : asked.map((each) => goalOf(each.plan, each.window, zone.instantAt(next, opens))),
      result: result ? resultOf(result.plan, window, ms) : null,
    }
  }

  return { bases: basesOf(plans), compute }
}
