// What is counted behind a number, whatever it is: metrics, stages of deals, won deals.
import type { ExplainedAnswer } from '../../../wire/explained.ts'
import { createEngine } from '../../counting/engine.ts'
import {
  type Contribution,
  type Counted,
  createExplainer,
  createStageExplainer,
  type Explained,
  type Explainer,
} from '../../counting/explain.ts'
import { amountInFloorCurrency, createFloorModel } from '../../counting/floor-model.ts'
import { whenCounted } from '../../counting/measure.ts'
import type { BasePlan, MetricPlan } from '../../counting/metric-plan.ts'
import type { StoredFact } from '../../facts/stored-fact.ts'
import type { Numbers } from '../../standing/numbers.ts'
import { createWinsView } from '../wins/wins-view.ts'
import type { FactsQuestion } from './facts-question.ts'

/** A metric that counts facts. */
export interface FactsBase {
  readonly metric: Counted
  readonly made: 'sum' | 'mean'
  /** The date by which it counts a fact, as its source wrote it. */
  when(stored: StoredFact): string | null
  /** As the floor counts it. */
  value(): number | null
}

export interface FactsBehind {
  readonly head: Omit<ExplainedAnswer['metric'], 'text'>
  readonly made: ExplainedAnswer['made']
  readonly ratio: ExplainedAnswer['ratio']
  readonly weights: ExplainedAnswer['weights']
  value(): number | null
  readonly bases: readonly FactsBase[]
  of(stored: StoredFact): Explained
}

const nothing: Explained = { adds: [], unused: null }

const madeOf = ({ measure }: BasePlan): 'sum' | 'mean' =>
  measure.kind === 'count' || measure.kind === 'sum' ? 'sum' : 'mean'

const derivation = (
  { model }: Numbers,
  { derived }: MetricPlan,
): Pick<FactsBehind, 'made' | 'ratio' | 'weights'> => {
  const idOf = (index: number): string => model.metrics[index]?.metric.id ?? ''
  return {
    made: derived?.kind ?? 'sum',
    ratio: derived?.kind === 'ratio' ? { above: idOf(derived.above), below: idOf(derived.below) } : null,
    weights:
      derived?.kind === 'points'
        ? Object.fromEntries(
            derived.parts.map(({ metric, weight, perUnit }) => [idOf(metric), weight / perUnit]),
          )
        : {},
  }
}

const basesOf = (explainer: Explainer, worthOf: (metric: Counted) => number | null): FactsBase[] =>
  explainer.bases.map(({ metric, plan }) => ({
    metric,
    made: madeOf(plan),
    when: (stored) => whenCounted(stored, plan),
    value: () => worthOf(metric),
  }))

const ofMetric = (
  numbers: Numbers,
  { cells, group }: FactsQuestion,
  of: Extract<FactsQuestion['of'], { kind: 'metric' }>,
): FactsBehind | null => {
  const { engine, model } = numbers
  const { plan, field } = of
  const explainer = createExplainer(model, plan.metric.id, cells, group, field)
  if (explainer === null) return null
  const worthOf = (index: number): number | null =>
    field === undefined
      ? engine.value(index, cells, group)
      : engine.valueWith(field.name, field.value, index, cells)
  const bases = basesOf(explainer, ({ id }) => worthOf(model.metric(id)?.index ?? -1))
  const { id, name, objective, unit } = plan.metric
  const derived = derivation(numbers, plan)
  return {
    head: { id, name, objective, unit },
    ...derived,
    made: plan.derived === null ? (bases[0]?.made ?? 'sum') : derived.made,
    value: () => worthOf(plan.index),
    bases,
    of: explainer.of,
  }
}

const simple = (
  { id, name, unit }: Counted,
  base: Pick<FactsBase, 'made' | 'when'>,
  value: () => number | null,
  of: FactsBehind['of'],
): FactsBehind => ({
  head: { id, name, objective: '', unit },
  made: base.made,
  ratio: null,
  weights: {},
  value,
  bases: [{ metric: { id, name, unit }, ...base, value }],
  of,
})

