// The names that a feed answers to. A page of any site can have its own name point here (DNS rebinding), and would then be
// of this feed's origin: it is refused by its name.
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { isLoopbackAddress } from './loopback.ts'

/** Whether a request with this `Host` header is for this feed. */
export type IsOwnName = (hostHeader: string | undefined) => boolean

interface OwnNamesParts {
  readonly listenHost: string
  /** Further ones, such as `wall.northwind.example`. */
  readonly names: readonly string[]
  /** What stands before the feed knows the names, unless some are given. */
  readonly behindProxy: boolean
}

/** Without its port. */
const nameOf = (hostHeader: string): string => hostHeader.replace(/:\d+$/, '').toLowerCase()

const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '').replace(/%.*$/, '')) !== 0

export const createOwnNames = ({ listenHost, names, behindProxy }: OwnNamesParts): IsOwnName => {
  const machine = hostname().toLowerCase()
  const known = new Set([listenHost, ...names, machine, `${machine}.local`].map((name) => name.toLowerCase()))
  const isOpen = !isLoopbackAddress(listenHost)
  return (hostHeader) => {
    if (behindProxy && names.length === 0) return true
    if (hostHeader === undefined) return false
    const name = nameOf(hostHeader)
    if (isLoopbackAddress(name) || name === listenHost.toLowerCase()) return true
    if (names.some((each) => each.toLowerCase() === name)) return true
    // Only a name can be made to point elsewhere; an address is what it says.
    return isOpen && (isAddress(name) || known.has(name))
  }
}
