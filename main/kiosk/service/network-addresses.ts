import { networkInterfaces } from 'node:os'

/** Of this computer in its networks, IPv4 first; none of those that only it itself reaches. */
export function networkAddresses(interfaces = networkInterfaces()): readonly string[] {
  const outer = Object.values(interfaces).flatMap((cards = []) =>
    cards.filter(({ internal, address }) => !internal && !address.startsWith('fe80:')),
  )
  return outer.sort((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address)
}
