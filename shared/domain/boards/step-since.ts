// How a step stands when something is agreed about it, and what became of it since.
import type { StepCounts, StepSince } from '../../wire/coaching-talks.ts'
import { intervalOf, isShareOf } from '../formula/coaching-point.ts'
import { periodOf } from '../formula/draw-plan.ts'
import { conversionOf, countedBy } from '../formula/known-rates.ts'
import { sinceThen } from '../formula/since-then.ts'
import type { Numbers } from '../standing/numbers.ts'
import { type DayRange, intersect } from '../time/calendar-date.ts'
import { viewMetric } from './board-head.ts'
import { coachedOf } from './coaching-answer.ts'

/** Instants are epoch ms. */
interface Asked {
  readonly person: string
  /** The metric that the step leads to. */
  readonly metric: string
  readonly ms: number
}

/** Null where their role has no such step. `days`: those of the person's own clock, within the role. */
const stepIn = (floorNumbers: Numbers, { person, metric, ms }: Asked) => {
  const coached = coachedOf(floorNumbers, person, ms)
  const steps = coached?.compiled.steps ?? []
  const at = steps.findIndex(({ plan }) => plan.metric.id === metric)
  const [before, step] = [steps[at - 1], steps[at]]
  if (!coached || !before || !step) return null
  const { compiled, member } = coached
  const numbers = floorNumbers.about([member.subject])
  const within = { team: null, role: compiled.formula.role }
  const countsOf = (days: DayRange): StepCounts =>
    conversionOf(numbers, before, step, numbers.cellsOf(member.subject, days, within))
  return { numbers, compiled, before, step, countsOf }
}

/** Of this period, up to and with today: what is kept when something is agreed. */
export const stepThen = (floorNumbers: Numbers, asked: Asked): StepCounts | null => {
  const found = stepIn(floorNumbers, asked)
  if (!found) return null
  const { numbers, compiled, countsOf } = found
  const period = numbers.daysOf(periodOf(compiled), asked.ms)
  return countsOf(intersect(period, { from: period.from, to: numbers.todayAt(asked.ms) + 1 }))
}

/** Of the days after the one of `at`, today included: no day is counted twice. */
export const stepSince = (
  floorNumbers: Numbers,
  asked: Asked,
  { before, at }: { readonly before: StepCounts; readonly at: number },
): StepSince | null => {
  const found = stepIn(floorNumbers, asked)
  if (!found) return null
  const { numbers, compiled, before: previous, step, countsOf } = found
  const since = countsOf({ from: numbers.todayAt(at) + 1, to: numbers.todayAt(asked.ms) + 1 })
  const counted = countedBy(numbers.model, previous, step)
  const isShare = isShareOf(previous, step)
  const interval = intervalOf(since, step.rate !== null, isShare)
  const { leastAttempts } = compiled.formula
  return {
    metric: viewMetric(step.plan),
    from: viewMetric(previous.plan),
    counted: { made: viewMetric(counted.made), from: viewMetric(counted.from) },
    isShare,
    before,
    since,
    interval,
    verdict: sinceThen({ before, since, interval, leastAttempts }),
  }
}
