// Who may do what. Three doors; a token's role is the key to some of them.
import type { TokenRole } from './token.ts'

/** `write`: send and withdraw facts. `administer`: the floor file and what managers see. `read`: boards and numbers. */
export type Door = 'write' | 'administer' | 'read'

const opens: Readonly<Record<TokenRole, readonly Door[]>> = {
  ingest: ['write'],
  screen: ['read'],
  admin: ['write', 'administer', 'read'],
}

/** Roles whose first token locks a door that stood open on a loopback address. */
const locks: Readonly<Record<Door, readonly TokenRole[]>> = {
  write: ['ingest', 'admin'],
  administer: ['admin'],
  read: ['screen'],
}

export const roleOpens = (role: TokenRole, door: Door): boolean => opens[role].includes(door)

export const isLocked = (door: Door, kept: readonly { readonly role: TokenRole }[]): boolean =>
  kept.some(({ role }) => locks[door].includes(role))
