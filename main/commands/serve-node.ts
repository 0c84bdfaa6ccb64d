// `floorboard serve --database`: one of several feeds on one PostgreSQL, until it is signalled to end.
import packageJson from '../../package.json' with { type: 'json' }
import { BadSetUp } from '../feed/bad-set-up.ts'
import { systemClock } from '../feed/clock.ts'
import { createFeedLogger } from '../feed/feed-logger.ts'
import { readFileThreadCode } from '../file-thread-code.ts'
import { readDeploymentKey } from '../nodes/deployment-key.ts'
import { type RunningNode, startNode } from '../nodes/node.ts'
import { readMetricsToken } from '../nodes/node-watch.ts'
import { readOperatorToken } from '../nodes/operator/operator-access.ts'
import { findRendererDir } from '../renderer-dir.ts'
import { findSheetFontsDir } from '../sheet-fonts-dir.ts'
import { readMailSettings, readOidcSettings } from './identity-settings.ts'
import type { NodeOptions } from './serve.ts'
import { readSourceApis } from './source-apis.ts'

/** Of one floor, where several are meant. */
const ofOneFloor = [
  ['demo', '--demo'],
  ['publicUrl', '--public-url'],
  ['tlsCert', '--tls-cert'],
  ['tlsKey', '--tls-key'],
] as const satisfies readonly (readonly [keyof NodeOptions, string])[]

/** Throws `BadSetUp`. */
export const serveNode = (options: NodeOptions): Promise<RunningNode> => {
  const [, wrong] =
    ofOneFloor.find(([option]) => options[option] !== undefined && options[option] !== false) ?? []
  if (wrong !== undefined)
    throw new BadSetUp(
      `${wrong} is for a floor that has its feed to itself. With --database a proxy speaks TLS, and --floor-url says how people reach a floor.`,
    )
  // What a feed keeps names people and their deals: it is for its own account alone.
  process.umask(0o077)
  return startNode({
    database: options.database,
    host: options.host,
    port: options.port,
    url: options.node,
    key: readDeploymentKey(process.env['FLOORBOARD_SECRET_KEY']),
    trustedProxy: options.trustedProxy,
    floorUrl: options.floorUrl,
    metricsToken: readMetricsToken(process.env),
    operatorToken: readOperatorToken(process.env),
    oidc: readOidcSettings(process.env),
    mail: readMailSettings(process.env),
    allowLocalWebhooks: options.allowLocalWebhooks,
    slackApi: process.env['FLOORBOARD_SLACK_API'] || undefined,
    hubspotApi: process.env['FLOORBOARD_HUBSPOT_API'] || undefined,
    sourceApis: readSourceApis(process.env),
    clock: systemClock,
    logger: createFeedLogger(process.env['FLOORBOARD_LOG']),
    rendererDir: findRendererDir(),
    sheetFontsDir: findSheetFontsDir(),
    fileThreadCode: readFileThreadCode(),
    version: packageJson.version,
  })
}
