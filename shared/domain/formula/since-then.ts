// What became of a step since something was agreed about it.
import type { SinceVerdict, StepCounts } from '../../wire/coaching-talks.ts'
import type { Interval } from './wilson.ts'

/** Of an average, which has no interval: this much of what it was is a change, up or down. */
const changedAverage = 0.8

interface Asked {
  readonly before: StepCounts
  readonly since: StepCounts
  /** Of the rate since then; null for an average. */
  readonly interval: Interval | null
  /** Fewer say nothing. */
  readonly leastAttempts: number
}

/**
 * Better or worse where the whole interval of the rate since then lies beyond the rate of then; of an average, where it is
 * beyond four fifths of the other. Too few attempts, on either side, are too little to tell.
 */
export const sinceThen = ({ before, since, interval, leastAttempts }: Asked): SinceVerdict => {
  if (
    before.value === null ||
    since.value === null ||
    before.attempts < leastAttempts ||
    since.attempts < leastAttempts
  )
    return 'too little to tell'
  const isBetter =
    interval === null ? since.value * changedAverage > before.value : interval.low > before.value
  if (isBetter) return 'better'
  const isWorse =
    interval === null ? since.value < before.value * changedAverage : interval.high < before.value
  return isWorse ? 'worse' : 'no clear change'
}
