// Whoever asks, as others read it on the wall and on their remotes.
import type { Holder } from '../../../shared/wire/control.ts'
import { byOf, nameOf, type Principal } from '../access/principal.ts'

/** All devices of one person or token are one holder. */
export const holderOf = (principal: Principal): Holder => ({ id: byOf(principal), name: nameOf(principal) })
