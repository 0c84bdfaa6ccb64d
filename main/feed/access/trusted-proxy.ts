// Who stands before the feed: only what such an address says of who asks (`X-Forwarded-…`) counts.
import ipaddr from 'ipaddr.js'

/** Whether a connection from this address is one of a proxy's. */
export type IsProxy = (address: string | undefined) => boolean

type Range = ReturnType<typeof ipaddr.parseCIDR>

const rangeOf = (text: string): Range | null => {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!ipaddr.isValid(text)) return null
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** `addresses`: with commas between; a range is written as `10.0.0.0/8`. Null where one of them is no address. */
export const createIsProxy = (addresses: string): IsProxy | null => {
  const ranges = addresses.split(',').map((each) => rangeOf(each.trim()))
  if (!ranges.every((range): range is Range => range !== null)) return null
  return (address) => {
    const plain = address?.replace(/%.*$/, '')
    if (plain === undefined || !ipaddr.isValid(plain)) return false
    const asked = ipaddr.process(plain)
    return ranges.some(([base, bits]) => base.kind() === asked.kind() && asked.match(base, bits))
  }
}
