// How people get in: the first admin, signing in, invitations and new passwords.
import type { z } from 'zod'
import type {
  AcceptInvitation,
  ChangePassword,
  FirstAdminRequest,
  InvitationRequest,
  SignInRequest,
} from '../../../shared/wire/accounts.ts'
import type { Clock } from '../clock.ts'
import type { AccountStore, StoredAccount } from '../store/accounts.ts'
import type { Attempts } from './attempts.ts'
import { type GroupRoles, roleOfGroups } from './group-roles.ts'
import { createLinks, type Link, type MadeLink } from './links.ts'
import type { OidcPerson } from './oidc.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { AccessRefusal } from './refusal.ts'
import { refusePassword } from './refuse-password.ts'
import { hashSecret, newId } from './secret.ts'
import type { Sessions, Visitor } from './sessions.ts'

/** Those who end with a session answer with its secret. All throw `AccessRefusal`. */
export interface People {
  signIn(request: z.output<typeof SignInRequest>, visitor: Visitor): Promise<string>
  /** By a provider: who has no account here gets one where a group of theirs is known. */
  signInBy(person: OidcPerson, visitor: Visitor): Promise<string>
  makeFirstAdmin(request: z.output<typeof FirstAdminRequest>, visitor: Visitor): Promise<string>
  invite(request: z.output<typeof InvitationRequest>, by: string): Promise<MadeLink>
  invitations(): Promise<readonly Link<'invitation'>[]>
  /** What the link with this secret invites to. */
  invitation(secret: string): Promise<Link<'invitation'>>
  accept(secret: string, request: z.output<typeof AcceptInvitation>, visitor: Visitor): Promise<string>
  /** For an account that cannot sign in. */
  makeResetLink(account: StoredAccount, by: string): Promise<MadeLink>
  resetPassword(secret: string, password: string, visitor: Visitor): Promise<string>
  /** Ends all other sessions. */
  changePassword(
    account: string,
    session: string,
    request: z.output<typeof ChangePassword>,
    visitor: Visitor,
  ): Promise<void>
}

interface PeopleParts {
  readonly accounts: AccountStore
  readonly sessions: Sessions
  readonly hasher: PasswordHasher
  readonly attempts: Attempts
  readonly clock: Clock
  /** What the groups of the provider are here. */
  readonly groups: GroupRoles
  /** Without it nobody may become the first admin; null: on the machine itself, where it is not needed. */
  readonly firstAdminSecret: string | null
}

const wrongSignIn = 'The address or the password is wrong.'

