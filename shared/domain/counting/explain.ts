// What a number is made of: what each fact adds to it, found by counting the fact alone with the engine itself.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject } from '../people/roster.ts'
import { type DayRange, dayMs } from '../time/calendar-date.ts'
import type { Cell } from './counters.ts'
import { createEngine, type Engine, type Sums } from './engine.ts'
import { amountInFloorCurrency, createFloorModel, type FloorModel, uncountedCurrency } from './floor-model.ts'
import { whenOf } from './measure.ts'
import type { BasePlan } from './metric-plan.ts'
import { wholeShare } from './money.ts'
import type { RoleGroup } from './role-repeats.ts'

/** What a fact adds to one of the metrics that a number is made of. */
export interface Contribution {
  /** The id of a metric that counts facts. */
  readonly metric: string
  /** How much of the fact: 1 for the whole, less for a share of it, 2 where it counts twice. */
  readonly facts: number
  /**
   * What it adds: facts of a count, minor units of money, another number as it is. Of a mean what is averaged, in the same
   * units or in days, for the whole of the fact.
   */
  readonly amount: number
}

/** Why a fact that a metric asks for adds nothing. */
export type Unused = 'no-date' | 'no-rate' | 'unknown' | 'aside' | 'left-out'

export interface Explained {
  readonly adds: readonly Contribution[]
  /** Null where it adds something, or where nothing of the metric's asks for it in these days. */
  readonly unused: Unused | null
}

/** What facts are counted for: a metric, or a part of how deals come through a stage. */
export type Counted = Pick<Metric, 'id' | 'name' | 'unit'>

export interface Explainer {
  /** The metrics that count facts and that the number is made of, in the floor file's order. */
  readonly bases: readonly { readonly metric: Counted; readonly plan: BasePlan }[]
  /** What a fact that stands adds. */
  of(stored: StoredFact): Explained
}

const allDays: DayRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** The metric with all that it is computed from. */
const needed = (file: FloorFile, id: string): ReadonlySet<string> => {
  const found = new Set<string>()
  const add = (next: string): void => {
    const metric = file.metrics.find((each) => each.id === next)
    if (metric === undefined || found.has(next)) return
    found.add(next)
    if ('ratio' in metric.of) metric.of.ratio.forEach(add)
    else if ('points' in metric.of) for (const [part] of metric.of.points) add(part)
  }
  add(id)
  return found
}

const amountIn = ({ measure }: BasePlan, { weight, amount }: Sums): number => {
  const facts = weight / wholeShare
  switch (measure.kind) {
    case 'count':
      return facts
    case 'sum':
      return amount / measure.scale
    case 'mean':
      return amount / measure.scale / facts
    case 'meanDays':
    case 'meanStay':
      return amount / dayMs / facts
  }
}

/** Facts that have a value in a field that the floor breaks numbers down by. */
export interface FieldFilter {
  readonly name: string
  /** Empty: facts that lack it. */
  readonly value: string
  /** Whether the floor counts a value by itself, and not among the others together. */
  readonly isCounted: (value: string) => boolean
}

/** An engine that has seen so many values of a field is made anew: at a thousand it would gather them. */
const mostValuesSeen = 400

/** The engine of one fact at a time; with it, what it adds where a field has the value. */
interface Alone {
  engine(): Engine
  amountOf(plan: BasePlan, cells: readonly Cell[], sums: Sums): Sums
}

const wholeFact = (): Omit<Alone, 'engine'> => ({ amountOf: (_plan, _cells, sums) => sums })

const nothingOf: Sums = { weight: 0, amount: 0 }

const createAlone = (model: FloorModel, field: FieldFilter | undefined): Alone => {
  let engine = createEngine(model)
  if (field === undefined) return { engine: () => engine, ...wholeFact() }
  const { name, value, isCounted } = field
  const valuesIn = (plan: BasePlan, cells: readonly Cell[]): readonly string[] =>
    isCounted(value)
      ? [value]
      : (engine.valuesOf(name) ?? []).filter(
          (each) => !isCounted(each) && engine.countsWith(name, each, plan.index, cells),
        )
  return {
    engine: () => {
      if ((engine.valuesOf(name)?.length ?? 0) > mostValuesSeen) engine = createEngine(model)
      return engine
    },
    amountOf: (plan, cells, sums) => {
      const [own] = valuesIn(plan, cells)
      if (own === undefined || !engine.countsWith(name, own, plan.index, cells)) return nothingOf
      const amount = engine.valueWith(name, own, plan.index, cells) ?? 0
      const { measure } = plan
      if (measure.kind === 'count') return { weight: amount * wholeShare, amount: 0 }
      return measure.kind === 'sum' ? { ...sums, amount: amount * measure.scale } : sums
    },
  }
}

/**
 * `cells` and `group` as for `Engine.value`, of the same floor; with a `field`, cells of teams and the org. Null where it
 * has no such metric.
 */
