// Listens on an address, or says in one sentence why it cannot.
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BadSetUp } from './bad-set-up.ts'

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken by another program; choose another port with --port',
  EACCES: 'may not be used by this account; choose a port above 1023',
  EADDRNOTAVAIL: 'is not an address of this machine',
  EAFNOSUPPORT: 'is not an address of this machine',
  ENOTFOUND: 'is not a known address',
  EAI_AGAIN: 'is not a known address, as far as the network says now',
  EINVAL:
    'is not an address to listen on; one that begins with fe80 needs its network card, as in fe80::1%eth0',
}

/** As many TVs as come in one moment after a power cut: a line that finds no place waits for seconds before it asks again. */
const waitingLines = 4096

interface Listens {
  listen(at: { readonly host: string; readonly port: number; readonly backlog: number }): Promise<unknown>
  readonly server: Server
}

/** Throws `BadSetUp` where the address cannot be had. */
export const listen = async (api: Listens, host: string, port: number): Promise<AddressInfo> => {
  try {
    await api.listen({ host, port, backlog: waitingLines })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code]
    if (reason === undefined) throw error
    throw new BadSetUp(`The address ${host}, port ${port}, ${reason}.`, { cause: error })
  }
  const address = api.server.address()
  if (address === null || typeof address === 'string') throw new Error('the feed listens on no port')
  return address
}

/** A server of Node's own. */
export const listensItself = (server: Server): Listens => ({
  server,
  listen: async (at) => {
    server.listen(at)
    await once(server, 'listening')
  },
})

/** The address that this machine opens; for "all addresses" (`0.0.0.0`, `::`) the loopback one. */
export const urlOf = ({ address, port }: AddressInfo, protocol: 'http' | 'https' = 'http'): string => {
  if (address === '0.0.0.0') return `${protocol}://127.0.0.1:${port}`
  if (address === '::') return `${protocol}://[::1]:${port}`
  return `${protocol}://${address.includes(':') ? `[${address}]` : address}:${port}`
}
