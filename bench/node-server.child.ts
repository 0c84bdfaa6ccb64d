// A node of several on one database, in a process of its own.
import { systemClock } from '../main/feed/clock.ts'
import { createFeedLogger } from '../main/feed/feed-logger.ts'
import { readDeploymentKey } from '../main/nodes/deployment-key.ts'
import { startNode } from '../main/nodes/node.ts'
import { type Used, usedSoFar } from './child.ts'

const [database = '', key] = process.argv.slice(2)
const node = await startNode({
  ...{ database, key: readDeploymentKey(key), clock: systemClock, logger: createFeedLogger('error') },
  ...{ host: '127.0.0.1', port: 0, trustedProxy: '127.0.0.1', floorUrl: 'http://{floor}' },
  ...{ rendererDir: null, version: 'bench' },
  // What it measures is no failover: a machine that does more at once keeps it waiting for longer than a living node waits.
  goneMs: 60_000,
})
process.on('message', () => void process.send?.(usedSoFar() satisfies Used))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ url: node.url })
