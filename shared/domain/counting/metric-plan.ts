// The floor's metrics, compiled: base metrics, which count facts, and ratios and points computed from them.
import type { ConversationRule } from '../../wire/conversation.ts'
import type { Base, DateField, FloorFile, Metric } from '../../wire/floor.ts'
import { foldedName } from '../people/name-key.ts'
import { type Day, type DayRange, includes, parseDay } from '../time/calendar-date.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { compileCondition, createReader, type Occurrence, type Predicate, type Reader } from './condition.ts'
import { conversationField, createIsConversation } from './conversation.ts'
import { dealSorts, type FactSort } from './standing-facts.ts'
import { createWeigh, type Weigh } from './weighted-amount.ts'

/** Number fields other than money are counted in thousandths, so that sums are exact whatever their order. */
const numberScale = 1000

export type BaseMeasure =
  | { readonly kind: 'count' }
  /** `read` gives integers: minor units, or thousandths. */
  | {
      readonly kind: 'sum' | 'mean'
      readonly read: (occurrence: Occurrence) => number | null
      readonly scale: number
    }
  | { readonly kind: 'meanDays'; readonly from: DateField; readonly to: DateField }
  /** How long a deal was in the stage that it left by an event. */
  | { readonly kind: 'meanStay' }

export interface BasePlan {
  readonly index: number
  readonly from: 'activity' | 'deal'
  /** The kinds of activity that can match; null for any. */
  readonly kinds: readonly string[] | null
  readonly test: Predicate
  /** What has to stand, at any date, for its numbers to say something: all sorts of facts of which it could be made. */
  readonly about: readonly FactSort[]
  /** Credits that count; null for all. */
  readonly credit: 'owner' | 'assist' | null
  readonly date: DateField
  readonly measure: BaseMeasure
  /** The days on which it counts so; null: all, also what has no date. */
  readonly days: DayRange | null
}

export type DerivedPlan =
  | { readonly kind: 'ratio'; readonly above: number; readonly below: number }
  /** `perUnit`: how much of a metric's value is one unit as people count it, such as 100 cents. */
  | {
      readonly kind: 'points'
      readonly parts: readonly {
        readonly metric: number
        readonly weight: number
        readonly perUnit: number
      }[]
    }

export interface MetricPlan {
  readonly index: number
  readonly metric: Metric
  /** As it counts now. */
  readonly base: BasePlan | null
  /** As it counted before, under the same index. */
  readonly earlier: readonly BasePlan[]
  readonly derived: DerivedPlan | null
  /** Indexes of the base metrics that it is computed from. */
  readonly bases: readonly number[]
  /** What its base metrics are about, together. */
  readonly about: readonly FactSort[]
  /** Adds up over a window, so that it has a pace: counts, sums, and points made of them. */
  readonly additive: boolean
}

const aboutAll = (plans: readonly Pick<MetricPlan, 'about'>[]): readonly FactSort[] => [
  ...new Set(plans.flatMap(({ about }) => about)),
]

/** The base metrics of several plans, each once. */
export const basesOf = (plans: readonly Pick<MetricPlan, 'bases'>[]): readonly number[] => [
  ...new Set(plans.flatMap(({ bases }) => bases)),
]

const baseMeasure = (measure: Base['measure'], minorPerUnit: number, weigh: Weigh): BaseMeasure => {
  if (measure === 'count') return { kind: 'count' }
  if ('meanDays' in measure) return { kind: 'meanDays', from: measure.meanDays[0], to: measure.meanDays[1] }
  const [kind, field] = 'sum' in measure ? (['sum', measure.sum] as const) : (['mean', measure.mean] as const)
  if (field === 'amount') return { kind, read: ({ amountMinor }) => amountMinor, scale: 1 }
  if (field === 'weightedAmount') return { kind, read: weigh, scale: 1 }
  const read: Reader | null = createReader(field, minorPerUnit)
  return {
    kind,
    scale: numberScale,
    read: (occurrence) => {
      const value = read?.(occurrence)
      if (typeof value !== 'number') return null
      const scaled = Math.round(value * numberScale)
      return Number.isSafeInteger(scaled) ? scaled : null
    },
  }
}

/** Events of history are the deals'; a deal's own status is the only condition that tells what there could be to count. */
const aboutOf = ({ from, where }: Base, kinds: readonly string[] | null): readonly FactSort[] => {
  if (from === 'activity') {
    const events = kinds?.filter((kind) => kind.startsWith('deal.')) ?? []
    const others = kinds === null || events.length < kinds.length
    return [...(others ? (['activity'] as const) : []), ...(events.length > 0 ? dealSorts : [])]
  }
  const asked = where.filter(({ field }) => field === 'status')
  return dealSorts.filter((status) =>
    asked.every((each) => compileCondition(each, () => status)(anyDeal(status))),
  )
}

const anyDeal = (status: FactSort): Occurrence => ({
  fact: {
    type: 'deal',
    source: '',
    id: '',
    status: status === 'activity' ? 'open' : status,
    credits: [],
  },
  event: null,
  amountMinor: null,
})

const conversationReader = (rule: ConversationRule): Reader => {
  const isConversation = createIsConversation(rule)
  return ({ fact }) => isConversation(fact)
}

