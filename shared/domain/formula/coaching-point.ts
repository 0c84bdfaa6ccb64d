// Where to coach: the first step that sank against the rep's own history, else the one that lags the role's median most.
import type { CoachingPoint, StepReading } from '../../wire/coaching.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import type { MetricPlan } from '../counting/metric-plan.ts'
import type { Member } from '../people/roster.ts'
import type { DayRange } from '../time/calendar-date.ts'
import type { CompiledFormula, Step } from './formula-steps.ts'
import { type Conversion, type Conversions, countedBy, hasOwnHistory } from './known-rates.ts'
import { type Interval, wilson } from './wilson.ts'

/** Where a rate is no share and so has no interval: an average that is this much of its history has sunk. */
const sunkenAverage = 0.8

/** Of fewer people a median is somebody's own rate. */
const leastPeers = 3

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Whether a rate is so far below another that it is no chance. */
const isBelow = (value: number, interval: Interval | null, other: number): boolean =>
  interval === null ? value < other * sunkenAverage : interval.high < other

/** Whether the rate of a step is a share, 0 to 1, and not an amount for each piece. */
export const isShareOf = (before: Step, step: Step): boolean =>
  step.rate === null ? step.plan.metric.unit === before.plan.metric.unit : step.rate.metric.unit === 'percent'

/** Where the true rate of a step lies; null for an average. `hasRate`: whether the formula names a ratio for it. */
export const intervalOf = (now: Conversion, hasRate: boolean, isShare: boolean): Interval | null => {
  if (!isShare || now.value === null) return null
  // A share of value is as sure as the number of deals makes it.
  return hasRate
    ? wilson(Math.min(1, Math.max(0, now.value)) * now.attempts, now.attempts)
    : wilson(now.made, now.from)
}

interface Asked {
  readonly member: Member
  /** Of this period, up to and with today. */
  readonly now: Conversions
  /** Of the days of the history. */
  readonly past: Conversions
  readonly history: DayRange
}

/** What was read of a step, with the metrics that were counted for it. */
export type CountedReading = Omit<StepReading, 'counted'> & {
  readonly counted: { readonly made: MetricPlan; readonly from: MetricPlan }
}

type Told = Conversion & { readonly value: number }

const isTold = (each: Conversion | null, { leastAttempts }: CompiledFormula['formula']): each is Told =>
  each !== null && each.value !== null && each.attempts >= leastAttempts

/** A cache: of a list of people each asks for the same medians, which are as many rates as there are people. */
const knownMedians = new WeakMap<Conversions, Map<number, number | null>>()

/** Of link `link` in this period; null where too few have a rate. */
const medianOf = (
  model: FloorModel,
  { formula }: CompiledFormula,
  inPeriod: Conversions,
  link: number,
): number | null => {
  const medians = knownMedians.get(inPeriod) ?? new Map<number, number | null>()
  knownMedians.set(inPeriod, medians)
  const known = medians.get(link)
  if (known !== undefined) return known
  const rates = model.roster.people.flatMap((peer) => {
    const rate = inPeriod.of(link, peer, 'own')
    return isTold(rate, formula) ? [rate.value] : []
  })
  const found = rates.length < leastPeers ? null : median(rates)
  medians.set(link, found)
  return found
}

/** First to last. The role's median is looked for among all people of the floor. */
export const readSteps = (
  model: FloorModel,
  compiled: CompiledFormula,
  { member, now: inPeriod, past, history }: Asked,
): readonly CountedReading[] => {
  const { formula, steps } = compiled
  return steps.slice(1).flatMap((step, link): CountedReading[] => {
    const before = steps[link]
    const now = inPeriod.of(link, member, 'own')
    if (!before || !now) return []
    const earlier = hasOwnHistory(member, history.to) ? past.of(link, member, 'own') : null
    const own = isTold(earlier, formula) ? earlier.value : null
    const { made, from } = countedBy(model, before, step)
    const isShare = isShareOf(before, step)
    const interval = intervalOf(now, step.rate !== null, isShare)
    const sank = isTold(now, formula) && own !== null && isBelow(now.value, interval, own)
    return [
      {
        metric: step.plan.metric.id,
        from: before.plan.metric.id,
        now,
        counted: { made, from },
        isShare,
        interval,
        own,
        role: medianOf(model, compiled, inPeriod, link),
        verdict: !isTold(now, formula) ? 'too little to tell' : sank ? 'sank' : 'holds',
        short: sank && own !== null ? Math.max(0, own * now.from - now.made) : null,
      },
    ]
  })
}

export const coachingPointOf = (readings: readonly Omit<StepReading, 'counted'>[]): CoachingPoint => {
  const sunk = readings.findIndex(({ verdict }) => verdict === 'sank')
  if (sunk !== -1) return { kind: 'sank', link: sunk }
  const behind = readings
    .map(({ now, interval, role, verdict }, link) => ({
      link,
      share:
        verdict !== 'too little to tell' &&
        role !== null &&
        role > 0 &&
        now.value !== null &&
        isBelow(now.value, interval, role)
          ? now.value / role
          : 1,
    }))
    .filter(({ share }) => share < 1)
    .sort((a, b) => a.share - b.share)
  const [worst] = behind
  if (worst) return { kind: 'lags', link: worst.link }
  return { kind: readings.some(({ verdict }) => verdict === 'holds') ? 'holds' : 'too little to tell' }
}
