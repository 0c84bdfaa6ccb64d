// Says who comes, and decides at each request whether they may pass.
import type { Audience } from '../../../shared/wire/audience.ts'
import type { AccountStore } from '../store/accounts.ts'
import { createTokenFinder, type StoredToken, type TokenRole, type TokenStore } from '../store/tokens.ts'
import { audiencesOf, isLocked, keysOf, type Need } from './doors.ts'
import { isKnown, type Principal } from './principal.ts'
import { hashSecret } from './secret.ts'
import type { Sessions } from './sessions.ts'
import { keepToken } from './token.ts'

/** `unknown`: no valid token or session. `forbidden`: a valid one of another role. */
type Passage = 'open' | 'unknown' | 'forbidden'

/** What somebody comes with. A token counts before a session. */
export interface Credentials {
  readonly token: string | null
  /** The secret of the session cookie. */
  readonly session: string | null
}

export interface Access {
  identify(credentials: Credentials): Promise<Principal>
  /**
   * Who somebody is by now whom `identify` took for `before`: asked of everybody who stays connected, again and again. Their
   * token is found by its id, which takes a tenth of the time: nothing is hashed, and not every token is compared.
   */
  identifyAgain(before: Principal, credentials: Credentials): Promise<Principal>
  pass(principal: Principal, need: Need): Promise<Passage>
  /** Whose boards they may see, once they may read at all. */
  audiences(principal: Principal): Promise<readonly Audience[]>
}

interface AccessParts {
  readonly tokens: Pick<TokenStore, 'tokens' | 'findToken'>
  readonly accounts: Pick<AccountStore, 'hasAdmin'>
  readonly sessions: Pick<Sessions, 'find'>
  /** Only this machine reaches the feed: a door is open until the first admin, or the first token for it, is made. */
  readonly loopback: boolean
  /** A token of this process alone, with every right; it locks nothing. */
  readonly ephemeralToken?: string | undefined
  /** The same for the wall that this process starts, which reads. */
  readonly ephemeralScreenToken?: string | undefined
  /** Hears of each use of a token that is kept. */
  readonly onTokenUse?: (id: string) => void
}

const ephemeral = (token: string | undefined, role: TokenRole): readonly StoredToken[] =>
  token === undefined ? [] : [keepToken(token, role, 'of this process', 0)]

const principalOf = ({ id, name, role, screen }: StoredToken): Principal => ({
  kind: 'token',
  id,
  name,
  role,
  screen: screen ?? null,
})

export const createAccess = (parts: AccessParts): Access => {
  const { tokens, accounts, sessions, loopback, onTokenUse = () => undefined } = parts
  const findEphemeral = createTokenFinder([
    ...ephemeral(parts.ephemeralToken, 'admin'),
    ...ephemeral(parts.ephemeralScreenToken, 'screen'),
  ])
  const stranger: Principal = { kind: loopback ? 'local' : 'nobody' }

  const ofToken = async (token: string): Promise<Principal> => {
    const hash = hashSecret(token)
    const own = findEphemeral(hash)
    if (own !== null) return own.role === 'admin' ? { kind: 'process' } : principalOf(own)
    const known = await tokens.findToken(hash)
    if (known === null) return stranger
    onTokenUse(known.id)
    return principalOf(known)
  }

  const ofSession = async (secret: string): Promise<Principal> => {
    const found = await sessions.find(secret)
    if (found === null) return stranger
    const { id, name, role, teams, person } = found.account
    return { kind: 'person', id, name, role, teams, person, session: found.id }
  }

  const pass = async (principal: Principal, need: Need): Promise<Passage> => {
    if (need === 'anybody') return 'open'
    const refused = isKnown(principal) ? 'forbidden' : 'unknown'
    if (need === 'person') return principal.kind === 'person' ? 'open' : refused
    if (keysOf(principal).includes(need)) return 'open'
    const stands = loopback && !isLocked(need, await tokens.tokens()) && !(await accounts.hasAdmin())
    return stands ? 'open' : refused
  }

  const identify = async ({ token, session }: Credentials): Promise<Principal> => {
    if (token !== null) return await ofToken(token)
    return session === null ? stranger : await ofSession(session)
  }

  let byId: ReadonlyMap<string, StoredToken> = new Map()
  let byIdOf: readonly StoredToken[] = []
  const tokenOf = async (id: string): Promise<StoredToken | undefined> => {
    const all = await tokens.tokens()
    if (all !== byIdOf) [byIdOf, byId] = [all, new Map(all.map((token) => [token.id, token]))]
    return byId.get(id)
  }

  return {
    identify,
    async identifyAgain(before, credentials) {
      const known = before.kind === 'token' ? await tokenOf(before.id) : undefined
      // It is gone, or was never kept.
      if (known === undefined) return await identify(credentials)
      onTokenUse(known.id)
      return principalOf(known)
    },
    pass,
    async audiences(principal) {
      return audiencesOf(principal, (await pass(principal, 'administer')) === 'open')
    },
  }
}
