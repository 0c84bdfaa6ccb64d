// One of several feeds on one PostgreSQL: owns some of its floors, and takes requests for all of them.
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLoopbackAddress } from '../feed/access/loopback.ts'
import { createIsProxy } from '../feed/access/trusted-proxy.ts'
import { BadSetUp } from '../feed/bad-set-up.ts'
import { listen, listensItself, urlOf } from '../feed/listen.ts'
import type { DeploymentKey } from './deployment-key.ts'
import type { FloorFeedConfig } from './floor-feed.ts'
import type { Front } from './front.ts'
import { noOwner, refuse, refuseUpgrade } from './front-answers.ts'
import { joinNodes, type Membership } from './membership.ts'
import { createWhoAsks } from './who-asks.ts'

export interface NodeConfig extends FloorFeedConfig {
  /** Such as `postgres://floorboard:SECRET@127.0.0.1/floorboard`. */
  readonly database: string
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  /** Where the other nodes reach this one; left out, where it listens. */
  readonly url?: string | undefined
  readonly key: DeploymentKey
  /** Addresses of proxies, with commas between; left out, nobody's `X-Forwarded-…` counts. */
  readonly trustedProxy?: string | undefined
  /** Ms after which a node that does not beat is gone: alike on all nodes, three seconds where it is left out. */
  readonly goneMs?: number | undefined
  /** Shows other machines how it is. */
  readonly metricsToken?: string | undefined
  /** Opens the operator's page; left out, it is closed to everybody. */
  readonly operatorToken?: string | undefined
  /** The origin of a floor, in which `{floor}` stands for its name. */
  readonly floorUrl: string
}

export interface RunningNode {
  /** Where the other nodes reach it. */
  readonly url: string
  /** Hands its floors over to the others, and ends. */
  close(): Promise<void>
}

/** A client's headers come in one piece, or it is none. */
const headersTimeout = 10_000
/** What requests in hand may still take. */
const graceMs = 2000

/** Throws `BadSetUp`. */
const proxiesOf = (addresses: string | undefined) => {
  if (addresses === undefined) return null
  const isProxy = createIsProxy(addresses)
  if (isProxy === null)
    throw new BadSetUp(
      `--trusted-proxy takes addresses such as 127.0.0.1 or 10.0.0.0/8, and "${addresses}" is none.`,
    )
  return isProxy
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** For copies of floors' folders, which name people: those that a node left that was killed go. */
const makeCopiesFolder = async (): Promise<string> => {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^floorboard-node-(\d+)-/.exec(name) ?? []
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
  return await mkdtemp(join(tmpdir(), `floorboard-node-${process.pid}-`))
}

/** Throws `BadSetUp` with one sentence when it cannot run as it was set up. */
export const startNode = async (config: NodeConfig): Promise<RunningNode> => {
  const { host, port, key } = config
  if (config.url === undefined && !isLoopbackAddress(host))
    throw new BadSetUp(
      `Say with --node where the other nodes reach this one, such as --node http://10.0.0.7:${port}.`,
    )
  const whoAsks = createWhoAsks({ isProxy: proxiesOf(config.trustedProxy), isProof: key.isProof })
  let front: Front | null = null
  const starting = noOwner('this node is not ready')
  const onRequest: RequestListener = (request, response) =>
    front === null ? refuse(request, response, starting) : front.onRequest(request, response)
  const server = createServer({ headersTimeout, connectionsCheckingInterval: headersTimeout / 2 }, onRequest)
  server.on('upgrade', (request, socket, head) =>
    front === null ? refuseUpgrade(socket, starting) : front.onUpgrade(request, socket, head),
  )
  const listened = await listen(listensItself(server), host, port)
  const url = config.url ?? urlOf(listened)
  const copies = await makeCopiesFolder()

  const closeServer = async (): Promise<void> => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    await closed
    clearTimeout(impatience)
    await rm(copies, { recursive: true, force: true })
  }
  let membership: Membership
  try {
    membership = await joinNodes({
      config,
      url,
      name: `process ${process.pid} on ${hostname()}`,
      copies,
      whoAsks,
    })
  } catch (error) {
    await closeServer()
    throw error
  }
  front = membership.front
  const blind = await membership.whoDoesNotReach()
  if (blind !== null) {
    front = null
    await membership.leave()
    await closeServer()
    throw new BadSetUp(
      `The other nodes do not reach this one at ${url}, says ${blind}: give with --node the address at which they do.`,
    )
  }
  return {
    url,
    close: async () => {
      // Whoever still comes here is handed on.
      await membership.leave()
      front = null
      await closeServer()
    },
  }
}
