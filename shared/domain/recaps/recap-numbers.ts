// The numbers of a subject that a recap tells: those of a period that is over, and the goals that run on.
import type { DateField } from '../../wire/floor.ts'
import type { Standing, ViewMetric } from '../../wire/view-parts.ts'
import { type Grain, parseWindow, type WindowSpec } from '../../wire/window.ts'
import { viewMetric } from '../boards/board-head.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { SubjectIndex } from '../people/roster.ts'
import { everybody, type Numbers } from '../standing/numbers.ts'

export interface RecapNumber extends Standing {
  readonly metric: ViewMetric
  /** What its window is called: "Week of Nov 16". */
  readonly window: string
  /** The value of the period before; null where that is not looked at, or unknown. */
  readonly before: number | null
}

/** A mail is read in a minute. */
const mostNumbers = 8

/** The period of that grain before the one that runs, or the one before that (`-2`). */
export const periodBefore = (grain: Grain, offset: -1 | -2 = -1): WindowSpec => ({
  kind: 'period',
  grain,
  offset,
})

/** Dates that move on with the deal: of a week that is over they say only what has not been touched since. */
const moving: readonly DateField[] = ['lastActivityAt', 'stageEnteredAt', 'expectedCloseOn']

/** Whether the value of a period that is over stays what it was. */
export const isSettled = (model: FloorModel, { metric }: MetricPlan): boolean => {
  const { of, earlier = [] } = metric
  if ('date' in of) return [of, ...earlier.map((each) => each.of)].every(({ date }) => !moving.includes(date))
  const made = 'ratio' in of ? of.ratio : of.points.map(([id]) => id)
  return made.every((id) => {
    const part = model.metric(id)
    return part === null || isSettled(model, part)
  })
}

const isOfPeriods = ({ metric }: MetricPlan): boolean => {
  const window = metric.window === undefined ? null : parseWindow(metric.window)
  return window === null || window.kind === 'period' || window.kind === 'last'
}

const numberOf = (
  numbers: Numbers,
  plan: MetricPlan,
  window: WindowSpec,
  subject: SubjectIndex,
  ms: number,
): RecapNumber => ({
  ...numbers.standingOf(plan, window, subject, ms, everybody),
  metric: viewMetric(plan),
  window: numbers.model.calendar.label(window, numbers.todayAt(ms)),
  before: null,
})

const hasWords = ({ goal, value }: RecapNumber): boolean =>
  goal === null ? (value ?? 0) !== 0 : value !== null

/**
 * Of the period before: metrics for which the subject had a goal, in the order of the floor file, then those of which
 * anything came, without a goal. `ms`: epoch ms, an instant in the period after it.
 */
export const numbersOfPeriod = (
  numbers: Numbers,
  subject: SubjectIndex,
  grain: Grain,
  ms: number,
): readonly RecapNumber[] => {
  const window = periodBefore(grain)
  const all = numbers.model.metrics
    .filter(
      (plan) =>
        isOfPeriods(plan) && plan.metric.question !== 'pipeline-hygiene' && isSettled(numbers.model, plan),
    )
    .map((plan) => numberOf(numbers, plan, window, subject, ms))
    .filter(hasWords)
  const withGoal = all.filter(({ goal }) => goal !== null)
  const others = all.filter(({ goal }) => goal === null)
  return [...withGoal, ...others].slice(0, Math.max(mostNumbers, withGoal.length))
}

/** The same with the value of the period before that beside each. */
export const numbersAgainstBefore = (
  numbers: Numbers,
  subject: SubjectIndex,
  grain: Grain,
  ms: number,
): readonly RecapNumber[] =>
  numbersOfPeriod(numbers, subject, grain, ms).map((number) => {
    const plan = numbers.model.metric(number.metric.id)
    return {
      ...number,
      before: plan && numbers.standingOf(plan, periodBefore(grain, -2), subject, ms, everybody).value,
    }
  })

const longGrains: readonly Grain[] = ['month', 'quarter', 'year']

/** Goals of the month, the quarter and the year that run, the shorter first. */
export const runningGoals = (numbers: Numbers, subject: SubjectIndex, ms: number): readonly RecapNumber[] =>
  longGrains.flatMap((grain) =>
    numbers.model.metrics.flatMap((plan) => {
      const window: WindowSpec = { kind: 'period', grain, offset: 0 }
      if (numbers.goalOf(plan, window, subject, ms) === null) return []
      const number = numberOf(numbers, plan, window, subject, ms)
      return hasWords(number) ? [number] : []
    }),
  )
