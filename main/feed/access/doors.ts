// Who may do what. A token's role is the key to some of the doors.
import type { Audience } from '../../../shared/wire/audience.ts'
import type { TokenRole } from '../store/accounts.ts'
import type { Principal } from './principal.ts'

const doors = ['write', 'administer', 'edit', 'control', 'look', 'read'] as const

/**
 * `write`: send and withdraw facts. `administer`: replace the floor file, accounts and tokens. `edit`: change the floor
 * piece by piece, pair and command screens. `control`: hold screens and step through boards. `look`: the floor file, its
 * history, the state of the screens. `read`: boards and numbers.
 */
export type Door = (typeof doors)[number]

/** What a route or a message of a socket asks of whoever comes. */
export type Need = 'anybody' | Door

const keys: Readonly<Record<TokenRole, readonly Door[]>> = {
  ingest: ['write'],
  screen: ['read'],
  admin: doors,
}

/** Roles whose first token locks a door that stood open on a loopback address. */
const locks: Readonly<Record<Door, readonly TokenRole[]>> = {
  write: ['ingest', 'admin'],
  administer: ['admin'],
  edit: ['admin'],
  control: ['admin'],
  look: ['admin'],
  read: ['screen'],
}

/** The doors to which a principal has a key of its own. */
export const keysOf = (principal: Principal): readonly Door[] => {
  switch (principal.kind) {
    case 'token':
      return keys[principal.role]
    case 'process':
      return doors
    case 'local':
    case 'nobody':
      return []
  }
}

/** The token of one TV locks nothing: the wall beside it stays as it was when that TV was paired. */
export const isLocked = (
  door: Door,
  tokens: readonly { readonly role: TokenRole; readonly screen?: string | undefined }[],
): boolean => tokens.some(({ role, screen }) => screen === undefined && locks[door].includes(role))

const floorOnly: readonly Audience[] = ['floor']
const everyone: readonly Audience[] = ['floor', 'managers', 'leadership']

/**
 * Whose boards a principal may see. On the machine itself all boards are seen until the first admin token is made.
 */
export const audiencesOf = (principal: Principal, administers: boolean): readonly Audience[] => {
  switch (principal.kind) {
    case 'token':
      return principal.role === 'admin' ? everyone : floorOnly
    case 'process':
      return everyone
    case 'local':
      return administers ? everyone : floorOnly
    case 'nobody':
      return floorOnly
  }
}
