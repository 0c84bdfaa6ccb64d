// Where people reach the console: by the name by which the TV reached the feed; where that is this machine's own and the
// feed listens on the network, by the machine's first address there.
import type { FastifyRequest } from 'fastify'
import { isLoopbackAddress } from '../access/loopback.ts'
import { networkAddress } from '../network-address.ts'

/** `https://wall.northwind.example`; without a slash at its end. */
export const originFor = (request: FastifyRequest, listenHost: string): string => {
  const { protocol, host } = request
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  const name = host.slice(0, host.length - port.length)
  const isReachable = isLoopbackAddress(listenHost) || !isLoopbackAddress(name)
  return `${protocol}://${isReachable ? name : (networkAddress() ?? name)}${port}`
}
