// Where people reach the feed when nobody has said so: by the first of its names, else by this machine's address in its
// network, else as this machine itself reaches it.
import { isLoopbackAddress } from '../access/loopback.ts'
import { networkAddress } from '../network-address.ts'
import type { Transport } from '../transport.ts'

interface OriginParts {
  /** As this machine reaches it, without a slash at the end. */
  readonly url: string
  readonly listenHost: string
  readonly port: number
  /** By which others reach it. */
  readonly names: readonly string[]
  readonly transport: Pick<Transport, 'protocol' | 'secure' | 'proxy'>
}

/** Without a slash at the end. Behind a proxy it is the proxy's port that people ask for, which is the usual one. */
export const publicOrigin = ({ url, listenHost, port, names, transport }: OriginParts): string => {
  const { protocol, secure, proxy } = transport
  const [name] = names
  if (proxy !== null) return name === undefined ? url : `https://${name}`
  const scheme = secure ? 'https' : protocol
  if (name !== undefined) return `${scheme}://${name}:${port}`
  const address = isLoopbackAddress(listenHost) ? null : networkAddress()
  return address === null ? url : `${scheme}://${address}:${port}`
}
