// A person's number that is far from their own usual. Robust against the outliers themselves: what is usual is the median of their
// own last periods, how far they usually are from it the median of the distances (Hampel 1974), times 1.4826, by which that is the
// standard deviation of a normal distribution (Rousseeuw and Croux 1993). Of counts it is no less than the root of the median,
// the standard deviation of what comes by chance (Poisson).
import type { WindowSpec } from '../../wire/window.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'

export interface Outlier {
  readonly plan: MetricPlan
  readonly member: Member
  readonly window: Extract<WindowSpec, { kind: 'period' }>
  readonly value: number
  readonly usual: number
  /** How many periods say what is usual. */
  readonly periods: number
}

/** Full periods before the one that is looked at. */
const periodsBack = 8
const fewestPeriods = 6
/** Times what is usual, and times the usual distance from it. */
const farTimes = 3
const deviationOfMedian = 1.4826

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** `counts`: the values are numbers of things. `past` are those of six periods at least, else nothing is said. */
export const isFarFromUsual = (value: number, past: readonly number[], counts: boolean): boolean => {
  if (past.length < fewestPeriods) return false
  const usual = medianOf(past)
  if (usual <= 0) return false
  const distance = deviationOfMedian * medianOf(past.map((each) => Math.abs(each - usual)))
  const spread = counts ? Math.max(distance, Math.sqrt(usual)) : distance
  return value >= farTimes * usual && value - usual > farTimes * spread
}

const grainOf = ({ metric }: MetricPlan): 'week' | 'month' => {
  const window = (metric.window ?? '').toLowerCase()
  if (/day|week/.test(window)) return 'week'
  if (window !== '') return 'month'
  return metric.of !== null && 'from' in metric.of && metric.of.from === 'activity' ? 'week' : 'month'
}

/** Counts and sums of what happened: of other numbers three times as much says nothing. */
const isAbout = ({ base, metric }: MetricPlan): boolean =>
  base !== null &&
  metric.retired === undefined &&
  (base.measure.kind === 'count' || base.measure.kind === 'sum') &&
  (base.date === 'at' || base.date === 'createdAt' || base.date === 'closedAt')

/** Of the period that runs and of the one before it. Yields where it may be interrupted. `ms`: epoch. */
export const findOutliers = function* (numbers: Numbers, ms: number): Generator<void, readonly Outlier[]> {
  const { model, engine } = numbers
  const found: Outlier[] = []
  for (const plan of model.metrics.filter(isAbout)) {
    const grain = grainOf(plan)
    const daysBack = Array.from({ length: periodsBack + 2 }, (_, back) =>
      numbers.daysOf({ kind: 'period', grain, offset: -back }, ms),
    )
    for (const member of model.roster.people) {
      yield
      const values = daysBack.map((days) => {
        if (member.employed.from > days.from || member.employed.to <= days.from) return null
        return engine.value(plan.index, numbers.cellsOf(member.subject, days, everybody)) ?? 0
      })
      for (const back of [0, 1]) {
        const value = values[back] ?? null
        if (value === null || value <= 0) continue
        const past = values.slice(back + 1, back + 1 + periodsBack).filter((each) => each !== null)
        if (!isFarFromUsual(value, past, plan.base?.measure.kind === 'count')) continue
        const window = { kind: 'period', grain, offset: -back } as const
        found.push({ plan, member, window, value, usual: medianOf(past), periods: past.length })
      }
    }
  }
  return found
}
