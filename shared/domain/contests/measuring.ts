// What is counted in a contest: one metric, or points of several, in whole numbers so that sums are exact.
import type { Contest } from '../../wire/contests/contest.ts'
import type { Unit } from '../../wire/view-parts.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import { wholeShare } from '../counting/money.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createFormat } from '../words/format.ts'

interface Source {
  readonly base: number
  /** What one step of it adds, in the measure's whole numbers. */
  readonly adds: (step: { readonly weight: number; readonly amount: number }) => number
}

export interface Measuring {
  /** None of what does not add up: it is asked of the engine. */
  readonly sources: readonly Source[]
  /** By how much a sum of steps is divided to come to a score. */
  readonly scale: number
  readonly unit: Unit
  /** How many of a score are one unit as people write it: cents of a dollar. */
  readonly perUnit: number
  /** Of one metric: of what does not add up, the metric. */
  readonly plan: MetricPlan | null
  /** Metrics whose values make the score, and what one unit of each is worth. */
  readonly worth: readonly { readonly plan: MetricPlan; readonly each: number }[]
  /** "Calls 1, Meetings 10". */
  readonly counts: string
  readonly noun: string
}

/** Points are counted in millionths. */
const pointScale = 1_000_000

const leavesOf = (
  model: Pick<FloorModel, 'metrics'>,
  plan: MetricPlan,
  factor: number,
): readonly { readonly plan: MetricPlan; readonly factor: number }[] => {
  const { derived } = plan
  if (derived?.kind !== 'points') return [{ plan, factor }]
  return derived.parts.flatMap(({ metric, weight, perUnit }) => {
    const part = model.metrics[metric]
    return part ? leavesOf(model, part, (factor * weight) / perUnit) : []
  })
}

const scaleOf = ({ base }: MetricPlan): number =>
  base?.measure.kind === 'sum' ? base.measure.scale : wholeShare

const wholeOf =
  ({ base }: MetricPlan) =>
  ({ weight, amount }: { readonly weight: number; readonly amount: number }): number =>
    base?.measure.kind === 'sum' ? amount : weight

/** Of one metric as it is counted, `scale` and all; null where the floor has no such metric. */
export const measureMetric = (id: string, model: FloorModel): Measuring | null => {
  const plan = model.metric(id)
  if (plan === null) return null
  const { metric } = plan
  const perUnit = metric.unit === 'money' ? 10 ** exponentOf(model.file.floor.currency) : 1
  const head = {
    unit: metric.unit,
    perUnit,
    plan,
    worth: [{ plan, each: 1 }],
    counts: metric.name,
    noun: metric.noun ?? metric.name,
  }
  if (!plan.additive) return { ...head, sources: [], scale: 1 }
  if (plan.base !== null)
    return { ...head, sources: [{ base: plan.index, adds: wholeOf(plan) }], scale: scaleOf(plan) }
  return { ...head, sources: pointSources(model, [{ plan, each: 1 }]), scale: pointScale }
}

const pointSources = (model: Pick<FloorModel, 'metrics'>, worth: Measuring['worth']): readonly Source[] =>
  worth
    .flatMap(({ plan, each }) => leavesOf(model, plan, each))
    .map(({ plan, factor }) => {
      const whole = wholeOf(plan)
      const perWhole = (factor * pointScale) / scaleOf(plan)
      return { base: plan.index, adds: (step) => Math.round(whole(step) * perWhole) }
    })

/** Null where the floor lacks a metric of it. */
export const measureContest = ({ counts }: Pick<Contest, 'counts'>, model: FloorModel): Measuring | null => {
  if (typeof counts === 'string') return measureMetric(counts, model)
  const format = createFormat(model.file.floor)
  const parts = counts.map(({ metric, each }) => ({ plan: model.metric(metric), each }))
  const minor = 10 ** exponentOf(model.file.floor.currency)
  const worth = parts.flatMap(({ plan, each }) =>
    plan === null ? [] : [{ plan, each: plan.metric.unit === 'money' ? each / minor : each }],
  )
  if (worth.length < parts.length) return null
  return {
    sources: pointSources(model, worth),
    scale: pointScale,
    unit: 'points',
    perUnit: 1,
    plan: null,
    worth,
    counts: parts
      .map(({ plan, each }) => `${plan?.metric.name ?? ''} ${format.full(each, 'points')}`)
      .join(', '),
    noun: model.say({ id: 'contest.points', defaultMessage: 'points' }),
  }
}
