// The cookie that holds the secret of a session.
import { parseCookie, stringifySetCookie } from 'cookie'

export interface SessionCookie {
  /** Of a request's `Cookie` header; null without one. */
  read(header: string | undefined): string | null
  /** For `Set-Cookie`. The browser keeps it for `seconds`. */
  write(secret: string, seconds: number): string
  /** Has the browser forget it. */
  clear(): string
}

/**
 * `secure`: whether browsers reach this feed by TLS. Then its name has the prefix `__Host-`, so that nobody who speaks
 * plain HTTP in its place can set it.
 */
export const createSessionCookie = (secure: boolean): SessionCookie => {
  const name = secure ? '__Host-floorboard' : 'floorboard'
  const settings = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return {
    read: (header) => (header === undefined ? null : (parseCookie(header)[name] ?? null)),
    write: (secret, seconds) => stringifySetCookie(name, secret, { ...settings, maxAge: seconds }),
    clear: () => stringifySetCookie(name, '', { ...settings, maxAge: 0 }),
  }
}
