// The address of a database, as people write it: `postgres://floorboard:SECRET@db.example/floorboard`.
import { BadSetUp } from '../../bad-set-up.ts'

export interface DatabaseAddress {
  readonly url: string
  /** Without the password: what may be read by whoever reads a log. */
  readonly shown: string
  readonly database: string
}

const isLocal = (host: string): boolean =>
  host === '' || host.startsWith('/') || host === 'localhost' || host === '::1' || /^127\./.test(host)

/** Throws `BadSetUp`. Across a network TLS with a certificate that holds is asked for, unless the address says otherwise. */
export const readDatabaseUrl = (text: string): DatabaseAddress => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new BadSetUp(
      'The database must be an address such as postgres://floorboard:SECRET@127.0.0.1/floorboard.',
    )
  const database = decodeURIComponent(url.pathname.slice(1))
  if (database === '')
    throw new BadSetUp(
      `The address ${shownOf(url)} names no database: it ends with its name, such as /floorboard.`,
    )
  const host = url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, '')
  if (!isLocal(host) && !url.searchParams.has('sslmode')) url.searchParams.set('sslmode', 'verify-full')
  return { url: url.href, shown: shownOf(url), database }
}

/** Also a password among the parameters stays out. */
const shownOf = (url: URL): string =>
  `${url.protocol}//${url.username === '' ? '' : `${url.username}@`}${url.host}${url.pathname}`
