// Who is the operator: whoever knows FLOORBOARD_OPERATOR_TOKEN. A session is signed with it, so that each node believes what
// another has signed, and all sessions end when it is changed.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'
import { createAttempts } from '../../feed/access/attempts.ts'
import { hashSecret } from '../../feed/access/secret.ts'
import { ApiError } from '../../feed/api/api-error.ts'
import { BadSetUp } from '../../feed/bad-set-up.ts'
import type { Clock } from '../../feed/clock.ts'

const leastTokenLength = 24
const sessionSeconds = 12 * 3600
const cookieName = 'floorboard-operator'

/** Undefined where none is set. Throws `BadSetUp` for one that can be guessed. */
export const readOperatorToken = (
  variables: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const token = variables['FLOORBOARD_OPERATOR_TOKEN']
  if (!token) return undefined
  if (token.length < leastTokenLength)
    throw new BadSetUp(
      `FLOORBOARD_OPERATOR_TOKEN has ${token.length} characters; take ${leastTokenLength} or more, such as those of "openssl rand -hex 24".`,
    )
  return token
}

/** Hashed, they are of one length, and a comparison says nothing of how far a guess was right. */
const isSame = (given: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(right)))

export interface OperatorAccess {
  /** What a `Set-Cookie` says from now on. Throws `ApiError` for another token, or too many of them. */
  signIn(token: string, address: string, secure: boolean): string
  signOut(secure: boolean): string
  /** By which of the two the operator has come. Throws `ApiError` where it is not the operator. */
  check(headers: IncomingHttpHeaders, address: string): 'token' | 'session'
}

export const createOperatorAccess = (token: string | undefined, clock: Clock): OperatorAccess => {
  const attempts = createAttempts(clock.now)
  const settings = (secure: boolean) =>
    ({ httpOnly: true, sameSite: 'strict', path: '/operator', secure }) as const
  const signatureOf = (right: string, until: string): string =>
    createHmac('sha256', right).update(`floorboard operator until ${until}`).digest('base64url')

  const opened = (): string => {
    if (token === undefined)
      throw new ApiError(
        'forbidden',
        'The operator’s page is closed: start the nodes with FLOORBOARD_OPERATOR_TOKEN to open it.',
      )
    return token
  }
  const tryToken = (given: string, address: string): string => {
    const right = opened()
    const attempt = { account: 'operator', address, known: false }
    const retryAfterSeconds = attempts.waitSeconds(attempt)
    if (retryAfterSeconds > 0)
      throw new ApiError('too-many-tries', `Too many wrong tokens. Try again in ${retryAfterSeconds} s.`, {
        retryAfterSeconds,
      })
    attempts.noteAttempt(attempt)
    if (!isSame(given, right)) throw new ApiError('wrong-sign-in', 'This is not the operator’s token.')
    attempts.noteSuccess(attempt)
    return right
  }
  const isSession = (right: string, value: string): boolean => {
    const [until = '', signature = ''] = value.split('.')
    return isSame(signature, signatureOf(right, until)) && Number(until) > clock.now()
  }

  return {
    signIn: (given, address, secure) => {
      const right = tryToken(given, address)
      const until = String(clock.now() + sessionSeconds * 1000)
      const value = `${until}.${signatureOf(right, until)}`
      return stringifySetCookie(cookieName, value, { ...settings(secure), maxAge: sessionSeconds })
    },
    signOut: (secure) => stringifySetCookie(cookieName, '', { ...settings(secure), maxAge: 0 }),
    check: (headers, address) => {
      const right = opened()
      const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
      if (given !== undefined) {
        tryToken(given, address)
        return 'token'
      }
      const session = headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[cookieName]
      if (session !== undefined && isSession(right, session)) return 'session'
      throw new ApiError('unauthorized', 'Sign in with the operator’s token.')
    },
  }
}
