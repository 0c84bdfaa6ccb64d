// `floorboard serve --database`: one of several feeds on one PostgreSQL, until it is signalled to end.
import { BadSetUp } from '../feed/bad-set-up.ts'
import { readDeploymentKey } from '../nodes/deployment-key.ts'
import { type RunningNode, startNode } from '../nodes/node.ts'
import { readMetricsToken } from '../nodes/node-watch.ts'
import { readOperatorToken } from '../nodes/operator/operator-access.ts'
import { commonFeedConfig } from './common-feed-config.ts'
import type { NodeOptions } from './serve.ts'

/** Of one floor, where several are meant. */
const ofOneFloor = [
  ['namesData', '--data'],
  ['demo', '--demo'],
  ['publicUrl', '--public-url'],
  ['tlsCert', '--tls-cert'],
  ['tlsKey', '--tls-key'],
] as const satisfies readonly (readonly [keyof NodeOptions, string])[]

/** Throws `BadSetUp`. */
export const serveNode = (options: NodeOptions): Promise<RunningNode> => {
  const [, wrong] = ofOneFloor.find(([option]) => Boolean(options[option])) ?? []
  if (wrong !== undefined)
    throw new BadSetUp(
      `${wrong} is for a floor that has its feed to itself: leave it out, or --database. With --database a proxy speaks TLS, and --floor-url says how people reach a floor.`,
    )
  // What a feed keeps names people and their deals: it is for its own account alone.
  process.umask(0o077)
  return startNode({
    ...commonFeedConfig(options),
    database: options.database,
    host: options.host,
    port: options.port,
    url: options.node,
    key: readDeploymentKey(process.env['FLOORBOARD_SECRET_KEY']),
    trustedProxy: options.trustedProxy,
    floorUrl: options.floorUrl,
    metricsToken: readMetricsToken(process.env),
    operatorToken: readOperatorToken(process.env),
  })
}
