// Deals that lack several things at once, as all of a file do that has no columns for them: one item of the inbox, and not one for
// each of these.

import type { FactFault } from '../counting/faults/fact-fault.ts'
import type { StandingFault } from '../counting/faults/fault-book.ts'
import { keyOfLacking, readLackingKey } from './item-keys.ts'

export interface Lacked {
  readonly field: string
  readonly facts: number
}

export interface Lacking {
  readonly key: string
  /** The one of them that can be mended in the list, else that of the most facts. */
  readonly lead: StandingFault
  /** Most facts first. */
  readonly lacks: readonly Lacked[]
}

export interface GatheredFaults {
  readonly lacking: readonly Lacking[]
  readonly others: readonly StandingFault[]
}

const statuses = ['won', 'open', 'lost'] as const

/** Whether it says that deals of this status lack something. */
const isOf = (status: string, { code, value }: FactFault): boolean =>
  code === 'no-probability' ? status === 'open' && value === '' : value === status && isOfDeal(code)

const isOfDeal = (code: FactFault['code']): boolean => code === 'no-date' || code === 'no-amount'

const isDate = ({ fault }: StandingFault): boolean => fault.code === 'no-date'

/** `right`: keys of what somebody said is right. Dates that deals of a status rightly lack are told no more. */
export const gatherLacking = (
  faults: readonly StandingFault[],
  right: ReadonlySet<string>,
): GatheredFaults => {
  const gathered = new Set<StandingFault>()
  const lacking = statuses.flatMap((status): readonly Lacking[] => {
    const isRight = new Set(
      [...right].flatMap((key) => {
        const of = readLackingKey(key)
        return of?.status === status ? of.fields : []
      }),
    )
    const own = faults.filter(({ fault }) => isOf(status, fault))
    for (const each of own) if (isDate(each) && isRight.has(each.fault.field)) gathered.add(each)
    const dates = own.filter((each) => isDate(each) && !isRight.has(each.fault.field))
    const [date] = dates
    // What lacks no date has an item, and a fix, of its own.
    if (date === undefined) return []
    const all = own.filter((each) => !gathered.has(each))
    for (const each of all) gathered.add(each)
    return [
      {
        key: keyOfLacking(
          status,
          dates.map(({ fault }) => fault.field),
        ),
        lead: all.find(({ fault }) => fault.code === 'no-amount') ?? date,
        lacks: all
          .map(({ fault, count }) => ({ field: fault.field, facts: count }))
          .sort((a, b) => b.facts - a.facts || (a.field < b.field ? -1 : 1)),
      },
    ]
  })
  return { lacking, others: faults.filter((each) => !gathered.has(each)) }
}

/** Whether one of a fact's faults is behind the item of this key. */
export const isBehindLacking = (key: string, faults: readonly FactFault[]): boolean => {
  const of = readLackingKey(key)
  return (
    of !== null &&
    faults.some(
      (fault) => isOf(of.status, fault) && (fault.code !== 'no-date' || of.fields.includes(fault.field)),
    )
  )
}
