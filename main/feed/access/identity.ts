// Who is who on this feed, put together.
import type { MeAnswer } from '../../../shared/wire/accounts.ts'
import type { Clock } from '../clock.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { TokenStore } from '../store/tokens.ts'
import { type Access, createAccess } from './access.ts'
import { createAttempts } from './attempts.ts'
import { createMailer, type Mailer, type MailSettings } from './mailer.ts'
import { createNameOfBy, type NameOfBy } from './name-of-by.ts'
import { createOidc, type Oidc, type OidcSettings } from './oidc.ts'
import { createPasswordHasher } from './password-hasher.ts'
import { createPeople, type People } from './people.ts'
import { newSecret } from './secret.ts'
import { createSessionCookie, type SessionCookie } from './session-cookie.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokenUses } from './token-uses.ts'

export interface Identity {
  readonly access: Access
  readonly accounts: AccountStore
  readonly tokens: TokenStore
  readonly sessions: Sessions
  readonly people: People
  readonly cookie: SessionCookie
  readonly nameOfBy: NameOfBy
  /** Null where none is set up. */
  readonly oidc: Oidc | null
  readonly mailer: Mailer | null
  /** Whether somebody may ask for mail to this address now: it is throttled like a password. */
  mayMail(email: string, address: string): boolean
  setUp(): Promise<MeAnswer['setUp']>
  /** What the first admin's link carries; null where none is needed. */
  readonly firstAdminSecret: string | null
}

interface IdentityParts {
  readonly accounts: AccountStore
  readonly tokens: TokenStore
  readonly clock: Clock
  /** Whether only this machine reaches the feed. */
  readonly loopback: boolean
  /** What the first admin's link carries; left out, one that is made with each start where one is needed. */
  readonly firstAdminSecret?: string | undefined
  /** Whether browsers reach it by TLS. */
  readonly secure: boolean
  readonly ephemeralToken?: string | undefined
  readonly ephemeralScreenToken?: string | undefined
  readonly oidc?: OidcSettings | undefined
  readonly mail?: MailSettings | undefined
  readonly onError: (what: string, error: unknown) => void
}

export const createIdentity = (parts: IdentityParts): Identity => {
  const { accounts, tokens, clock, loopback, secure, onError } = parts
  const firstAdminSecret = parts.firstAdminSecret ?? (loopback ? null : newSecret())
  const sessions = createSessions(accounts, clock)
  const mails = createAttempts(clock.now)
  return {
    accounts,
    tokens,
    sessions,
    firstAdminSecret,
    access: createAccess({
      tokens,
      accounts,
      sessions,
      loopback,
      ephemeralToken: parts.ephemeralToken,
      ephemeralScreenToken: parts.ephemeralScreenToken,
      onTokenUse: createTokenUses(accounts, clock, (error) =>
        onError('the use of a token is not noted', error),
      ),
    }),
    people: createPeople({
      accounts,
      sessions,
      clock,
      firstAdminSecret,
      groups: parts.oidc?.groups ?? {},
      hasher: createPasswordHasher(),
      attempts: createAttempts(clock.now),
    }),
    cookie: createSessionCookie(secure),
    nameOfBy: createNameOfBy(accounts, tokens),
    oidc: parts.oidc === undefined ? null : createOidc(parts.oidc, clock),
    mailer: parts.mail === undefined ? null : createMailer(parts.mail, onError),
    mayMail(email, address) {
      const attempt = { account: email, address, known: false }
      if (mails.waitSeconds(attempt) > 0) return false
      mails.noteAttempt(attempt)
      return true
    },
    setUp: async () => ((await accounts.hasAdmin()) ? 'done' : loopback ? 'open' : 'needs-link'),
  }
}
