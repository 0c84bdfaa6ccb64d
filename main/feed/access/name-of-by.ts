// What people read for the cause that is kept with a change.
import type { AccountStore } from '../store/accounts.ts'
import type { TokenStore } from '../store/tokens.ts'

/** Causes without a name of their own. */
const others: Readonly<Record<string, string>> = {
  process: 'This feed itself',
  start: 'The first start',
  local: 'Somebody at the feed’s own machine',
  unknown: 'Nobody knows',
}

export type NameOfBy = (by: string) => Promise<string>

/** Of a removed account the name it last had. A cause that is not known is its own name. */
export const createNameOfBy =
  (accounts: Pick<AccountStore, 'nameOf'>, tokens: Pick<TokenStore, 'tokens'>): NameOfBy =>
  async (by) => {
    const [, kind, id = ''] = /^(account|token):(.*)$/s.exec(by) ?? []
    if (kind === 'account') return (await accounts.nameOf(id)) ?? 'An account of another feed'
    if (kind === 'token') {
      const token = (await tokens.tokens()).find((each) => each.id === id)
      return token === undefined ? 'A revoked token' : token.name || `The ${token.role} token ${id}`
    }
    return others[by] ?? by
  }
