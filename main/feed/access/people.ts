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
import type { AccountStore, StoredAccount, StoredLink } from '../store/accounts.ts'
import type { Attempts } from './attempts.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { AccessRefusal } from './refusal.ts'
import { refusePassword } from './refuse-password.ts'
import { hashSecret, newId, newSecret } from './secret.ts'
import type { Sessions, Visitor } from './sessions.ts'

const hour = 3_600_000
const invitationMs = 7 * 24 * hour
const resetMs = 2 * hour

/** A link's secret, which is shown once. */
export interface MadeLink {
  readonly id: string
  readonly secret: string
  readonly expiresAt: number
}

type Invitation = Extract<StoredLink, { kind: 'invitation' }>

/** Those who end with a session answer with its secret. All throw `AccessRefusal`. */
export interface People {
  signIn(request: z.output<typeof SignInRequest>, visitor: Visitor): Promise<string>
  makeFirstAdmin(request: z.output<typeof FirstAdminRequest>, visitor: Visitor): Promise<string>
  invite(request: z.output<typeof InvitationRequest>, by: string): Promise<MadeLink>
  invitations(): Promise<readonly Invitation[]>
  /** What the link with this secret invites to. */
  invitation(secret: string): Promise<Invitation>
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
  /** Without it nobody may become the first admin; null: on the machine itself, where it is not needed. */
  readonly firstAdminSecret: string | null
}

const wrongSignIn = 'The address or the password is wrong.'
const linkGone = 'This link was used already, or is too old; ask for another one.'

export const createPeople = (parts: PeopleParts): People => {
  const { accounts, sessions, hasher, attempts, clock, firstAdminSecret } = parts

  const newAccount = (
    about: Pick<StoredAccount, 'name' | 'email' | 'role' | 'teams' | 'person'>,
    password: string,
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
      throw new AccessRefusal('too-many-attempts', `Too many attempts; try again in ${seconds} s.`, seconds)
    attempts.noteAttempt(attempt)
    const isRight = await hasher.verify(account?.password ?? null, password)
    if (isRight) attempts.noteSuccess(attempt)
    return isRight
  }

  const addLink = async (
    link: { kind: 'reset'; account: string } | { kind: 'invitation'; invited: Invitation['invited'] },
    by: string,
    lifeMs: number,
  ): Promise<MadeLink> => {
    const [secret, id, createdAt] = [newSecret(), newId(), clock.now()]
    const expiresAt = createdAt + lifeMs
    await accounts.addLink({ ...link, hash: hashSecret(secret), id, by, createdAt, expiresAt })
    return { id, secret, expiresAt }
  }

  const isGood = (link: StoredLink): boolean => link.expiresAt > clock.now()

  const goodOf = <K extends StoredLink['kind']>(
    kind: K,
    found: StoredLink | null,
  ): Extract<StoredLink, { kind: K }> => {
    const isKind = (link: StoredLink): link is Extract<StoredLink, { kind: K }> => link.kind === kind
    if (found !== null && isKind(found) && isGood(found)) return found
    throw new AccessRefusal('link-gone', linkGone)
  }
  const seeLink = async <K extends StoredLink['kind']>(secret: string, kind: K) =>
    goodOf(kind, await accounts.link(hashSecret(secret)))
  const takeLink = async <K extends StoredLink['kind']>(secret: string, kind: K) =>
    goodOf(kind, await accounts.takeLink(hashSecret(secret)))

  return {
    async signIn({ email, password }, visitor) {
      const account = await accounts.accountWithEmail(email)
      if (!(await check(account, email, password, visitor.address)) || account === null)
        throw new AccessRefusal('wrong-sign-in', wrongSignIn)
      return await sessions.open(account.id, visitor)
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
      for (const each of await accounts.links())
        if (each.kind === 'invitation' && each.invited.email === invited.email)
          await accounts.removeLink(each.id)
      return await addLink({ kind: 'invitation', invited }, by, invitationMs)
    },
    invitations: async () =>
      (await accounts.links()).flatMap((link) => (link.kind === 'invitation' && isGood(link) ? [link] : [])),
    invitation: (secret) => seeLink(secret, 'invitation'),

    async accept(secret, { name, password }, visitor) {
      const seen = await seeLink(secret, 'invitation')
      const hashed = await hashGood(password, [name, seen.invited.email])
      const { invited } = await takeLink(secret, 'invitation')
      const account = newAccount({ ...invited, teams: [...invited.teams], name }, hashed)
      if (!(await accounts.addAccount(account)))
        throw new AccessRefusal('email-taken', `There is an account for ${invited.email} already.`)
      return await sessions.open(account.id, visitor)
    },

    async makeResetLink({ id }, by) {
      for (const each of await accounts.links())
        if (each.kind === 'reset' && each.account === id) await accounts.removeLink(each.id)
      return await addLink({ kind: 'reset', account: id }, by, resetMs)
    },

    async resetPassword(secret, password, visitor) {
      const { account: id } = await seeLink(secret, 'reset')
      const account = await accounts.account(id)
      if (account === null) throw new AccessRefusal('link-gone', linkGone)
      const hashed = await hashGood(password, [account.name, account.email])
      await takeLink(secret, 'reset')
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
