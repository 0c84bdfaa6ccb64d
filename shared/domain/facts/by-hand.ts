// What is entered by hand as a fact and back, and what of it is refused: by the phone at once, by the feed in any case.
import { byHandSource, dealByHand, type HandChoice, type HandEntry } from '../../wire/by-hand.ts'
import type { Credit, Fact } from '../../wire/fact.ts'

/** Entries as old as that can be made, corrected and taken back. */
export const handDays = 7

/** A phone’s clock may be that far ahead, as may those of sources (C5). */
const aheadMs = 5 * 60_000

const dayMs = 86_400_000

/** Of a deal that is shared, where nobody says how much: most of it is still whose it is. */
export const usualHelperPercent = 10

/** `isShared`: what counts for who helped is taken off what counts for the person. */
const creditsOf = ({ person, helper, helperPercent }: HandEntry, isShared: boolean): Credit[] => {
  if (helper === null) return [{ rep: person }]
  const percent = helperPercent ?? usualHelperPercent
  return [
    { rep: person, role: 'owner', ...(isShared && { share: (100 - percent) / 100 }) },
    { rep: helper, role: 'assist', ...(isShared && { share: percent / 100 }) },
  ]
}

/** The fact of an entry. `currency` is the floor’s own: `amountMinor` is counted in it. */
export const handFactOf = (id: string, entry: HandEntry, currency: string, isShared: boolean): Fact => {
  const { person, what, account, outcome, amountMinor, version } = entry
  const at = new Date(entry.at).toISOString()
  const head = { source: byHandSource, id, version }
  const credits = what === dealByHand ? creditsOf(entry, isShared) : [{ rep: person }]
  if (what === dealByHand)
    return {
      ...head,
      type: 'deal',
      status: 'won',
      closedAt: at,
      ...(account !== null && { account }),
      ...(amountMinor !== null && { amount: { minor: amountMinor, currency } }),
      credits,
    }
  return {
    ...head,
    type: 'activity',
    kind: what,
    at,
    ...(outcome !== null && { outcome }),
    ...(account !== null && { account }),
    credits,
  }
}

/**
 * The entry that a fact of the source is; null for one that no phone sent: of several people, without an instant or a
 * version, an open deal.
 */
export const handEntryOf = (fact: Fact): HandEntry | null => {
  const [credit, assist, ...others] = fact.credits
  if (credit === undefined || others.length > 0 || typeof fact.version !== 'number') return null
  if (assist !== undefined && (fact.type !== 'deal' || assist.role !== 'assist' || credit.role !== 'owner'))
    return null
  const when = fact.type === 'deal' ? fact.closedAt : fact.at
  if (when == null || when.length === 10) return null
  if (fact.type === 'deal' && fact.status !== 'won') return null
  return {
    person: credit.rep,
    what: fact.type === 'deal' ? dealByHand : fact.kind,
    at: Date.parse(when),
    outcome: fact.type === 'deal' ? null : (fact.outcome ?? null),
    account: fact.account ?? null,
    amountMinor: fact.type === 'deal' ? (fact.amount?.minor ?? null) : null,
    helper: assist?.rep ?? null,
    helperPercent: assist?.share == null ? null : Math.round(assist.share * 100),
    version: fact.version,
  }
}

/** Whether an entry of that instant can still be touched. Both in epoch ms. */
export const isOfLastDays = (at: number, now: number): boolean => at > now - handDays * dayMs

/**
 * `not-offered`: nobody enters such by hand, or not whoever does. `no-amount`: a deal without one, or of nothing or less.
 * `not-an-outcome`: none that the floor offers. `not-a-helper`: whose it is helped themselves, or it is no deal.
 */
export type HandFault =
  | 'not-offered'
  | 'future'
  | 'too-old'
  | 'no-amount'
  | 'too-much'
  | 'not-an-outcome'
  | 'not-a-helper'

/** Why an entry is nonsense, or null. `choice`: what the floor offers of the kind, null where it does not. `now`: epoch ms. */
export const handFaultOf = (
  { person, what, at, outcome, amountMinor, helper }: HandEntry,
  choice: Pick<HandChoice, 'outcomes' | 'mostMinor'> | null,
  now: number,
): HandFault | null => {
  if (choice === null) return 'not-offered'
  if (at > now + aheadMs) return 'future'
  if (!isOfLastDays(at, now)) return 'too-old'
  if (helper !== null && (what !== dealByHand || helper === person)) return 'not-a-helper'
  if (what !== dealByHand)
    return outcome !== null && !choice.outcomes.includes(outcome) ? 'not-an-outcome' : null
  if (amountMinor === null || amountMinor <= 0) return 'no-amount'
  return choice.mostMinor !== null && amountMinor > choice.mostMinor ? 'too-much' : null
}