export const createExplainer = (
  { file }: Pick<FloorModel, 'file'>,
  metric: string,
  cells: readonly Cell[],
  group?: RoleGroup,
  field?: FieldFilter,
): Explainer | null => {
  const ids = needed(file, metric)
  if (ids.size === 0) return null
  // The same people and teams, and so the same subjects; funnels and other metrics would be counted for nothing.
  const model = createFloorModel({
    ...file,
    floor: { ...file.floor, breakdowns: field === undefined ? [] : [field.name] },
    boards: [],
    metrics: file.metrics.filter(({ id }) => ids.has(id)),
  })
  const bases = model.metrics.flatMap((plan) =>
    plan.base === null ? [] : [{ metric: plan.metric, plan: plan.base }],
  )
  return explainerOf(model, bases, cells, group, field)
}

/** What of a stage: the deals that left it, those of them that went on, or the days that they had been there. */
export type StagePart = 'left' | 'wentOn' | 'days'

/** The same of a part of the floor's funnel, by the stage's place. Null where it has no such stage. */
export const createStageExplainer = (
  { file, flow }: Pick<FloorModel, 'file' | 'flow'>,
  { stage, part, name }: { readonly stage: number; readonly part: StagePart; readonly name: string },
  cells: readonly Cell[],
  group?: RoleGroup,
): Explainer | null => {
  if (flow.stages[stage] === undefined) return null
  const model = createFloorModel({
    ...file,
    floor: { ...file.floor, breakdowns: [] },
    boards: file.boards.filter(({ kind }) => kind === 'funnel'),
    metrics: [],
  })
  const plan = model.flow.stages[stage]?.[part]
  if (plan === undefined) return null
  const unit = part === 'days' ? 'days' : 'count'
  return explainerOf(model, [{ metric: { id: `stage ${stage} ${part}`, name, unit }, plan }], cells, group)
}

const explainerOf = (
  model: FloorModel,
  bases: Explainer['bases'],
  cells: readonly Cell[],
  group: RoleGroup | undefined,
  field?: FieldFilter,
): Explainer => {
  const { file } = model
  const alone = createAlone(model, field)
  let engine = alone.engine()
  const { takenFrom } = file.floor
  const hasNobody = file.corrections.some(({ kind }) => kind === 'nobody' || kind === 'left-out')
  /** Counts what stands aside as well, to tell what of it would be in the number. */
  const ofEverySource =
    takenFrom.length === 0 && !hasNobody
      ? null
      : createEngine(
          createFloorModel({
            ...model.file,
            floor: { ...file.floor, takenFrom: [] },
            corrections: file.corrections.filter(({ kind }) => kind !== 'nobody' && kind !== 'left-out'),
          }),
        )
  const days = cells[0]?.days ?? allDays
  const orgIn = (of: DayRange): readonly Cell[] => [{ subject: orgSubject, days: of }]
  const counts = (of: readonly Cell[]): boolean =>
    bases.some(({ plan }) => engine.sums(plan.index, of).weight !== 0)

  const standsAside = (stored: StoredFact): boolean => {
    if (ofEverySource === null || engine.asideOf(stored.fact.source) === 0) return false
    ofEverySource.apply(null, stored, 0)
    const would = bases.some(({ plan }) => ofEverySource.sums(plan.index, cells, group).weight !== 0)
    ofEverySource.apply(stored, null, 0)
    return would
  }

  /** Asked once it is counted, and adds nothing to the number. */
  const unusedBecause = (written: StoredFact): Unused | null => {
    const { fact } = model.corrections.read(written)
    if (engine.asideOf(fact.source) > 0) {
      if (!standsAside(written)) return null
      if (model.corrections.isLeftOut(fact)) return 'left-out'
      return model.corrections.goesNowhere(fact) ? 'unknown' : 'aside'
    }
    const knowsNobody = fact.credits.every(({ rep }) => model.roster.find(rep) === null)
    if (counts(orgIn(days))) return knowsNobody ? 'unknown' : null
    const itself = { fact, event: null, amountMinor: amountInFloorCurrency(model, fact) }
    const asks = bases.filter(({ plan }) => plan.from === fact.type && plan.test(itself))
    if (asks.length === 0) return null
    if (asks.every(({ plan }) => whenOf(fact, null, plan.date) === null)) return 'no-date'
    const needsRate = asks.some(({ plan }) => plan.measure.kind !== 'count')
    return needsRate && uncountedCurrency(model, fact) !== null ? 'no-rate' : null
  }

  return {
    bases,
    of: (stored) => {
      engine = alone.engine()
      engine.apply(null, stored, 0)
      const adds = bases.flatMap(({ metric: { id }, plan }): Contribution[] => {
        const sums = alone.amountOf(plan, cells, engine.sums(plan.index, cells, group))
        if (sums.weight === 0) return []
        return [{ metric: id, facts: sums.weight / wholeShare, amount: amountIn(plan, sums) }]
      })
      // Facts of another value of the field are not missing from this one.
      const unused = adds.length === 0 && field === undefined ? unusedBecause(stored) : null
      engine.apply(stored, null, 0)
      return { adds, unused }
    },
  }
}