const ofStage = (
  { model, engine }: Numbers,
  { cells, group }: FactsQuestion,
  { stage, part }: Extract<FactsQuestion['of'], { kind: 'stage' }>,
): FactsBehind | null => {
  const plan = model.flow.stages[stage]?.[part]
  const name = model.flow.stages[stage]?.stage ?? ''
  const explainer = createStageExplainer(model, { stage, part, name }, cells, group)
  const [base] = explainer?.bases ?? []
  if (plan === undefined || explainer === null || base === undefined) return null
  return simple(
    base.metric,
    { made: madeOf(plan), when: (stored) => whenCounted(stored, plan) },
    () => engine.value(plan.index, cells, group),
    explainer.of,
  )
}

const won: Pick<FactsBase, 'made' | 'when'> = {
  made: 'sum',
  when: (stored) => whenCounted(stored, { kinds: null, date: 'closedAt' }),
}

/** Each deal is counted alone by what counts them on the board. */
const ofDeals = (
  numbers: Numbers,
  { board, part }: Extract<FactsQuestion['of'], { kind: 'deals' }>,
  at: number,
): FactsBehind => {
  const { model } = numbers
  const engine = createEngine(
    createFloorModel({
      ...model.file,
      floor: { ...model.file.floor, breakdowns: [] },
      boards: [],
      metrics: [],
    }),
  )
  const alone: Numbers = { ...numbers, engine }
  const view = createWinsView(alone, board)
  const unit = part === 'total' ? 'money' : 'count'
  const counted: Counted = { id: `deals ${part}`, name: board.title, unit }
  const whole = createWinsView(numbers, board)
  return simple(
    counted,
    won,
    () => whole.compute(at)[part],
    (stored) => {
      const { fact } = stored
      if (fact.type !== 'deal' || fact.status !== 'won') return nothing
      engine.apply(null, stored, at)
      const { deals, refunds, total } = view.compute(at)
      engine.apply(stored, null, at)
      if (deals + refunds === 0 && total === 0) return nothing
      const amount = { deals, refunds, total }[part]
      if (amount === 0 && part !== 'total') return nothing
      return { adds: [{ metric: counted.id, facts: 1, amount }], unused: null }
    },
  )
}

const ofDeal = (
  numbers: Numbers,
  { source, id }: Extract<FactsQuestion['of'], { kind: 'deal' }>,
  name: string,
): FactsBehind => {
  const counted: Counted = { id: 'deal', name, unit: 'money' }
  let amount: number | null = null
  return simple(
    counted,
    won,
    () => amount,
    ({ fact }) => {
      if (fact.source !== source || fact.id !== id) return nothing
      amount = amountInFloorCurrency(numbers.model, fact)
      const adds: Contribution[] = amount === null ? [] : [{ metric: counted.id, facts: 1, amount }]
      return {
        adds,
        unused: adds.length === 0 && fact.type === 'deal' && fact.amount != null ? 'no-rate' : null,
      }
    },
  )
}

const ofContest = ({ counted }: Extract<FactsQuestion['of'], { kind: 'contest' }>): FactsBehind => {
  const { name, unit, total, adds, when } = counted
  return simple({ id: 'contest', name, unit }, { made: 'sum', when }, total, (stored) => {
    const amount = adds(stored)
    return amount === 0 ? nothing : { adds: [{ metric: 'contest', facts: 1, amount }], unused: null }
  })
}

/** At an instant, epoch ms. Null where the floor has no such metric or stage. */
export const factsBehind = (numbers: Numbers, question: FactsQuestion, at: number): FactsBehind | null => {
  const { of } = question
  switch (of.kind) {
    case 'metric':
      return ofMetric(numbers, question, of)
    case 'stage':
      return ofStage(numbers, question, of)
    case 'deals':
      return ofDeals(numbers, of, at)
    case 'deal':
      return ofDeal(numbers, of, question.who.name)
    case 'contest':
      return ofContest(of)
  }
}
