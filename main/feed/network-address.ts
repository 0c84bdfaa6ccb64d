import { networkInterfaces } from 'node:os'

/** This machine's first IPv4 address in its network; null where it is in none. */
export const networkAddress = (): string | null => {
  for (const addresses of Object.values(networkInterfaces()))
    for (const { address, family, internal } of addresses ?? [])
      if (family === 'IPv4' && !internal) return address
  return null
}
