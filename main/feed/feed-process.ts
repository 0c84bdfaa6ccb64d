// The feed as a process of the kiosk: the first argument is its configuration, a message on the parent port ends it.
import './older-node.ts'
import packageJson from '../../package.json' with { type: 'json' }
import {
  FeedProcessConfig,
  type FeedReady,
  FeedStop,
  screenTokenVariable,
} from '../../shared/wire/feed-process.ts'
import { findRendererDir } from '../renderer-dir.ts'
import { systemClock } from './clock.ts'
import { startFeed } from './feed.ts'
import { createFeedLogger } from './feed-logger.ts'

const run = async (): Promise<void> => {
  // Its files name people and their deals: only this account may read them.
  process.umask(0o077)
  const { dataDir, port } = FeedProcessConfig.parse(JSON.parse(process.argv[2] ?? ''))
  const feed = await startFeed({
    dataDir,
    host: '127.0.0.1',
    port,
    clock: systemClock,
    logger: createFeedLogger(process.env['FLOORBOARD_LOG']),
    rendererDir: findRendererDir(),
    version: packageJson.version,
    ephemeralScreenToken: process.env[screenTokenVariable],
  })

  const stop = async (): Promise<never> => {
    await feed.close()
    process.exit(0)
  }
  process.parentPort.on('message', ({ data }) => {
    if (FeedStop.safeParse(data).success) void stop()
  })
  // Ctrl+C in a terminal reaches every process: this one ends when the kiosk says so.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => void stop())

  const ready: FeedReady = { type: 'ready', url: feed.url }
  process.parentPort.postMessage(ready)
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
