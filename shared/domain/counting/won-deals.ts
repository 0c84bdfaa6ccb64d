// The floor's won deals: the latest of them in full, and when each person closed their first.
import type { Deal } from '../../wire/fact.ts'
import { isPlainDate, type Placing } from '../people/placing.ts'
import type { Member, SubjectIndex } from '../people/roster.ts'
import { createAccountClosings, type PackedAccounts } from './account-closings.ts'
import {
  addMoment,
  createMoments,
  firstMoment,
  lastMomentBefore,
  type Moments,
  packMoments,
  removeMoment,
  unpackMoments,
} from './moments.ts'
import {
  bringsMoney,
  createRecentWins,
  type RecentWin,
  type RecentWins,
  type WinCredit,
} from './recent-wins.ts'

/** Plain data and typed arrays, for a structured clone. */
export interface PackedWonDeals {
  readonly recent: readonly RecentWin[]
  /** For each closer, the instants at which the deals that they still have as won, and that bring money, were closed. */
  readonly closings: readonly { readonly subject: SubjectIndex; readonly packed: Float64Array }[]
  /** For each account, the same. */
  readonly accounts: PackedAccounts
  readonly changedAt: number | null
}

/** What boards may ask. */
export interface WonDeals {
  readonly recent: RecentWins
  /** When somebody's first standing win that brings money closed, epoch ms, however long ago; null without any. */
  firstAt(subject: SubjectIndex): number | null
  /** When somebody's last standing win that brings money before an instant closed; both epoch ms. Null without any. */
  lastBefore(subject: SubjectIndex, ms: number): number | null
  /** When the first standing win that brings money of an account closed, epoch ms; null without any. */
  firstOfAccount(account: string): number | null
  /** Epoch ms of the last change of any won deal; null before the first. */
  changedAt(): number | null
}

interface WonDealsBook extends WonDeals {
  /** `members` are those of the fact's credits; `sign` −1 takes back what was noted; `now`: epoch ms of the change. */
  note(win: NotedWin, sign: 1 | -1, now: number): void
  pack(): PackedWonDeals
}

interface NotedWin {
  readonly deal: Deal
  readonly members: readonly (Member | null)[]
  readonly amountMinor: number | null
  /** Of the floor's breakdowns. */
  readonly values: readonly string[]
}

/** In its own currency. Such a deal is no win, also while the floor has no rate for it. */
export const isRefund = ({ amount }: Deal): boolean => amount != null && amount.minor <= 0

/** Who closed a deal: its first owner; without an owner, whoever is credited first. */
export const closerIndex = ({ credits }: Pick<Deal, 'credits'>): number =>
  Math.max(
    credits.findIndex(({ role }) => (role ?? 'owner') === 'owner'),
    0,
  )

const othersOf = ({ deal, members }: NotedWin, closer: Member): readonly WinCredit[] => {
  const others = new Map<SubjectIndex, WinCredit>()
  deal.credits.forEach(({ share, role }, index) => {
    const subject = members[index]?.subject
    if (subject === undefined || subject === closer.subject || others.has(subject)) return
    others.set(subject, { subject, share: share ?? null, role: role ?? 'owner' })
  })
  return [...others.values()]
}

export const createWonDeals = (placing: Placing, from: PackedWonDeals | null): WonDealsBook => {
  const recent = createRecentWins(from?.recent ?? [])
  const accounts = createAccountClosings(from?.accounts ?? [])
  const closings = new Map<SubjectIndex, Moments>(
    from?.closings.map(({ subject, packed }) => [subject, unpackMoments(packed)]),
  )
  let changedAt = from?.changedAt ?? null

  const markClosing = (subject: SubjectIndex, ms: number, sign: 1 | -1): void => {
    const own = closings.get(subject) ?? createMoments()
    closings.set(subject, own)
    if (sign > 0) addMoment(own, ms)
    else removeMoment(own, ms)
  }

  return {
    recent,
    firstAt: (subject) => {
      const own = closings.get(subject)
      return own ? firstMoment(own) : null
    },
    lastBefore: (subject, ms) => {
      const own = closings.get(subject)
      return own ? lastMomentBefore(own, ms) : null
    },
    firstOfAccount: accounts.first,
    changedAt: () => changedAt,
    note: (win, sign, now) => {
      const { deal, members, amountMinor, values } = win
      const closer = members[closerIndex(deal)]
      if (!closer || deal.closedAt == null) return
      if (amountMinor === null && isRefund(deal)) return
      changedAt = Math.max(changedAt ?? now, now)
      const { source, id } = deal
      const { ms, day } = placing.place(deal.closedAt, closer)
      if (bringsMoney(win)) {
        markClosing(closer.subject, ms, sign)
        if (deal.account != null) accounts.mark(deal.account, ms, sign)
      }
      if (sign < 0) {
        recent.remove(source, id)
        return
      }
      const others = othersOf(win, closer)
      const account = deal.account ?? deal.name ?? null
      const wholeDay = isPlainDate(deal.closedAt)
      recent.add(
        {
          source,
          id,
          subject: closer.subject,
          others,
          account,
          amountMinor,
          at: ms,
          closedOn: day,
          wholeDay,
          values,
        },
        now,
      )
    },
    pack: () => ({
      recent: recent.all(),
      closings: [...closings].map(([subject, own]) => ({ subject, packed: packMoments(own) })),
      accounts: accounts.pack(),
      changedAt,
    }),
  }
}
