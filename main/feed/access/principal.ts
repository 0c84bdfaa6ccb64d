// Who asks: worked out once for each request and each socket.
import type { TokenRole } from '../store/accounts.ts'

/**
 * `token`: came with a token that this feed made. `process`: with the one that this process made for itself, such as
 * the demo. `local`: without either, on a feed that only its own machine reaches. `nobody`: without either, from
 * elsewhere.
 */
export type Principal =
  | {
      readonly kind: 'token'
      readonly id: string
      readonly name: string
      readonly role: TokenRole
      /** The only screen that it opens; null where it is not the token of one TV. */
      readonly screen: string | null
    }
  | { readonly kind: 'process' }
  | { readonly kind: 'local' }
  | { readonly kind: 'nobody' }

/** The cause that is kept with whatever this principal changes. It stays the same, whatever the token is called. */
export const byOf = (principal: Principal): string =>
  principal.kind === 'token' ? `token:${principal.id}` : principal.kind

/** Who that is, as people read it. */
export const nameOf = (principal: Principal): string => {
  switch (principal.kind) {
    case 'token':
      return principal.name === '' ? `token ${principal.id}` : principal.name
    case 'process':
      return 'Floorboard itself'
    case 'local':
      return 'somebody at the feed’s own machine'
    case 'nobody':
      return 'nobody'
  }
}

/** The only screen that whoever asks may be; null where they are not the TV of one. */
export const ownScreenOf = (principal: Principal): string | null =>
  principal.kind === 'token' ? principal.screen : null

/** Whether they have said who they are. */
export const isKnown = ({ kind }: Principal): boolean => kind !== 'local' && kind !== 'nobody'
