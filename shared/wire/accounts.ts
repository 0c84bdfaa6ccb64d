// People who sign in, what they may do, and how they get in.
import { z } from 'zod'
import { Name, Slug } from './text.ts'

/**
 * `admin`: everything. `manager`: runs the wall, and sees in private the people of the named teams (none named: all).
 * `leader`: sees all, changes nothing. `viewer`: own numbers and the floor's boards.
 */
export const AccountRole = z.enum(['admin', 'manager', 'leader', 'viewer'])
export type AccountRole = z.infer<typeof AccountRole>

export const Email = z
  .email()
  .max(200)
  .transform((text) => text.toLowerCase())

/** At least ten characters; the commonest ones are refused by the feed. */
export const Password = z.string().min(10, 'must have at least 10 characters').max(200)

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: AccountRole,
  teams: z.array(z.string()),
  /** The person of the floor that this account is. */
  person: z.string().nullable(),
})
export type Account = z.infer<typeof Account>

/**
 * `GET /api/v1/me`. `account` null: nobody is signed in. `setUp`: whether there is an admin already, and whether the first
 * one may be made here without the link (on the machine itself).
 */
export const MeAnswer = z.object({
  account: Account.nullable(),
  setUp: z.enum(['done', 'open', 'needs-link']),
  floor: z.object({ name: z.string(), locale: z.string(), currency: z.string(), timeZone: z.string() }),
  /** What this account may do; the console offers nothing else. */
  may: z.object({
    /** Whether they see the floor file, its history and how the screens are. */
    look: z.boolean(),
    edit: z.boolean(),
    control: z.boolean(),
    seeManagers: z.boolean(),
    seeLeadership: z.boolean(),
    administer: z.boolean(),
  }),
  /** Ways to sign in other than by password. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  canMail: z.boolean(),
  /** Everybody on the network can read along: the console says so, always. */
  plainHttp: z.boolean().default(false),
})
export type MeAnswer = z.infer<typeof MeAnswer>

/** `POST /api/v1/sign-in`; the session comes as a cookie. One answer for a wrong password and an unknown address. */
export const SignInRequest = z.strictObject({ email: Email, password: z.string().max(200) })

/** `POST /api/v1/first-admin`. `link` is the secret of the printed link, where it is needed. */
export const FirstAdminRequest = z.strictObject({
  link: z.string().max(200).optional(),
  name: Name,
  email: Email,
  password: Password,
})

/** `POST /api/v1/invitations`; `GET` lists those that wait. The link is shown once, and mailed where mail is set up. */
export const InvitationRequest = z.strictObject({
  name: Name,
  email: Email,
  role: AccountRole,
  teams: z.array(Slug).default([]),
  person: Slug.nullable().default(null),
})
export const InvitationAnswer = z.object({
  id: z.string(),
  link: z.string(),
  expiresAt: z.number(),
  mailed: z.boolean(),
})
export const Invitation = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: AccountRole,
  teams: z.array(z.string()),
  by: z.string(),
  expiresAt: z.number(),
})
export const InvitationsAnswer = z.object({ invitations: z.array(Invitation) })

/** `GET /api/v1/invitations/{secret}`: what the invited person sees before choosing a password; `POST` takes it. */
export const InvitationSeen = z.object({
  name: z.string(),
  email: z.string(),
  role: AccountRole,
  by: z.string(),
  floor: z.string(),
})
export const AcceptInvitation = z.strictObject({ name: Name, password: Password })

export const AccountsAnswer = z.object({
  accounts: z.array(Account.extend({ lastSeen: z.number().nullable() })),
})
/** `PATCH /api/v1/accounts/{id}`. The last admin cannot be made anything else or be removed. */
export const AccountChange = z.strictObject({
  name: Name.optional(),
  role: AccountRole.optional(),
  teams: z.array(Slug).optional(),
  person: Slug.nullable().optional(),
})

/** `POST /api/v1/password-resets` (anybody; always answered alike) and, by an admin, `POST /api/v1/accounts/{id}/reset-link`. */
export const ResetRequest = z.strictObject({ email: Email })
export const ResetLinkAnswer = z.object({ link: z.string(), expiresAt: z.number() })
/** `POST /api/v1/password-resets/{secret}`; ends all sessions of the account. */
export const NewPassword = z.strictObject({ password: Password })
/** `POST /api/v1/me/password`. */
export const ChangePassword = z.strictObject({ before: z.string().max(200), password: Password })

/** `GET /api/v1/me/sessions`; `DELETE /api/v1/me/sessions/{id}` ends one, without an id all others. */
export const SessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      address: z.string(),
      startedAt: z.number(),
      lastSeen: z.number(),
      current: z.boolean(),
    }),
  ),
})

/** `GET`, `POST`, `DELETE /api/v1/tokens`. The token itself is shown once. */
export const TokenRequest = z.strictObject({
  name: Name,
  role: z.enum(['ingest', 'admin', 'screen', 'report']),
  screen: Slug.optional(),
})
export const TokenAnswer = z.object({ id: z.string(), token: z.string() })
export const TokensAnswer = z.object({
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.string(),
      screen: z.string().nullable(),
      createdAt: z.number(),
      lastUsed: z.number().nullable(),
    }),
  ),
})
