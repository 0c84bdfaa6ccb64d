// Three ways to say what is still to come in a stretch of days. Each looks only at what is dated before the day it is asked
// on, so that a past day gets the answer that it would have had then.
import type { Day, DayRange } from '../time/calendar-date.ts'
import { createDealDays } from './deal-days.ts'
import type { ForecastPast } from './forecast-past.ts'

/** The stretch of a day: from `from` days after it, to before the day that is `to` days after it. */
export interface Ahead {
  readonly from: number
  readonly to: number
}

export type MethodId = 'run-rate' | 'pipeline' | 'same-weeks'

/** What an estimate stands on. Amounts in the metric's unit. */
export type RestsOn =
  | { readonly method: 'run-rate'; readonly amount: number; readonly workingDays: number }
  | {
      readonly method: 'pipeline'
      /** Open deals by stage; of `seen` earlier ones (a deal counts once for each week in which it was there) `won` were won in time. */
      readonly stages: readonly {
        readonly stage: string | null
        readonly open: number
        readonly seen: number
        readonly won: number
      }[]
      /** What is expected of the open deals, and of deals that are not there yet. */
      readonly ofOpen: number
      readonly ofNew: number
    }
  /** In the same weeks of earlier periods, the nearest first. */
  | { readonly method: 'same-weeks'; readonly amounts: readonly number[] }

export interface Estimate {
  readonly amount: number
  readonly on: RestsOn
}

/** Why a method says nothing. */
export type NoEstimate = 'too short' | 'no working days' | 'no deals' | 'no earlier period'

export interface Method {
  readonly id: MethodId
  at(day: Day): Estimate | NoEstimate
}

/** A year: what is older says little of how a floor sells now. */
const longestLook = 365
/** How many earlier periods are compared: two years of quarters. */
const mostPeriods = 8
/** Past days are looked at in steps of a week, so that each is the same day of the week as the one asked on. */
export const stepDays = 7
/** A stage-to-won rate rests on at least so many weeks. */
const leastWeeks = 4

export const isEstimate = (said: Estimate | NoEstimate): said is Estimate => typeof said === 'object'

const stretch = (day: Day, { from, to }: Ahead): DayRange => ({ from: day + from, to: day + to })

/** What came in a working day over the `back` days before, for each working day of the stretch. */
export const runRate = (past: ForecastPast, ahead: Ahead, back: number): Method => ({
  id: 'run-rate',
  at: (day) => {
    const behind = { from: day - back, to: day }
    if (behind.from < past.first) return 'too short'
    const workingDays = past.workingDaysIn(behind)
    if (workingDays === 0) return 'no working days'
    const amount = past.amountIn(behind)
    return {
      amount: (amount / workingDays) * past.workingDaysIn(stretch(day, ahead)),
      on: { method: 'run-rate', amount, workingDays },
    }
  },
})

/** The mean of the same days of earlier periods: those that were as far from their period's end. */
export const sameWeeks = (past: ForecastPast, ahead: Ahead): Method => ({
  id: 'same-weeks',
  at: (day) => {
    const target = stretch(day, ahead)
    const { to } = past.periodAt(target.from, 0)
    const amounts: number[] = []
    for (let back = 1; back <= mostPeriods; back++) {
      const from = past.periodAt(target.from, -back).to - (to - target.from)
      const days = { from, to: from + target.to - target.from }
      if (days.from < past.first) break
      // Of a stretch longer than a period the nearest one is not over yet.
      if (days.to <= day) amounts.push(past.amountIn(days))
    }
    if (amounts.length === 0) return 'no earlier period'
    const amount = amounts.reduce((sum, each) => sum + each, 0) / amounts.length
    return { amount, on: { method: 'same-weeks', amounts } }
  },
})

/**
 * Open deals by stage, at what deals in that stage brought within as many days in the past year, and what came of deals that
 * were not there yet. By what they brought and not by their amounts: what an open deal was said to be worth on a past day is
 * not known any more, so such a method could not be looked back on.
 */
export const stagePipeline = (past: ForecastPast, ahead: Ahead): Method => {
  const days = createDealDays(past.deals, past.first, past.today, ahead)
  return {
    id: 'pipeline',
    at: (day) => {
      const seen = new Map(days.stages.map((stage) => [stage, { open: 0, won: 0, amount: 0 }]))
      let weeks = 0
      let ofOthers = 0
      for (
        let then = day - ahead.to;
        then > past.first && then >= day - ahead.to - longestLook;
        then -= stepDays
      ) {
        weeks += 1
        ofOthers += past.amountIn(stretch(then, ahead))
        for (const [stage, sums] of seen) {
          const { open, won, amountMinor } = days.at(stage, then)
          sums.open += open
          sums.won += won
          sums.amount += amountMinor
          ofOthers -= amountMinor
        }
      }
      if (weeks < leastWeeks) return 'too short'
      const stages = [...seen].flatMap(([stage, sums]) => {
        const { open } = days.at(stage, day)
        return open === 0 ? [] : [{ stage, open, sums }]
      })
      if (stages.length === 0) return 'no deals'
      const ofOpen = stages.reduce(
        (sum, { open, sums }) => sum + (sums.open === 0 ? 0 : (open * sums.amount) / sums.open),
        0,
      )
      // Below 0 where deals bring more than the metric counts of them, such as a share.
      const ofNew = ofOthers / weeks
      return {
        amount: Math.max(0, ofOpen + ofNew),
        on: {
          method: 'pipeline',
          stages: stages.map(({ stage, open, sums }) => ({ stage, open, seen: sums.open, won: sums.won })),
          ofOpen,
          ofNew,
        },
      }
    },
  }
}
