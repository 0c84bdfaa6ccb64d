// How many deals were won in a period, and how much of each currency.
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { SourceDifference, WonTotals } from '../../../shared/wire/sources.ts'

/** `from` and `to` are dates, the end not in it. */
export const isWonIn = (fact: Fact, zone: Zone, from: string, to: string): boolean => {
  if (fact.type !== 'deal' || fact.status !== 'won' || !fact.closedAt) return false
  const { closedAt } = fact
  const on = closedAt.length === 10 ? closedAt : formatDay(zone.dayAt(Date.parse(closedAt)))
  return on >= from && on < to
}

export const totalsOf = (won: Iterable<Fact>): WonTotals => {
  const sums = new Map<string, number>()
  let count = 0
  for (const fact of won) {
    count += 1
    const amount = fact.type === 'deal' ? fact.amount : null
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
  }
  return {
    won: count,
    amounts: [...sums]
      .map(([currency, minor]) => ({ currency, minor }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

/** Whether both sides have the same deals, and count the same of them. */
export const sameWon = ({ theirs, ours, missing, extra }: SourceDifference): boolean => {
  const sums = ({ amounts }: WonTotals): string =>
    amounts
      .filter(({ minor }) => minor !== 0)
      .map(({ currency, minor }) => `${currency} ${minor}`)
      .toSorted()
      .join()
  return theirs.won === ours.won && sums(theirs) === sums(ours) && missing.length === 0 && extra.length === 0
}
