// Who may do what. The role of a token or an account is the key to some of the doors.
import type { AccountRole } from '../../../shared/wire/accounts.ts'
import type { Audience } from '../../../shared/wire/audience.ts'
import type { TokenRole } from '../store/tokens.ts'
import type { Principal } from './principal.ts'

const doors = ['write', 'administer', 'edit', 'control', 'look', 'read', 'report'] as const

/**
 * `write`: send and withdraw facts. `administer`: replace the floor file, accounts and tokens. `edit`: change the floor
 * piece by piece, pair and command screens. `control`: hold screens and step through boards. `look`: the floor file, its
 * history, the state of the screens. `read`: boards and numbers. `report`:
 * figures in the shapes of spreadsheets and dashboards.
 */
export type Door = (typeof doors)[number]

/** What a route or a message of a socket asks of whoever comes. `person`: to have signed in, in whatever role. */
export type Need = 'anybody' | 'person' | Door

const keys: Readonly<Record<TokenRole, readonly Door[]>> = {
  ingest: ['write'],
  screen: ['read'],
  report: ['report'],
  admin: doors,
}

const roleKeys: Readonly<Record<AccountRole, readonly Door[]>> = {
  admin: doors,
  manager: ['edit', 'control', 'look', 'read', 'report'],
  leader: ['look', 'read', 'report'],
  viewer: ['read'],
}

/** Roles whose first token locks a door that stood open on a loopback address. */
const locks: Readonly<Record<Door, readonly TokenRole[]>> = {
  write: ['ingest', 'admin'],
  administer: ['admin'],
  edit: ['admin'],
  control: ['admin'],
  look: ['admin'],
  read: ['screen'],
  report: ['report', 'admin'],
}

/** The doors to which a principal has a key of its own. */
export const keysOf = (principal: Principal): readonly Door[] => {
  switch (principal.kind) {
    case 'person':
      return roleKeys[principal.role]
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
const managers: readonly Audience[] = ['floor', 'managers']
const everyone: readonly Audience[] = ['floor', 'managers', 'leadership']

const roleAudiences: Readonly<Record<AccountRole, readonly Audience[]>> = {
  admin: everyone,
  manager: managers,
  leader: everyone,
  viewer: floorOnly,
}

/**
 * Whose boards a principal may see. On the machine itself all boards are seen until the first admin, or admin token, is made.
 */
export const audiencesOf = (principal: Principal, administers: boolean): readonly Audience[] => {
  switch (principal.kind) {
    case 'person':
      return roleAudiences[principal.role]
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
