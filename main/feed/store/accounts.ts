// The port to the people who may sign in: accounts, their sessions, and the links that were given to them. It stands beside
// the log and not in it: what is in the log stays for ever, and an account is removed.
import type { Account, AccountRole } from '../../../shared/wire/accounts.ts'

/** An account as it is kept. Times in epoch ms. */
export interface StoredAccount extends Readonly<Account> {
  /** An argon2id hash; null for who signs in otherwise. */
  readonly password: string | null
  /** Issuer and subject of an OpenID provider; null for who signs in by password. */
  readonly subject: string | null
  readonly createdAt: number
  readonly lastSeen: number | null
}

/** `hash`: SHA-256 of the secret in the cookie. `id` names the session to people, and opens nothing. */
export interface StoredSession {
  readonly hash: string
  readonly id: string
  readonly account: string
  readonly device: string
  readonly address: string
  readonly startedAt: number
  readonly lastSeen: number
}

/** What an invitation gives, once it is accepted. */
export interface Invited {
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly teams: readonly string[]
  readonly person: string | null
}

/** A link that is good for one use. `hash`: SHA-256 of its secret; `by`: the cause of whoever made it. */
export type StoredLink = {
  readonly hash: string
  readonly id: string
  readonly by: string
  readonly createdAt: number
  readonly expiresAt: number
} & (
  | { readonly kind: 'invitation'; readonly invited: Invited }
  | { readonly kind: 'reset'; readonly account: string }
)

export type AccountEdit = Partial<
  Pick<StoredAccount, 'name' | 'role' | 'teams' | 'person' | 'password' | 'subject' | 'lastSeen'>
>

/**
 * Several processes may use one store. Throws `LogUnavailable` where something had to be written and the disk refuses.
 */
export interface AccountStore {
  hasAdmin(): Promise<boolean>
  accounts(): Promise<readonly StoredAccount[]>
  account(id: string): Promise<StoredAccount | null>
  /** `email` in lower case. */
  accountWithEmail(email: string): Promise<StoredAccount | null>
  accountWithSubject(subject: string): Promise<StoredAccount | null>
  /** Also of an account that was removed; null for an id that nobody ever had. */
  nameOf(id: string): Promise<string | null>
  /** False where another account has the email address. */
  addAccount(account: StoredAccount): Promise<boolean>
  /** False where there is an admin already. */
  addFirstAdmin(account: StoredAccount): Promise<boolean>
  /** There is always an admin left, once there was one. */
  editAccount(id: string, edit: AccountEdit): Promise<'done' | 'unknown' | 'last-admin'>
  /** Ends its sessions and links too. Its name stays, for the history. */
  removeAccount(id: string): Promise<'done' | 'unknown' | 'last-admin'>

  openSession(session: StoredSession): Promise<void>
  session(hash: string): Promise<StoredSession | null>
  sessionsOf(account: string): Promise<readonly StoredSession[]>
  /** Also notes that its account was seen. */
  touchSession(hash: string, at: number): Promise<void>
  /** False where the account has no such session. */
  endSession(account: string, id: string): Promise<boolean>
  /** All of the account but one. */
  endSessions(account: string, but: string | null): Promise<void>
  /** Those that nobody may use any more. */
  forgetSessions(before: { readonly startedAt: number; readonly lastSeen: number }): Promise<void>

  addLink(link: StoredLink): Promise<void>
  link(hash: string): Promise<StoredLink | null>
  links(): Promise<readonly StoredLink[]>
  /** Uses it up: of several who take it at once, one gets it. */
  takeLink(hash: string): Promise<StoredLink | null>
  removeLink(id: string): Promise<boolean>

  /** When each token was last used, by the token's id. */
  tokenUses(): Promise<ReadonlyMap<string, number>>
  noteTokenUse(id: string, at: number): Promise<void>
  close(): Promise<void>
}
