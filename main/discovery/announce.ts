// Says on the network that a feed is there, so that a new TV finds it by itself (DNS-SD over multicast DNS).
import { isIPv4 } from 'node:net'
import { hostname } from 'node:os'
import { type ServiceText, serviceType } from '../../shared/wire/discovery.ts'
import { openBonjour } from './open-bonjour.ts'

interface Announced {
  /** What it is called. */
  readonly floor: string
  readonly port: number
  readonly isTls: boolean
  /** Where the feed listens: says it on that network card, or where the system likes when it listens on all. */
  readonly host: string
  readonly onError: (error: Error) => void
}

export interface Announcement {
  /** Says that the feed goes. */
  close(): Promise<void>
}

/** A text may have 255 bytes, and a letter four. */
const mostLetters = 60
/** How long the last word may take: a network that is gone hears none. */
const goodbyeMs = 500

export function announce({ floor, port, isTls, host, onError }: Announced): Announcement {
  const bonjour = openBonjour(isIPv4(host) && host !== '0.0.0.0' ? host : undefined, onError)
  const txt: ServiceText = { tls: isTls ? '1' : '0', floor: floor.slice(0, mostLetters) }
  // Nobody reads its instance's name, in which a full stop would have a meaning; no two feeds have the same.
  const name = `${hostname().replaceAll('.', '-')}-${port}`.slice(-63)
  bonjour.publish({ name, type: serviceType, port, txt, probe: false })
  return {
    close: () =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          bonjour.destroy()
          resolve()
        }
        const timer = setTimeout(end, goodbyeMs)
        bonjour.unpublishAll(end)
      }),
  }
}
