// Whoever asks, as others read it on the wall and on their remotes.
import type { Holder } from '../../../shared/wire/control.ts'
import { byOf, type Principal } from '../access/principal.ts'

const nameOf = (principal: Principal): string => {
  switch (principal.kind) {
    case 'token':
      return principal.name
    case 'process':
      return 'Floorboard'
    case 'local':
      return 'The feed’s own computer'
    case 'nobody':
      return 'Somebody'
  }
}

/** All devices of one person or token are one holder. */
export const holderOf = (principal: Principal): Holder => ({ id: byOf(principal), name: nameOf(principal) })
