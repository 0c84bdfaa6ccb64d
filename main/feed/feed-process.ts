// The feed as a process of the kiosk: the first argument is its configuration, a message on the parent port ends it.
import './older-node.ts'
import packageJson from '../../package.json' with { type: 'json' }
import {
  FeedProcessConfig,
  type FeedReady,
  FeedStop,
  screenTokenVariable,
} from '../../shared/wire/feed-process.ts'
import { announce } from '../discovery/announce.ts'
import { readFileThreadCode } from '../file-thread-code.ts'
import { findRendererDir } from '../renderer-dir.ts'
import { findSheetFontsDir } from '../sheet-fonts-dir.ts'
import { systemClock } from './clock.ts'
import { startFeed } from './feed.ts'
import { createFeedLogger } from './feed-logger.ts'
import { firstFloorText } from './first-floor.ts'

/** For the first admin, who makes an account with the code on the wall. */
const lookEveryMs = 2000

const run = async (): Promise<void> => {
  // Its files name people and their deals: only this account may read them.
  process.umask(0o077)
  const { dataDir, port, network } = FeedProcessConfig.parse(JSON.parse(process.argv[2] ?? ''))
  const logger = createFeedLogger(process.env['FLOORBOARD_LOG'])
  const feed = await startFeed({
    dataDir,
    host: network?.host ?? '127.0.0.1',
    transport: network === null ? undefined : { kind: 'own' },
    port,
    clock: systemClock,
    logger,
    rendererDir: findRendererDir(),
    sheetFontsDir: findSheetFontsDir(),
    fileThreadCode: readFileThreadCode(),
    version: packageJson.version,
    ephemeralScreenToken: process.env[screenTokenVariable],
    // Whoever begins a floor on a TV finds boards, and not a file to write.
    firstFloorText: network === null ? undefined : firstFloorText(),
  })

  const announcement =
    network === null
      ? null
      : announce({
          floor: feed.floorName(),
          port,
          isTls: true,
          host: network.host,
          onError: (error) => logger.warn({ err: error }, 'new TVs do not find this feed by themselves'),
        })

  const stop = async (): Promise<never> => {
    await announcement?.close()
    await feed.close()
    process.exit(0)
  }
  process.parentPort.on('message', ({ data }) => {
    if (FeedStop.safeParse(data).success) void stop()
  })
  // Ctrl+C in a terminal reaches every process: this one ends when the kiosk says so.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => void stop())

  const tell = (firstAdminUrl: string | null): void => {
    const console = network === null ? null : `${feed.origin}/console/`
    const { url, fingerprint } = feed
    process.parentPort.postMessage({
      type: 'ready',
      url,
      fingerprint,
      console,
      firstAdminUrl,
    } satisfies FeedReady)
  }
  tell(feed.firstAdminUrl?.replace(feed.url, feed.origin) ?? null)
  if (feed.firstAdminUrl === null) return
  const looking = setInterval(() => {
    void feed.hasAdmin().then((hasAdmin) => {
      if (!hasAdmin) return
      clearInterval(looking)
      tell(null)
    })
  }, lookEveryMs)
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
