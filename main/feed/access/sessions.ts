// Sessions of people who signed in.
import type { Clock } from '../clock.ts'
import type { AccountStore, StoredAccount, StoredSession } from '../store/accounts.ts'
import { LogUnavailable } from '../store/log.ts'
import { hashSecret, newId, newSecret } from './secret.ts'

const day = 86_400_000
/** Unused for this long, it is over. */
const idleMs = 7 * day
/** However much it is used. */
const lifeMs = 30 * day
export const sessionSeconds = lifeMs / 1000
/** How exactly it is known when a session was last used: noting it is a write to disk. */
const touchMs = 60_000

const ignoreOutage = (error: unknown): void => {
  if (!(error instanceof LogUnavailable)) throw error
}

export interface Visitor {
  readonly address: string
  readonly device: string
}

export interface FoundSession {
  readonly account: StoredAccount
  /** Names the session; opens nothing. */
  readonly id: string
}

export interface Sessions {
  /** Its secret, for the cookie. */
  open(account: string, visitor: Visitor): Promise<string>
  find(secret: string): Promise<FoundSession | null>
  list(account: string): Promise<readonly StoredSession[]>
  end(account: string, id: string): Promise<boolean>
  endAll(account: string, but: string | null): Promise<void>
}

export const createSessions = (accounts: AccountStore, clock: Clock): Sessions => {
  const isOver = ({ startedAt, lastSeen }: StoredSession): boolean =>
    clock.now() - startedAt > lifeMs || clock.now() - lastSeen > idleMs

  return {
    async open(account, { address, device }) {
      const now = clock.now()
      const secret = newSecret()
      await accounts.forgetSessions({ startedAt: now - lifeMs, lastSeen: now - idleMs })
      await accounts.openSession({
        hash: hashSecret(secret),
        id: newId(),
        account,
        device,
        address,
        startedAt: now,
        lastSeen: now,
      })
      return secret
    },
    async find(secret) {
      const session = await accounts.session(hashSecret(secret))
      if (session === null || isOver(session)) return null
      const account = await accounts.account(session.account)
      if (account === null) return null
      // A disk that takes nothing keeps nobody out who is in.
      if (clock.now() - session.lastSeen > touchMs)
        await accounts.touchSession(session.hash, clock.now()).catch(ignoreOutage)
      return { account, id: session.id }
    },
    list: async (account) => (await accounts.sessionsOf(account)).filter((each) => !isOver(each)),
    end: (account, id) => accounts.endSession(account, id),
    endAll: (account, but) => accounts.endSessions(account, but),
  }
}
