// Says who comes, and decides at each request whether they may pass.
import type { Audience } from '../../../shared/wire/audience.ts'
import { type AccountStore, createTokenFinder } from '../store/accounts.ts'
import { audiencesOf, isLocked, keysOf, type Need } from './doors.ts'
import { isKnown, type Principal } from './principal.ts'
import { hashToken, keepToken } from './token.ts'

/** `unknown`: no valid token. `forbidden`: a valid token of another role. */
type Passage = 'open' | 'unknown' | 'forbidden'

export interface Access {
  /** Who comes with this token; null for none. */
  identify(token: string | null): Promise<Principal>
  pass(principal: Principal, need: Need): Promise<Passage>
  /** Whose boards they may see, once they may read at all. */
  audiences(principal: Principal): Promise<readonly Audience[]>
}

interface AccessParts {
  readonly accounts: Pick<AccountStore, 'tokens' | 'findToken'>
  /** On a loopback address a door is open until the first token for it is made. */
  readonly loopback: boolean
  /** A token of this process alone, with every right; it locks nothing. */
  readonly ephemeralToken?: string | undefined
}

export const createAccess = ({ accounts, loopback, ephemeralToken }: AccessParts): Access => {
  const findEphemeral = createTokenFinder(
    ephemeralToken === undefined ? [] : [keepToken(ephemeralToken, 'admin', 'ephemeral', 0)],
  )
  const stranger: Principal = { kind: loopback ? 'local' : 'nobody' }

  const pass = async (principal: Principal, need: Need): Promise<Passage> => {
    if (need === 'anybody' || keysOf(principal).includes(need)) return 'open'
    if (loopback && !isLocked(need, await accounts.tokens())) return 'open'
    return isKnown(principal) ? 'forbidden' : 'unknown'
  }

  return {
    async identify(token) {
      if (token === null) return stranger
      const hash = hashToken(token)
      if (findEphemeral(hash) !== null) return { kind: 'process' }
      const known = await accounts.findToken(hash)
      if (known === null) return stranger
      const { id, name, role, screen = null } = known
      return { kind: 'token', id, name, role, screen }
    },
    pass,
    async audiences(principal) {
      return audiencesOf(principal, (await pass(principal, 'administer')) === 'open')
    },
  }
}
