// Which reps a rule finds off by one of their numbers. Nobody is judged who was away on a working day of what is looked at.
import type { ExceptionRule, RepTest } from '../../wire/exception-rule.ts'
import type { ExceptionWhy } from '../../wire/exceptions.ts'
import { parseWindow, type WindowSpec } from '../../wire/window.ts'
import { viewMetric } from '../boards/board-head.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { toMinor } from '../counting/money.ts'
import { type Found, foundOf, isAbout } from '../flags/found.ts'
import { worksOn } from '../people/own-days.ts'
import type { Member } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, formatDay, includes, weekdayOf } from '../time/calendar-date.ts'
import { minutesOf, weekdayIndex } from '../time/week.ts'

interface Looked {
  readonly numbers: Numbers
  readonly plan: MetricPlan
  readonly test: RepTest
  readonly window: WindowSpec
  readonly member: Member
  readonly ms: number
}

interface Off {
  readonly why: ExceptionWhy
  readonly since: number
}

/** Before half of its working time is over, the running window says little. */
const halfOver = 0.5

/** Whether they were here, and not away, on all of the floor's working days of a range. */
const wasThere = ({ numbers: { model }, member }: Looked, days: DayRange): boolean => {
  if (!Number.isFinite(days.from) || !Number.isFinite(days.to)) return true
  const { workingTime } = model
  let worked = 0
  for (let day = days.from; day < days.to; day++) {
    const isOwnDay =
      workingTime.isWorkingDay(day) &&
      (member.weekdays.findLast(({ from }) => from <= day)?.days?.has(weekdayOf(day)) ?? true)
    if (!isOwnDay) continue
    if (!worksOn(member, workingTime, day)) return false
    worked += 1
  }
  return worked > 0
}

const valueIn = ({ numbers, plan, member }: Looked, days: DayRange): number | null =>
  numbers.engine.value(plan.index, numbers.cellsOf(member.subject, days, everybody))

/** The instant from which a value of this window is judged; null while it has not come. */
const judgedFrom = (looked: Looked, days: DayRange): number | null => {
  const { numbers, test, member, ms } = looked
  const zone = numbers.clockOf(member.subject, ms)
  const today = numbers.todayAt(ms)
  if (test.by === undefined)
    return zone.startOf(looked.window.kind === 'period' ? Math.min(days.to, today) : today)
  const wanted = weekdayIndex[test.by.day]
  const day = Array.from({ length: days.to - days.from }, (_, at) => days.from + at).find(
    (each) => weekdayOf(each) === wanted,
  )
  if (day === undefined) return null
  const at = zone.reachesAt(day, minutesOf(test.by.at))
  return ms >= at ? at : null
}

const lookAtValue = (looked: Looked): Off | null => {
  const { numbers, plan, test, window, member, ms } = looked
  const { metric } = plan
  const days = numbers.daysOf(window, ms)
  const since = judgedFrom(looked, days)
  if (since === null) return null
  const until = test.by === undefined ? days.to : numbers.clockOf(member.subject, since).dayAt(since) + 1
  if (test.below !== undefined && !wasThere(looked, { from: days.from, to: Math.min(days.to, until) }))
    return null
  const value = valueIn(looked, days)
  const asked = test.below ?? test.above ?? 0
  const limit = metric.unit === 'money' ? toMinor(asked, numbers.model.file.floor.currency) : asked
  if (value === null || !numbers.isJudged(plan, value, [member.subject])) return null
  if (test.below === undefined ? value <= limit : value >= limit) return null
  const { calendar } = numbers.model
  return {
    why: {
      kind: 'value',
      metric: viewMetric(plan),
      window: calendar.label(window, numbers.todayAt(ms)),
      start: Number.isFinite(days.from) ? formatDay(days.from) : null,
      value,
      than: test.below === undefined ? 'above' : 'below',
      limit,
      by: test.by ?? null,
    },
    since,
  }
}

/** So many windows in a row, each one well behind its own goal. The running one counts once half of it is over. */
const lookAtPace = (looked: Looked, count: number): Off | null => {
  const { numbers, plan, window, member, ms } = looked
  if (window.kind !== 'period') return null
  const runs = numbers.shareGone(window, member.subject, ms) >= halfOver
  const offsets = Array.from({ length: count }, (_, back) => back - (runs ? count - 1 : count))
  const windows: { label: string; value: number; goal: number; running: boolean }[] = []
  let since = ms
  for (const offset of offsets) {
    const each: WindowSpec = { ...window, offset }
    const days = numbers.daysOf(each, ms)
    const running = offset === 0
    const seen: DayRange = running ? { from: days.from, to: numbers.todayAt(ms) + 1 } : days
    if (!wasThere(looked, seen)) return null
    const value = valueIn(looked, days)
    const goal = numbers.goalOf(plan, each, member.subject, ms)
    if (value === null || goal === null || !numbers.isJudged(plan, value, [member.subject])) return null
    const { state } = numbers.standingFor(
      plan,
      value,
      goal,
      running ? numbers.shareGone(each, member.subject, ms) : 1,
      [member.subject],
    )
    if (state !== 'well behind') return null
    if (!running) since = numbers.clockOf(member.subject, ms).startOf(days.to)
    windows.push({ label: numbers.model.calendar.label(each, numbers.todayAt(ms)), value, goal, running })
  }
  return { why: { kind: 'well behind', metric: viewMetric(plan), windows }, since }
}

/** At an instant, epoch ms. Null while there is nothing to judge by: then nothing is over either. */
export const findReps = (
  numbers: Numbers,
  rule: ExceptionRule,
  test: RepTest,
  ms: number,
): readonly Found[] | null => {
  const { model } = numbers
  const plan = model.metric(test.metric)
  const window = parseWindow(test.window)
  if (plan === null || window === null || numbers.awaits([plan]) !== null) return null
  return model.roster.people.flatMap((member): Found[] => {
    const own = numbers.about([member.subject])
    const today: Day = own.todayAt(ms)
    if (!includes(member.employed, today) || !isAbout(model, rule, member, ms)) return []
    const looked: Looked = { numbers: own, plan, test, window, member, ms }
    const off = test.wellBehind === undefined ? lookAtValue(looked) : lookAtPace(looked, test.wellBehind)
    return off === null ? [] : [foundOf(own, rule, member, ms, off.why, off.since)]
  })
}
