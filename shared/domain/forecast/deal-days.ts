// What was known of deals at the beginning of each past day: how many were open in each stage, and, once it can be told, what
// came of these within a stretch of days. Each deal costs work in proportion to its stages, whatever the number of days.
import type { Day } from '../time/calendar-date.ts'

/** A deal's life as its source dates it. Days are [from, to). */
export interface DealLife {
  /** The stages it was open in, in order; `stage` null where it is not known. */
  readonly stays: readonly { readonly stage: string | null; readonly from: Day; readonly to: Day }[]
  /** Null unless it is won. */
  readonly wonOn: Day | null
  /** In minor units of the floor's currency, of a won deal; null where nothing is known of its money. */
  readonly amountMinor: number | null
}

/** One stage at the beginning of a day: open deals, how many of them were won in the stretch, and for how much. */
export interface StageDay {
  readonly open: number
  readonly won: number
  readonly amountMinor: number
}

export interface DealDays {
  readonly stages: readonly (string | null)[]
  /** `won` and `amountMinor` may be used only where the stretch is over: they come from what happened in it. */
  at(stage: string | null, day: Day): StageDay
}

const nothing: StageDay = { open: 0, won: 0, amountMinor: 0 }

/** Sums that are added to over ranges of days, and read once all are in. */
interface Sums {
  readonly open: Float64Array
  readonly won: Float64Array
  readonly amount: Float64Array
}

/**
 * For the days [`first`, `last`]. The stretch of a day begins `ahead.from` days after it and ends before the one
 * `ahead.to` days after it.
 */
export const createDealDays = (
  deals: Iterable<DealLife>,
  first: Day,
  last: Day,
  ahead: { readonly from: number; readonly to: number },
): DealDays => {
  const size = Math.max(0, last - first + 1)
  const byStage = new Map<string | null, Sums>()
  const sumsOf = (stage: string | null): Sums => {
    const known = byStage.get(stage)
    if (known) return known
    const made = {
      open: new Float64Array(size + 1),
      won: new Float64Array(size + 1),
      amount: new Float64Array(size + 1),
    }
    byStage.set(stage, made)
    return made
  }
  /** Over the days [from, to). */
  const add = (sums: Float64Array, from: Day, to: Day, value: number): void => {
    const [start, end] = [Math.max(from, first) - first, Math.min(to, last + 1) - first]
    if (start >= end) return
    sums[start] = (sums[start] ?? 0) + value
    sums[end] = (sums[end] ?? 0) - value
  }
  for (const { stays, wonOn, amountMinor } of deals) {
    for (const { stage, from, to } of stays) {
      // It is open at the beginning of a day if it came before that day.
      const [seen, gone] = [from + 1, to + 1]
      if (seen >= gone || gone <= first || seen > last) continue
      const sums = sumsOf(stage)
      add(sums.open, seen, gone, 1)
      if (wonOn === null) continue
      const [early, late] = [Math.max(seen, wonOn - ahead.to + 1), Math.min(gone, wonOn - ahead.from + 1)]
      if (early >= late) continue
      add(sums.won, early, late, 1)
      add(sums.amount, early, late, amountMinor ?? 0)
    }
  }
  for (const { open, won, amount } of byStage.values())
    for (let index = 1; index <= size; index++) {
      open[index] = (open[index] ?? 0) + (open[index - 1] ?? 0)
      won[index] = (won[index] ?? 0) + (won[index - 1] ?? 0)
      amount[index] = (amount[index] ?? 0) + (amount[index - 1] ?? 0)
    }
  return {
    stages: [...byStage.keys()],
    at: (stage, day) => {
      const sums = byStage.get(stage)
      const index = day - first
      if (!sums || index < 0 || index >= size) return nothing
      return {
        open: sums.open[index] ?? 0,
        won: sums.won[index] ?? 0,
        amountMinor: sums.amount[index] ?? 0,
      }
    },
  }
}
