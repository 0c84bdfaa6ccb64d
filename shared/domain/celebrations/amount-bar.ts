// The amount that a deal has to have: a fixed one, or one that only so many deals of the last 90 days went beyond.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { toMinor } from '../counting/money.ts'
import type { RecentWin } from '../counting/recent-wins.ts'
import { type Member, roleOn, type SubjectIndex, stayOn } from '../people/roster.ts'
import type { Day } from '../time/calendar-date.ts'

type Over = Extract<CelebrationRule['on'], { from: unknown }>['over']

/** Fewer deals to compare with say nothing. */
export const leastDeals = 5

const comparedDays = 90

/** A deal that is held against others. */
export interface ComparedDeal {
  readonly source: string
  readonly id: string
  readonly closer: Member
  readonly closedOn: Day
  /** Of the floor's breakdowns, in their order. */
  readonly values: readonly string[]
}

/**
 * The least amount above the share `percentile` of these amounts (nearest rank), minor units; null where they are fewer than
 * {@link leastDeals}. Deals that are all alike go beyond nothing.
 */
export const barOver = (amounts: readonly number[], percentile: number): number | null => {
  if (amounts.length < leastDeals) return null
  const sorted = Float64Array.from(amounts).sort()
  const rank = Math.ceil(percentile * sorted.length)
  return (sorted[Math.min(rank, sorted.length) - 1] ?? 0) + 1
}

/**
 * The least amount of a deal that a rule asks for, minor units. `any`: it asks for none. Null: there is nothing to compare
 * with yet, so that no deal is over it. `wins`: won deals, of which those with money and without the deal itself count.
 */
export const createAmountBar = ({ file, roster }: Pick<FloorModel, 'file' | 'roster'>, over: Over) => {
  if (over === undefined) return (): 'any' => 'any'
  if (typeof over === 'number') {
    const fixed = Math.max(1, toMinor(over, file.floor.currency))
    return (): number => fixed
  }
  const { percentile, of } = over
  const field = typeof of === 'object' ? file.floor.breakdowns.indexOf(of.field) : -1
  const teamOf = (member: Member, day: Day): SubjectIndex | null => stayOn(member, day).team

  const isLike = (deal: ComparedDeal): ((win: RecentWin) => boolean) => {
    if (typeof of === 'object') {
      const value = deal.values[field]
      return (win) => win.values[field] === value
    }
    if (of === 'floor') return () => true
    if (of === 'rep') return ({ subject }) => subject === deal.closer.subject
    const own = of === 'team' ? teamOf(deal.closer, deal.closedOn) : roleOn(deal.closer, deal.closedOn)
    return ({ subject, closedOn }) => {
      const other = roster.personAt(subject)
      if (other === null) return false
      return (of === 'team' ? teamOf(other, closedOn) : roleOn(other, closedOn)) === own
    }
  }

  return (deal: ComparedDeal, wins: Iterable<RecentWin>): number | null => {
    const alike = isLike(deal)
    const amounts: number[] = []
    for (const win of wins) {
      const { amountMinor, closedOn } = win
      if (amountMinor === null || amountMinor <= 0) continue
      if (closedOn > deal.closedOn || closedOn <= deal.closedOn - comparedDays) continue
      if (win.id === deal.id && win.source === deal.source) continue
      if (alike(win)) amounts.push(amountMinor)
    }
    return barOver(amounts, percentile)
  }
}
