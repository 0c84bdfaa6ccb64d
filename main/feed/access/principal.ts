// Who asks: worked out once for each request and each socket.
import type { AccountRole } from '../../../shared/wire/accounts.ts'
import type { TokenRole } from '../store/tokens.ts'

/**
 * `person`: has signed in. `token`: came with a token that this feed made; `screen`: with that of one screen's TV.
 * `process`: with the one that this process made for itself, such as the demo. `local`: without any, on a feed that only its
 * own machine reaches. `nobody`: without any, from elsewhere.
 */
export type Principal =
  | {
      readonly kind: 'person'
      /** Of the account. */
      readonly id: string
      readonly name: string
      readonly role: AccountRole
      /** Of a manager: whose people they see in private; none: all. */
      readonly teams: readonly string[]
      /** The person of the floor that they are. */
      readonly person: string | null
      /** Names the session; opens nothing. */
      readonly session: string
    }
  | { readonly kind: 'token'; readonly id: string; readonly name: string; readonly role: TokenRole }
  | { readonly kind: 'screen'; readonly id: string; readonly name: string; readonly screen: string }
  | { readonly kind: 'process' }
  | { readonly kind: 'local' }
  | { readonly kind: 'nobody' }

/** The cause that is kept with whatever this principal changes. It stays the same, whatever they are called. */
export const byOf = (principal: Principal): string => {
  switch (principal.kind) {
    case 'person':
      return `account:${principal.id}`
    case 'token':
    case 'screen':
      return `token:${principal.id}`
    case 'process':
    case 'local':
    case 'nobody':
      return principal.kind
  }
}

/** Whether they have said who they are. */
export const isKnown = ({ kind }: Principal): boolean => kind !== 'local' && kind !== 'nobody'
