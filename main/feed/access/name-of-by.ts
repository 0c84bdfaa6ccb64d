// Who made a change, as people read it.
import type { ChangedBy } from '../../../shared/wire/floor-edits.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { TokenStore } from '../store/tokens.ts'

/** Causes without a name of their own. */
const others: Readonly<Record<string, ChangedBy>> = {
  process: { kind: 'process', name: 'the feed itself' },
  start: { kind: 'start', name: 'the first start' },
  local: { kind: 'local', name: 'somebody at the feed’s own machine' },
}

export type NameOfBy = (by: string) => Promise<ChangedBy>

/** Accounts and tokens by the names that they have, a removed account by its last one, a revoked token by its id. */
export const createNameOfBy =
  (accounts: Pick<AccountStore, 'nameOf'>, tokens: Pick<TokenStore, 'tokens'>): NameOfBy =>
  async (by) => {
    const [, kind, id = ''] = /^(account|token):(.*)$/s.exec(by) ?? []
    if (kind === 'account')
      return { kind: 'person', name: (await accounts.nameOf(id)) ?? 'an account of another feed' }
    if (kind === 'token') {
      const token = (await tokens.tokens()).find((each) => each.id === id)
      return { kind: 'token', name: token?.name ?? `the revoked token ${id}` }
    }
    return others[by] ?? { kind: 'unknown', name: 'somebody unknown' }
  }
