// Notes when each token was last used: to the minute, since it is a write to disk.
import type { Clock } from '../clock.ts'
import type { AccountStore } from '../store/accounts.ts'

const everyMs = 60_000

export const createTokenUses = (
  accounts: Pick<AccountStore, 'noteTokenUse'>,
  clock: Clock,
  onError: (error: unknown) => void,
): ((id: string) => void) => {
  const noted = new Map<string, number>()
  return (id) => {
    const now = clock.now()
    if (now - (noted.get(id) ?? Number.NEGATIVE_INFINITY) < everyMs) return
    noted.set(id, now)
    accounts.noteTokenUse(id, now).catch(onError)
  }
}
