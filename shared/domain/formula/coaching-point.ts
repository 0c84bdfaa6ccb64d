// Where to coach: the first step that sank against the rep's own history, else the one that lags the role's median most.
import type { CoachingPoint, StepReading } from '../../wire/coaching.ts'
import type { Member } from '../people/roster.ts'
import type { Numbers } from '../standing/numbers.ts'
import type { DayRange } from '../time/calendar-date.ts'
import type { CompiledFormula } from './formula-steps.ts'
import { type Conversion, conversionWithin, hasOwnHistory } from './known-rates.ts'
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

const intervalOf = (now: Conversion, hasRate: boolean, isShare: boolean): Interval | null => {
  if (!isShare || now.value === null) return null
  // A share of value is as sure as the number of deals makes it.
  return hasRate
    ? wilson(Math.min(1, Math.max(0, now.value)) * now.attempts, now.attempts)
    : wilson(now.made, now.from)
}

interface Asked {
  readonly member: Member
  /** Of this period, up to and with today. */
  readonly days: DayRange
  readonly history: DayRange
}

const readingOf = (
  numbers: Numbers,
  compiled: CompiledFormula,
  link: number,
  { member, days, history }: Asked,
): StepReading | null => {
  const { formula, steps } = compiled
  const [before, step] = [steps[link], steps[link + 1]]
  const now = conversionWithin(numbers, compiled, link, member, 'own', days)
  if (!before || !step || !now) return null
  const past = hasOwnHistory(member, history.to)
    ? conversionWithin(numbers, compiled, link, member, 'own', history)
    : null
  const isTold = (each: Conversion | null): each is Conversion & { readonly value: number } =>
    each !== null && each.value !== null && each.attempts >= formula.leastAttempts
  const own = isTold(past) ? past.value : null
  const peers = numbers.model.roster.people.flatMap((peer) => {
    const rate = conversionWithin(numbers, compiled, link, peer, 'own', days)
    return isTold(rate) ? [rate.value] : []
  })
  const isShare = step.plan.metric.unit === before.plan.metric.unit || step.rate?.metric.unit === 'percent'
  const interval = intervalOf(now, step.rate !== null, isShare)
  const sank = isTold(now) && own !== null && isBelow(now.value, interval, own)
  return {
    metric: step.plan.metric.id,
    from: before.plan.metric.id,
    now,
    isShare,
    interval,
    own,
    role: peers.length < leastPeers ? null : median(peers),
    verdict: !isTold(now) ? 'too little to tell' : sank ? 'sank' : 'holds',
    short: sank && own !== null ? Math.max(0, own * now.from - now.made) : null,
  }
}

/** First to last. */
export const readSteps = (
  numbers: Numbers,
  compiled: CompiledFormula,
  asked: Asked,
): readonly StepReading[] =>
  compiled.steps.slice(1).flatMap((_, link) => readingOf(numbers, compiled, link, asked) ?? [])

export const coachingPointOf = (readings: readonly StepReading[]): CoachingPoint => {
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
