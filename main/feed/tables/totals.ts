// How many deals were won, or activities done, in a period, and how much of each currency.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { TableTotals } from '../../../shared/wire/tables.ts'
import { isWonIn } from '../connectors/won-totals.ts'

/** `from` and `to` are dates, the end not in it. */
export interface Period {
  readonly zone: Zone
  readonly from: string
  readonly to: string
}

export interface LabelledPeriod extends Period {
  /** As people call it. */
  readonly label: string
}

/** The floor's own month, as of an instant in epoch ms. */
export const monthSoFar = ({ calendar, roster }: FloorModel, at: number): LabelledPeriod => {
  const zone = roster.floorZone
  const today = zone.dayAt(at)
  const { from, to } = calendar.period('month', today, 0)
  const label = calendar.label({ kind: 'period', grain: 'month', offset: 0 }, today)
  return { zone, from: formatDay(from), to: formatDay(to), label }
}

/** Won in it; of activities, done in it. */
export const countsIn = (fact: Fact, { zone, from, to }: Period): boolean => {
  if (fact.type === 'deal') return isWonIn(fact, zone, from, to)
  const on = fact.at.length === 10 ? fact.at : formatDay(zone.dayAt(Date.parse(fact.at)))
  return on >= from && on < to
}

export interface Tally {
  add(fact: Fact): void
  totals(): TableTotals
}

export const createTally = (): Tally => {
  const sums = new Map<string, number>()
  let count = 0
  return {
    add: (fact) => {
      count += 1
      const amount = fact.type === 'deal' ? fact.amount : null
      if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
    },
    totals: () => ({
      count,
      amounts: [...sums]
        .map(([currency, minor]) => ({ currency, minor }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    }),
  }
}
