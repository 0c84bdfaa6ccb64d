// Who made a change, in the words of the history.
import type { ChangedBy } from '../../../shared/wire/floor-edits.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { By } from '../store/log.ts'

const others: Readonly<Record<string, ChangedBy>> = {
  local: { kind: 'local', name: 'somebody at the feed’s own machine' },
  process: { kind: 'process', name: 'the feed itself' },
  start: { kind: 'start', name: 'the first start' },
}

/** Tokens by the names that they were given; one that was revoked by its id. */
export const createNameOfBy =
  (accounts: Pick<AccountStore, 'tokens'>) =>
  async (by: By): Promise<ChangedBy> => {
    const [kind, id] = by.split(':', 2)
    if (kind !== 'token' || id === undefined)
      return others[by] ?? { kind: 'unknown', name: 'somebody unknown' }
    const token = (await accounts.tokens()).find((each) => each.id === id)
    return { kind: 'token', name: token?.name ?? `the revoked token ${id}` }
  }
