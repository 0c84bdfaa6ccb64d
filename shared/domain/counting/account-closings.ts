// When each account's won deals closed, to tell its first. Most have one: that is kept as a number and not as a list.
import { foldedName } from '../people/name-key.ts'

/** An account, as names are compared, and epoch ms of its closings, sorted. */
export type PackedAccounts = readonly (readonly [account: string, closings: readonly number[]])[]

export interface AccountClosings {
  /** Epoch ms; `sign` −1 takes back what was noted. */
  mark(account: string, ms: number, sign: 1 | -1): void
  /** Epoch ms; null without any. */
  first(account: string): number | null
  pack(): PackedAccounts
}

export const createAccountClosings = (from: PackedAccounts): AccountClosings => {
  const closings = new Map<string, number | readonly number[]>(
    from.map(([account, own]) => [account, own.length === 1 ? (own[0] ?? 0) : own]),
  )
  const listOf = (account: string): readonly number[] => {
    const own = closings.get(account)
    return own === undefined ? [] : typeof own === 'number' ? [own] : own
  }
  return {
    mark: (account, ms, sign) => {
      const key = foldedName(account)
      const before = listOf(key)
      // Most come last.
      const at = sign > 0 ? before.findLastIndex((each) => each <= ms) + 1 : before.indexOf(ms)
      const own = sign > 0 ? before.toSpliced(at, 0, ms) : at === -1 ? before : before.toSpliced(at, 1)
      const [first] = own
      if (first === undefined) closings.delete(key)
      else closings.set(key, own.length === 1 ? first : own)
    },
    first: (account) => listOf(foldedName(account))[0] ?? null,
    pack: () => [...closings.keys()].map((account) => [account, listOf(account)] as const),
  }
}
