// Closes the servers of floors that nobody uses, so that a node has memory for those that somebody does: at night, and when all
// floors are asked for one after another.
import { addListener } from '../feed/add-listener.ts'
import type { Clock } from '../feed/clock.ts'
import type { RestingServer } from '../feed/when-asked.ts'

/** A console or a TV holds a socket; a program that writes facts comes more often. Opening anew takes a tenth of a second. */
const idleMs = 5 * 60_000
/** More than these do not wait so long: those that were used longest ago close first. All of them take some 300 MB. */
const mostIdle = 200
const lookEveryMs = 1000

export interface IdleServers {
  /** Gives back what takes it away again. */
  add(server: RestingServer): () => void
  /** Resolves once those are closed that it found. */
  look(): Promise<void>
  close(): void
}

export const openIdleServers = (clock: Pick<Clock, 'now'>): IdleServers => {
  const servers = new Set<RestingServer>()
  const find = () => {
    const now = clock.now()
    return [...servers]
      .flatMap((server) => {
        const since = server.idleSince()
        return since === null ? [] : [{ server, since }]
      })
      .sort((one, other) => other.since - one.since)
      .filter(({ since }, nth) => nth >= mostIdle || now - since >= idleMs)
  }
  const closeFound = async (): Promise<void> => {
    // One after another: somebody may have come for it meanwhile.
    for (const { server, since } of find()) if (server.idleSince() === since) await server.rest()
  }
  let looking: Promise<void> | null = null
  const look = (): Promise<void> => {
    looking ??= closeFound().finally(() => {
      looking = null
    })
    return looking
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  return { add: (server) => addListener(servers, server), look, close: () => clearInterval(timer) }
}
