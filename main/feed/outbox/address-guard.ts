// Keeps what a webhook's address names from being a way into the network that the feed stands in. It is asked for the
// addresses that the socket really connects to: a name that says something else the second time gets nowhere.
import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The message says what may not be reached, and never what stands there. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** Whether anybody on the internet could reach it. What is mapped into IPv6 is what it was mapped from. */
export const isPublicAddress = (text: string): boolean => {
  const plain = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  if (!ipaddr.isValid(plain)) return false
  return ipaddr.process(plain).range() === 'unicast'
}

const refused = (host: string): AddressRefused =>
  new AddressRefused(
    `${host} leads into a local network, where messages are not sent; start the feed with --allow-local-webhooks if it is meant`,
  )

/** A host that is an address already, which a socket looks up no more. Throws `AddressRefused`. */
export const checkLiteral = (hostname: string): void => {
  const plain = hostname.replace(/^\[(.*)\]$/, '$1')
  if (ipaddr.isValid(plain) && !isPublicAddress(plain)) throw refused(hostname)
}

export type ResolveAll = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void

const bySystem: ResolveAll = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, done)

/** For a socket: resolves as the system does, and fails where any of the addresses is not public. */
export const guardedLookup =
  (resolve: ResolveAll = bySystem): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses
      if (error !== null || first === undefined) {
        callback(error ?? new Error(`${hostname} has no address`), '')
        return
      }
      if (!addresses.every(({ address }) => isPublicAddress(address))) callback(refused(hostname), '')
      else if (options.all) callback(null, [...addresses])
      else callback(null, first.address, first.family)
    })
  }
