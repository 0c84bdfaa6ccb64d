// A formula of the floor file, with the plans of its metrics.
import type { Formula } from '../../wire/formula.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'

export interface Step {
  readonly plan: MetricPlan
  /** A ratio that says how much of the step before becomes this one; null: their quotient does. */
  readonly rate: MetricPlan | null
  /** What is there already of this step. */
  readonly open: MetricPlan | null
}

export interface CompiledFormula {
  readonly formula: Formula
  /** First to last. */
  readonly steps: readonly Step[]
}

/** Null where a metric is not there, which the check of the floor's references has told. */
export const compileFormula = (
  model: Pick<FloorModel, 'metric'>,
  formula: Formula,
): CompiledFormula | null => {
  const steps = formula.steps.map((step): Step | null => {
    const named = typeof step === 'string' ? { metric: step } : step
    const plan = model.metric(named.metric)
    const rate = named.rate === undefined ? null : model.metric(named.rate)
    const open = named.open === undefined ? null : model.metric(named.open)
    const isMissing = (named.rate !== undefined && !rate) || (named.open !== undefined && !open)
    return plan && !isMissing ? { plan, rate, open } : null
  })
  return steps.every((step) => step !== null) ? { formula, steps } : null
}
