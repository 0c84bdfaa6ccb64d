// What a number is made of: what each fact adds to it, found by counting the fact alone with the engine itself.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { orgSubject } from '../people/roster.ts'
import { type DayRange, dayMs } from '../time/calendar-date.ts'
import type { Cell } from './counters.ts'
import { createEngine, type Sums } from './engine.ts'
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

export interface Explainer {
  /** The metrics that count facts and that the number is made of, in the floor file's order. */
  readonly bases: readonly { readonly metric: Metric; readonly plan: BasePlan }[]
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

/** `cells` and `group` as for `Engine.value`, of the same floor. Null where it has no such metric. */
export const createExplainer = (
  { file }: Pick<FloorModel, 'file'>,
  metric: string,
  cells: readonly Cell[],
  group?: RoleGroup,
): Explainer | null => {
  const ids = needed(file, metric)
  if (ids.size === 0) return null
  // The same people and teams, and so the same subjects; funnels and other metrics would be counted for nothing.
  const model = createFloorModel({
    ...file,
    boards: [],
    metrics: file.metrics.filter(({ id }) => ids.has(id)),
  })
  const engine = createEngine(model)
  const bases = model.metrics.flatMap((plan) =>
    plan.base === null ? [] : [{ metric: plan.metric, plan: plan.base }],
  )
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
      engine.apply(null, stored, 0)
      const adds = bases.flatMap(({ metric: { id }, plan }): Contribution[] => {
        const sums = engine.sums(plan.index, cells, group)
        if (sums.weight === 0) return []
        return [{ metric: id, facts: sums.weight / wholeShare, amount: amountIn(plan, sums) }]
      })
      const unused = adds.length === 0 ? unusedBecause(stored) : null
      engine.apply(stored, null, 0)
      return { adds, unused }
    },
  }
}
