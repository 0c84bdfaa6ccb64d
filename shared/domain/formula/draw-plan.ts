// A plan is drawn up once, when its period begins, from the history before it. What cannot be worked out is said, and nothing is
// made up in its place.
import type { NoPlan } from '../../wire/coaching.ts'
import type { Plan, PlanRate, PlanStep } from '../../wire/plan.ts'
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { ownDaysIn } from '../people/own-days.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type Day, type DayRange, formatDay } from '../time/calendar-date.ts'
import { needsOf } from './chain.ts'
import type { CompiledFormula } from './formula-steps.ts'
import { type ConversionsOf, knownRate, rememberConversions } from './known-rates.ts'

/** What a manager sets by hand in a re-plan. `quota` in the last step's unit; `rates` by the id of the step they lead to. */
export interface PlanChanges {
  readonly quota?: number | undefined
  readonly rates?: Readonly<Record<string, number>> | undefined
}

interface Asked {
  readonly member: Member
  /** Epoch ms within the period. */
  readonly ms: number
  readonly version: number
  readonly reason: string | null
  readonly changes?: PlanChanges
  /** Left out, they are worked out for this plan alone. */
  readonly conversionsOf?: ConversionsOf
}

export const periodOf = ({ formula }: CompiledFormula): WindowSpec => ({
  kind: 'period',
  grain: formula.window,
  offset: 0,
})

/** The full fiscal quarters before a period begins. */
export const historyBefore = (
  { model }: Pick<Numbers, 'model'>,
  { formula }: CompiledFormula,
  period: DayRange,
): DayRange => {
  const { calendar } = model
  // A period that begins within a quarter has that quarter's beginning before it, which is no full quarter.
  const current = calendar.period('quarter', period.from, 0)
  return {
    from: calendar.period('quarter', period.from, -formula.historyQuarters).from,
    to: current.from,
  }
}

const byHand = (value: number): PlanRate => ({ of: 'manager', value, made: 0, from: 0, attempts: 0 })

/** The need of each step from a day of the period on. */
export interface NeedFrom {
  /** What is taken off the quota, in the last step's unit. */
  readonly won: number
  /** What is taken off each step, first to last; 0 for the first. */
  readonly open: readonly number[]
  /** Days from then on that they work. */
  readonly days: number
  /** First to last, unrounded. */
  readonly needs: readonly number[]
}

export interface Span {
  readonly period: DayRange
  /** The need is for the days from this one on. */
  readonly from: Day
  /** What is won on these days is taken off the quota, and what is open off its step. Null: nothing is counted on yet. */
  readonly counted: DayRange | null
}

export const needFrom = (
  numbers: Numbers,
  { formula, steps }: CompiledFormula,
  member: Member,
  rates: readonly number[],
  quota: number,
  { period, from, counted }: Span,
): NeedFrom => {
  const days = ownDaysIn(member, numbers.model.workingTime, { from, to: period.to })
  const within = { team: null, role: formula.role }
  const valueIn = (plan: MetricPlan | null | undefined, range: DayRange): number =>
    plan ? (numbers.engine.value(plan.index, numbers.cellsOf(member.subject, range, within)) ?? 0) : 0
  const won = counted === null ? 0 : valueIn(steps.at(-1)?.plan, counted)
  const open = steps.map((step) => (counted === null ? 0 : valueIn(step.open, period)))
  const links = rates.map((rate, link) => ({ rate, open: open[link + 1] ?? 0 }))
  return { won, open, days, needs: needsOf(quota - won, links) }
}

export const drawPlan = (
  floorNumbers: Numbers,
  compiled: CompiledFormula,
  { member, ms, version, reason, changes = {}, conversionsOf }: Asked,
): Plan | NoPlan => {
  const numbers = floorNumbers.about([member.subject])
  const { formula, steps } = compiled
  const period = numbers.daysOf(periodOf(compiled), ms)
  const last = steps.at(-1)
  const quota =
    changes.quota ??
    (last === undefined ? null : numbers.goalOf(last.plan, periodOf(compiled), member.subject, ms))
  if (quota === null) return { kind: 'no quota' }
  const from = version === 1 ? period.from : Math.max(period.from, numbers.todayAt(ms))
  const history = historyBefore(numbers, compiled, period)
  const conversions = (conversionsOf ?? rememberConversions(numbers))(compiled, history)
  const rates: PlanRate[] = []
  for (const [link, step] of steps.slice(1).entries()) {
    const { id } = step.plan.metric
    const set = changes.rates?.[id]
    const rate =
      set !== undefined && set > 0 ? byHand(set) : knownRate(conversions, compiled, link, member, history)
    if (rate === null) return { kind: 'no rate', metric: id, from: steps[link]?.plan.metric.id ?? '' }
    rates.push(rate)
  }
  const values = rates.map(({ value }) => value)
  const { won, days, needs } = needFrom(numbers, compiled, member, values, quota, {
    period,
    from,
    counted: from === period.from ? null : { from: period.from, to: from },
  })
  if (days === 0) return { kind: 'no days' }
  return {
    person: member.id,
    role: formula.role,
    window: formula.window,
    from: formatDay(period.from),
    to: formatDay(period.to),
    history: { from: formatDay(history.from), to: formatDay(history.to) },
    version,
    quota,
    won,
    days,
    steps: steps.map(
      ({ plan }, index): PlanStep => ({
        metric: plan.metric.id,
        need: needs[index] ?? 0,
        rate: rates[index - 1] ?? null,
      }),
    ),
    holdsFrom: formatDay(from),
    reason,
  }
}

export const isPlan = (drawn: Plan | NoPlan): drawn is Plan => 'steps' in drawn
