// The feeds that say on this network that they are there.
import type { Service } from 'bonjour-service'
import { ServiceText, serviceType } from '../../shared/wire/discovery.ts'
import type { FoundFeed } from '../../shared/wire/kiosk.ts'
import { openBonjour } from './open-bonjour.ts'

export interface FeedSearch {
  /** Those that have answered so far; asks once more. */
  found(): readonly FoundFeed[]
  close(): void
}

const asHost = (address: string): string => (address.includes(':') ? `[${address}]` : address)

/**
 * At the address that its answer came from: a name that ends in `.local` is known to few TVs, and a machine lists addresses
 * of networks that others do not reach.
 */
const feedOf = ({ port, txt, referer, addresses }: Service): FoundFeed | null => {
  const text = ServiceText.safeParse(txt)
  const address = referer?.address ?? addresses?.[0]
  if (!text.success || address === undefined) return null
  return {
    name: text.data.floor,
    url: `${text.data.tls === '1' ? 'https' : 'http'}://${asHost(address)}:${port}`,
  }
}

/**
 * @param address of this machine's network card to ask on; undefined leaves it to the system
 * @param onError of the network: without one nothing is found, and somebody can still type an address
 */
export function findFeeds(address: string | undefined, onError: (error: Error) => void): FeedSearch {
  const bonjour = openBonjour(address, onError)
  const browser = bonjour.find({ type: serviceType })
  return {
    found() {
      // One question may be lost, and a feed may come later.
      browser.expire()
      browser.update()
      return browser.services.flatMap((service) => feedOf(service) ?? [])
    },
    close: () => {
      browser.stop()
      bonjour.destroy()
    },
  }
}