export const createPeople = (parts: PeopleParts): People => {
  const { accounts, sessions, hasher, attempts, clock, firstAdminSecret, groups } = parts

  const links = createLinks(accounts, clock)

  const newAccount = (
    about: Pick<StoredAccount, 'name' | 'email' | 'role' | 'teams' | 'person'>,
    password: string | null,
  ): StoredAccount => ({
    ...about,
    teams: [...about.teams],
    id: newId(),
    password,
    subject: null,
    createdAt: clock.now(),
    lastSeen: null,
  })

  const hashGood = async (password: string, about: readonly string[]): Promise<string> => {
    const refusal = refusePassword(password, about)
    if (refusal !== null) throw new AccessRefusal('weak-password', refusal)
    return await hasher.hash(password)
  }

  /** Checks a password, slower and slower for whoever fails. */
  const check = async (account: StoredAccount | null, email: string, password: string, address: string) => {
    const usual = account === null ? [] : await sessions.list(account.id)
    const attempt = { account: email, address, known: usual.some((each) => each.address === address) }
    const seconds = attempts.waitSeconds(attempt)
    if (seconds > 0)
      throw new AccessRefusal('too-many-tries', `Too many attempts; try again in ${seconds} s.`, seconds)
    attempts.noteAttempt(attempt)
    const isRight = await hasher.verify(account?.password ?? null, password)
    if (isRight) attempts.noteSuccess(attempt)
    return isRight
  }

  return {
    async signIn({ email, password }, visitor) {
      const account = await accounts.accountWithEmail(email)
      if (!(await check(account, email, password, visitor.address)) || account === null)
        throw new AccessRefusal('wrong-sign-in', wrongSignIn)
      return await sessions.open(account.id, visitor)
    },

    async signInBy({ subject, name, email, groups: given }, visitor) {
      const known = (await accounts.accountWithSubject(subject)) ?? (await accounts.accountWithEmail(email))
      const place = roleOfGroups(given, groups)
      if (known === null) {
        if (place === null)
          throw new AccessRefusal(
            'forbidden',
            `No group of ${email} may come in here; ask an admin to invite you.`,
          )
        const about = { name, email, role: place.role, teams: [...place.teams], person: null }
        const account = { ...newAccount(about, null), subject }
        if (!(await accounts.addAccount(account)))
          throw new AccessRefusal('too-busy', 'This account is being made already; try again.')
        return await sessions.open(account.id, visitor)
      }
      if (known.subject !== null && known.subject !== subject)
        throw new AccessRefusal('forbidden', `The account of ${email} is somebody else’s.`)
      await accounts.editAccount(known.id, { subject })
      // The provider's groups count at each sign-in; the last admin stays one.
      if (place !== null) await accounts.editAccount(known.id, { role: place.role, teams: [...place.teams] })
      return await sessions.open(known.id, visitor)
    },

    async makeFirstAdmin({ link, name, email, password }, visitor) {
      if (await accounts.hasAdmin())
        throw new AccessRefusal(
          'set-up-done',
          'There is an admin already: sign in, or ask them to invite you.',
        )
      if (firstAdminSecret !== null && hashSecret(link ?? '') !== hashSecret(firstAdminSecret))
        throw new AccessRefusal('link-gone', 'Open the link that the feed printed when it was last started.')
      const about = { name, email, role: 'admin', teams: [], person: null } as const
      const account = newAccount({ ...about, teams: [] }, await hashGood(password, [name, email]))
      if (!(await accounts.addFirstAdmin(account)))
        throw new AccessRefusal('set-up-done', 'Somebody else has just become the first admin.')
      return await sessions.open(account.id, visitor)
    },

    async invite(invited, by) {
      if ((await accounts.accountWithEmail(invited.email)) !== null)
        throw new AccessRefusal('email-taken', `There is an account for ${invited.email} already.`)
      // One invitation is good at a time, and it is the last.
      return await links.addInvitation(invited, by)
    },
    invitations: links.invitations,
    invitation: (secret) => links.see(secret, 'invitation'),

    async accept(secret, { name, password }, visitor) {
      const seen = await links.see(secret, 'invitation')
      const hashed = await hashGood(password, [name, seen.invited.email])
      const { invited } = await links.take(secret, 'invitation')
      const account = newAccount({ ...invited, teams: [...invited.teams], name }, hashed)
      if (!(await accounts.addAccount(account)))
        throw new AccessRefusal('email-taken', `There is an account for ${invited.email} already.`)
      return await sessions.open(account.id, visitor)
    },

    makeResetLink: ({ id }, by) => links.addReset(id, by),

    async resetPassword(secret, password, visitor) {
      const { account: id } = await links.see(secret, 'reset')
      const account = await accounts.account(id)
      if (account === null) throw new AccessRefusal('link-gone', 'The account of this link was removed.')
      const hashed = await hashGood(password, [account.name, account.email])
      await links.take(secret, 'reset')
      await accounts.editAccount(id, { password: hashed })
      await sessions.endAll(id, null)
      return await sessions.open(id, visitor)
    },

    async changePassword(id, session, { before, password }, visitor) {
      const account = await accounts.account(id)
      if (account === null) throw new AccessRefusal('unauthorized', 'This account was removed.')
      if (!(await check(account, account.email, before, visitor.address)))
        throw new AccessRefusal('wrong-sign-in', 'The password until now is another one.')
      await accounts.editAccount(id, { password: await hashGood(password, [account.name, account.email]) })
      await sessions.endAll(id, session)
    },
  }
}