/** What passes conditions, and what of it can pass at all. */
export type OccurrenceTest = Pick<BasePlan, 'from' | 'kinds' | 'test' | 'credit'>

export const compileOccurrenceTest = (
  of: Pick<Base, 'from' | 'where'>,
  minorPerUnit: number,
  conversations: ConversationRule,
): OccurrenceTest => {
  const credit = of.where.find((condition) => condition.field === 'credit')?.is
  const tests = of.where
    .filter((condition) => condition.field !== 'credit')
    .flatMap((condition) => {
      const read =
        condition.field === conversationField
          ? conversationReader(conversations)
          : createReader(condition.field, minorPerUnit)
      return read ? [compileCondition(condition, read)] : []
    })
  const [first, second] = tests
  const test: Predicate =
    first === undefined
      ? () => true
      : second === undefined
        ? first
        : (occurrence) => tests.every((passes) => passes(occurrence))
  const byKind =
    of.from === 'activity'
      ? of.where.find(({ field, is, in: any }) => field === 'kind' && (is ?? any) !== undefined)
      : undefined
  const kinds = byKind ? (byKind.in ?? [byKind.is]).map((kind) => foldedName(String(kind))) : null
  return {
    from: of.from,
    kinds,
    test,
    credit: credit === 'owner' || credit === 'assist' ? credit : null,
  }
}

/** Whether something counts by this definition: on its day, for the first who is credited. */
export const holdsOn = ({ days }: Pick<BasePlan, 'days'>, day: Day): boolean =>
  days === null || includes(days, day)

const noEarlier: readonly BasePlan[] = []

/** The days of each definition of a metric, the one that stands last; what has no date counts by that one. */
export const definitionDays = ({ since, earlier = [] }: Pick<Metric, 'since' | 'earlier'>): DayRange[] => {
  const begins = [...earlier.map((each) => each.since), since].map((date, index) =>
    index === 0 || date === undefined ? Number.NEGATIVE_INFINITY : parseDay(date),
  )
  return begins.map((from, index) => ({ from, to: begins[index + 1] ?? Number.POSITIVE_INFINITY }))
}

const compileBase = (
  index: number,
  of: Base,
  days: DayRange | null,
  minorPerUnit: number,
  weigh: Weigh,
  conversations: ConversationRule,
): BasePlan => {
  const tested = compileOccurrenceTest(of, minorPerUnit, conversations)
  return {
    index,
    ...tested,
    about: aboutOf(of, tested.kinds),
    date: of.date,
    measure: baseMeasure(of.measure, minorPerUnit, weigh),
    days,
  }
}

/** In the floor file's order. `file` has no faults, so no metric is computed from itself. */
export const compileMetrics = (file: FloorFile): readonly MetricPlan[] => {
  const minorPerUnit = 10 ** exponentOf(file.floor.currency)
  const weigh = createWeigh(file.floor.stageProbabilities)
  const indexOf = new Map(file.metrics.map((metric, index) => [metric.id, index]))
  const plans: (MetricPlan | undefined)[] = []

  const compile = (index: number): MetricPlan | undefined => {
    const known = plans[index]
    const metric = file.metrics[index]
    if (known || !metric) return known
    const plan = compileOne(index, metric)
    plans[index] = plan
    return plan
  }

  const compileOne = (index: number, metric: Metric): MetricPlan => {
    const { of } = metric
    if ('from' in of) {
      const { earlier: before = [] } = metric
      const days = before.length === 0 ? [] : definitionDays(metric)
      const base = compileBase(index, of, days.at(-1) ?? null, minorPerUnit, weigh, file.floor.conversations)
      const earlier = before.map((each, at) =>
        compileBase(index, each.of, days[at] ?? null, minorPerUnit, weigh, file.floor.conversations),
      )
      const additive = base.measure.kind === 'count' || base.measure.kind === 'sum'
      const about = aboutAll([base, ...earlier])
      return { index, metric, base, earlier, derived: null, bases: [index], about, additive }
    }
    const parts = 'ratio' in of ? of.ratio : of.points.map(([id]) => id)
    const plansOfParts = parts.flatMap((id) => compile(indexOf.get(id) ?? -1) ?? [])
    const bases = basesOf(plansOfParts)
    const about = aboutAll(plansOfParts)
    if ('ratio' in of) {
      const [above, below] = plansOfParts
      const derived = { kind: 'ratio', above: above?.index ?? -1, below: below?.index ?? -1 } as const
      return { index, metric, base: null, earlier: noEarlier, derived, bases, about, additive: false }
    }
    const weighted = plansOfParts.map((part, i) => ({
      metric: part.index,
      weight: of.points[i]?.[1] ?? 0,
      perUnit: part.metric.unit === 'money' ? minorPerUnit : 1,
    }))
    const additive = plansOfParts.every((part) => part.additive)
    const derived = { kind: 'points', parts: weighted } as const
    return { index, metric, base: null, earlier: noEarlier, derived, bases, about, additive }
  }

  file.metrics.forEach((_, index) => {
    compile(index)
  })
  return plans.flatMap((plan) => plan ?? [])
}
